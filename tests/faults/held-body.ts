import { connect, type Socket } from "node:net";

export interface Held {
  readonly headers: readonly string[];
  /** What is said of the body's length, in bytes; without it the body comes in chunks, and its end is not told. */
  readonly length?: number;
  /** What of the body is sent. */
  readonly body: Buffer;
}

/** A request over HTTP whose body is begun and not ended; it keeps what is answered to it all the same. */
export class HeldBody {
  readonly #socket: Socket;
  received = "";

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding("latin1");
    socket.on("data", (data: string) => {
      this.received += data;
    });
    socket.on("error", () => undefined);
  }

  /** Posts to a path. Resolves when it is connected; the body is sent as fast as it is taken. */
  static async open(origin: string, path: string, { headers, length, body }: Held): Promise<HeldBody> {
    const { hostname, port } = new URL(origin);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    const held = new HeldBody(socket);
    await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
    const framing = length === undefined ? "Transfer-Encoding: chunked" : `Content-Length: ${length}`;
    socket.write([`POST ${path} HTTP/1.1`, `Host: ${hostname}:${port}`, ...headers, framing, "\r\n"].join("\r\n"));
    // A chunk that is as long as is said; none says that it was the last.
    if (length === undefined) socket.write(`${body.length.toString(16)}\r\n`);
    socket.write(body);
    return held;
  }

  close(): void {
    this.#socket.destroy();
  }
}
