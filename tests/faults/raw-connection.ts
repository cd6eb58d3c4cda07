import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

/** A frame as a client sends it. Source: RFC 6455, section 5.2. */
export interface Frame {
  readonly payload: Buffer;
  /** 1 is text, 2 binary, 0 what continues; others close, ping, or mean nothing. */
  readonly opcode?: number;
  readonly isMasked?: boolean;
  /** The first byte's reserved bits. */
  readonly reserved?: number;
  readonly isLast?: boolean;
}

/** The server opens within so many ms, or the connection is taken as it is. */
const openWithin = 5_000;

/** A connection that sends whatever it is told to, well-formed or not, and keeps all that comes back. */
export class RawConnection {
  readonly #socket: Socket;
  readonly #received: Buffer[] = [];
  readonly #waiting = new Set<() => void>();
  #size = 0;
  isOpen = true;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (data: Buffer) => {
      this.#received.push(data);
      this.#size += data.length;
      this.#stir();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      this.isOpen = false;
      this.#stir();
    });
  }

  /** Opens a WebSocket for Socket.IO, with more headers where given. */
  static async open(origin: string, headers: readonly string[] = []): Promise<RawConnection> {
    const { hostname, port } = new URL(origin);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    const connection = new RawConnection(socket);
    await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
    socket.write(
      [
        "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
        ...(headers.some((header) => header.startsWith("Host:")) ? [] : [`Host: ${hostname}:${port}`]),
        "Upgrade: websocket",
        "Connection: Upgrade",
        `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
        "Sec-WebSocket-Version: 13",
        ...headers,
        "\r\n",
      ].join("\r\n"),
    );
    // What is sent before it has opened is heard by nobody.
    await connection.until((received) => received.includes('"sid"'), openWithin);
    return connection;
  }

  /** Everything that came back. */
  get received(): Buffer {
    return Buffer.concat(this.#received);
  }

  /** How many bytes came back. */
  get size(): number {
    return this.#size;
  }

  send(frame: Frame): void {
    if (this.isOpen) this.#socket.write(bytesOf(frame));
  }

  sendText(text: string): void {
    this.send({ payload: Buffer.from(text) });
  }

  sendBytes(bytes: Buffer): void {
    if (this.isOpen) this.#socket.write(bytes);
  }

  /** Takes nothing more from the network. */
  stopReading(): void {
    this.#socket.pause();
  }

  /** Resolves once `holds` does, or the connection is closed, or so many ms are over. */
  async until(holds: (received: Buffer) => boolean, ms: number): Promise<void> {
    const end = performance.now() + ms;
    while (this.isOpen && !holds(this.received) && performance.now() < end) {
      await new Promise<void>((resume) => {
        const timer = setTimeout(resume, Math.max(1, end - performance.now()));
        this.#waiting.add(() => {
          clearTimeout(timer);
          resume();
        });
      });
    }
  }

  close(): void {
    this.#socket.destroy();
  }

  #stir(): void {
    for (const resume of this.#waiting) resume();
    this.#waiting.clear();
  }
}

function bytesOf({ payload, opcode = 1, isMasked = true, reserved = 0, isLast = true }: Frame): Buffer {
  const { length } = payload;
  const mask = isMasked ? 0x80 : 0;
  const first = (isLast ? 0x80 : 0) | (reserved << 4) | opcode;
  const head = length < 126 ? Buffer.from([first, mask | length]) : Buffer.alloc(length < 65_536 ? 4 : 10);
  if (length >= 126) {
    head[0] = first;
    head[1] = mask | (length < 65_536 ? 126 : 127);
    if (length < 65_536) head.writeUInt16BE(length, 2);
    else head.writeBigUInt64BE(BigInt(length), 2);
  }
  // A mask of zeros leaves the payload as it is.
  return Buffer.concat([head, Buffer.alloc(isMasked ? 4 : 0), payload]);
}
