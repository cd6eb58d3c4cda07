import { frameRefusals } from "@flowdesk/shared/protocol/frame.ts";
import type { Server } from "socket.io";

/** What Engine.IO has beneath a connection: a WebSocket of the library `ws`. */
interface Beneath {
  close(code?: number, reason?: string): void;
}

interface Transport {
  readonly socket: Beneath;
  prependListener(event: "packet", listener: () => void): void;
  on(event: "packet", listener: () => void): void;
}

/** Codes with which a WebSocket is closed (RFC 6455, section 7.4.1). */
const closes = { protocolError: 1002, unreadable: 1007, tooLarge: 1009 };

/**
 * Has connections that are closed over what they sent told why. Engine.IO and Socket.IO close them in silence, and `ws`
 * with a bare number: what they close with is given its sentence here.
 */
export function sayWhy(engine: Server["engine"]): void {
  engine.on("connection", (conn: { readonly readyState: string; readonly transport: Transport }) => {
    const { transport } = conn;
    const { socket } = transport;
    let isReading = false;
    let isRefused = false;
    // Around whatever is done with a frame, which is done at once: who is closed in between is closed for it.
    transport.prependListener("packet", () => {
      isReading = true;
    });
    transport.on("packet", () => {
      isReading = false;
      isRefused ||= conn.readyState !== "open";
    });
    const close = socket.close.bind(socket);
    socket.close = (code, reason) => {
      const isForFrame = code === undefined && (isReading || isRefused);
      if (code === closes.tooLarge) close(code, reasonOf("frame.too.large"));
      else if (isForFrame || code === closes.protocolError || code === closes.unreadable)
        close(code ?? closes.unreadable, reasonOf("frame.unreadable"));
      else close(code, reason);
    };
  });
}

function reasonOf(code: keyof typeof frameRefusals): string {
  return `${code}: ${frameRefusals[code]}`;
}
