import type { Socket } from "socket.io";

interface Packet {
  readonly data?: unknown;
  readonly options?: { readonly wsPreEncodedFrame?: readonly [Buffer] };
}

/** About so many bytes an answer takes beside its text, until the network has taken it. */
const besideText = 1_000;

/** What a connection was sent and the network has not taken: acknowledgements, changes and all else. */
export class Backlog {
  /** About how many bytes. */
  undrained = 0;
  /** How much memory the answers among it take, in bytes: all but what a desk sends to those who follow it. */
  answers = 0;
  /** When the network last took something while there was something to take; null if it has taken everything. Monotonic ms. */
  stalledSince: number | null = null;
  #queued = 0;
  #queuedAnswers = 0;
  #waiting: Array<() => void> = [];
  #isGone = false;

  constructor(conn: Socket["conn"]) {
    conn.on("packetCreate", (packet: Packet) => this.#add(packet));
    conn.on("flush", () => {
      this.#queued = this.undrained;
      this.#queuedAnswers = this.answers;
    });
    conn.transport.on("drain", () => this.#drain());
    conn.on("close", () => {
      this.#isGone = true;
      this.#queued = this.undrained;
      this.#queuedAnswers = this.answers;
      this.#drain();
    });
  }

  /** Resolves when everything sent so far has been taken, or the connection is gone. */
  drained(): Promise<void> {
    if (this.undrained === 0 || this.#isGone) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #add(packet: Packet): void {
    if (this.#isGone) return;
    const bytes = sizeOf(packet);
    this.undrained += bytes;
    if (packet.options?.wsPreEncodedFrame === undefined) this.answers += bytes + besideText;
    this.stalledSince ??= performance.now();
  }

  /** The network has taken all that was flushed to it. */
  #drain(): void {
    this.undrained -= this.#queued;
    this.#queued = 0;
    this.answers -= this.#queuedAnswers;
    this.#queuedAnswers = 0;
    this.stalledSince = this.undrained === 0 ? null : performance.now();
    if (this.undrained > 0) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

function sizeOf({ data, options }: Packet): number {
  const frame = options?.wsPreEncodedFrame;
  if (frame !== undefined) return frame[0].length;
  return typeof data === "string" ? data.length : 1;
}
