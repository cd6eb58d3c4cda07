import { protocolVersion } from "@flowdesk/shared/protocol/version.ts";
import { WebSocket } from "ws";

/** A console's connection at its barest: a WebSocket that speaks Socket.IO's text frames, so that load costs little. */
export class RawConsole {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: unknown) => void>();
  #number = 0;
  /** Given each frame of an event, whole, as it came. */
  onEvent: (frame: Buffer) => void = () => {};
  onClose: () => void = () => {};

  private constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  /** @throws Error if it was refused, with the reason */
  static connect(origin: string, token: string): Promise<RawConsole> {
    const url = `${origin.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`;
    const socket = new WebSocket(url, { perMessageDeflate: false, skipUTF8Validation: true });
    const made = new RawConsole(socket);
    return new Promise((resolve, reject) => {
      socket.on("error", reject);
      socket.on("close", () => {
        reject(new Error("The connection was closed"));
        made.onClose();
      });
      socket.on("message", (frame: Buffer) => {
        // Engine.IO: "0" opens, "2" asks whether one is there, "4" is a message; then Socket.IO: "0" lets in, "2" is an
        // event, "3" an acknowledgement, "4" a refusal.
        const kind = frame[0];
        if (kind === 0x30) socket.send(`40${JSON.stringify({ token, protocol: protocolVersion })}`);
        else if (kind === 0x32) socket.send("3");
        else if (kind === 0x34) {
          if (frame[1] === 0x32) made.onEvent(frame);
          else if (frame[1] === 0x33) made.#acknowledged(frame);
          else if (frame[1] === 0x30) resolve(made);
          else if (frame[1] === 0x34) reject(new Error(frame.toString()));
        }
      });
    });
  }

  /** Sends an event, and gives its acknowledgement. */
  ask<T>(event: string, data: unknown): Promise<T> {
    const number = ++this.#number;
    return new Promise<T>((resolve) => {
      this.#waiting.set(number, resolve as (answer: unknown) => void);
      this.#socket.send(`42${number}${JSON.stringify([event, data])}`);
    });
  }

  close(): void {
    this.#socket.terminate();
  }

  #acknowledged(frame: Buffer): void {
    const text = frame.toString();
    const bracket = text.indexOf("[");
    const number = Number(text.slice(2, bracket));
    const [answer] = JSON.parse(text.slice(bracket)) as [unknown];
    this.#waiting.get(number)?.(answer);
    this.#waiting.delete(number);
  }
}
