import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import { protocolVersion } from "@flowdesk/shared/protocol/version.ts";
import { type Begun, FrameReader, type Wanted } from "./frame-reader.ts";

/** Read into by all connections in turn: what is read is looked at before the next read. */
const shared = Buffer.alloc(256 * 1024);

/**
 * A console's connection at its barest: a TCP connection that speaks as much of WebSocket, Engine.IO and Socket.IO as a
 * console needs. A thousand of them read half a gigabyte a second on what the server leaves of the machine; a library
 * that puts every frame together would take more of it than the server does.
 */
export class RawConsole {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  readonly #reader: FrameReader;
  #number = 0;
  #letIn: { resolve: (console: RawConsole) => void; reject: (error: Error) => void } | null;
  #token: string;
  /** Given the beginning of each event and its length in bytes; says what is wanted of it. */
  onEvent: Begun = () => undefined;
  onClose: () => void = () => {};

  private constructor(
    origin: string,
    token: string,
    letIn: { resolve: (console: RawConsole) => void; reject: (error: Error) => void },
  ) {
    const { hostname, port } = new URL(origin);
    this.#token = token;
    this.#letIn = letIn;
    this.#reader = new FrameReader((head, length) => this.#begun(head, length));
    this.#socket = connect({
      host: hostname,
      port: Number(port),
      noDelay: true,
      onread: {
        buffer: shared,
        callback: (read, buffer) => {
          this.#reader.take(Buffer.from(buffer.buffer, buffer.byteOffset, read));
          return true;
        },
      },
    });
    this.#socket.on("error", (error) => this.#letIn?.reject(error));
    this.#socket.on("close", () => {
      const closed = new Error("The connection was closed");
      this.#letIn?.reject(closed);
      for (const { reject } of this.#waiting.values()) reject(closed);
      this.#waiting.clear();
      this.onClose();
    });
    this.#socket.write(
      [
        "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
        `Host: ${hostname}:${port}`,
        "Upgrade: websocket",
        "Connection: Upgrade",
        `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
        "Sec-WebSocket-Version: 13",
        "\r\n",
      ].join("\r\n"),
    );
  }

  /** @throws Error if it was refused, with the reason */
  static connect(origin: string, token: string): Promise<RawConsole> {
    return new Promise((resolve, reject) => new RawConsole(origin, token, { resolve, reject }));
  }

  /** Sends an event, and gives its acknowledgement. @throws Error if the connection is closed before */
  ask<T>(event: string, data: unknown): Promise<T> {
    const number = ++this.#number;
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(number, { resolve: resolve as (answer: unknown) => void, reject });
      this.#send(`42${number}${JSON.stringify([event, data])}`);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  /**
   * Engine.IO: "0" opens, "2" asks whether one is there, "4" is a message; then Socket.IO: "0" lets in, "2" is an event,
   * "3" an acknowledgement, "4" a refusal.
   */
  #begun(head: string, length: number): Wanted | undefined {
    const kind = head.slice(0, head[0] === "4" ? 2 : 1);
    switch (kind) {
      case "0":
        this.#send(`40${JSON.stringify({ token: this.#token, protocol: protocolVersion })}`);
        return undefined;
      case "2":
        this.#send("3");
        return undefined;
      case "42":
        return this.onEvent(head, length);
      case "43":
        return { whole: true, done: (payload) => this.#acknowledged(payload.toString()) };
      case "40":
        this.#letIn?.resolve(this);
        this.#letIn = null;
        return undefined;
      case "44":
        return { whole: true, done: (payload) => this.#letIn?.reject(new Error(payload.toString())) };
      default:
        return undefined;
    }
  }

  #acknowledged(text: string): void {
    const bracket = text.indexOf("[");
    const number = Number(text.slice(2, bracket));
    const [answer] = JSON.parse(text.slice(bracket)) as [unknown];
    this.#waiting.get(number)?.resolve(answer);
    this.#waiting.delete(number);
  }

  /** A text frame as clients send it: final, and masked, here by nothing. Source: RFC 6455, section 5.2. */
  #send(text: string): void {
    const payload = Buffer.from(text);
    const masked = 0x80;
    const head =
      payload.length < 126
        ? Buffer.from([0x81, masked | payload.length, 0, 0, 0, 0])
        : Buffer.from([0x81, masked | 126, payload.length >> 8, payload.length & 0xff, 0, 0, 0, 0]);
    this.#socket.write(Buffer.concat([head, payload]));
  }
}
