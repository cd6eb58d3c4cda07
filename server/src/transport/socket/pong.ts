import type { Server } from "socket.io";

type Pong = (data: Buffer, mask: boolean, taken: () => void) => void;

/** What Engine.IO has beneath a connection: a WebSocket of the library `ws`, which answers each ping by itself. */
interface Beneath {
  pong: Pong;
}

/**
 * Has pings of a WebSocket answered one at a time: until the network has taken a pong, of those that came meanwhile only
 * the last is kept (RFC 6455, section 5.5.3). A connection that pings and does not read would else be sent without bound.
 */
export function boundPongs(engine: Server["engine"]): void {
  engine.on("connection", ({ transport: { socket } }: { readonly transport: { readonly socket: Beneath } }) => {
    const pong: Pong = socket.pong.bind(socket);
    let isUnderWay = false;
    let next: Parameters<Pong> | null = null;
    const send = (...[data, mask, taken]: Parameters<Pong>) => {
      isUnderWay = true;
      pong(data, mask, () => {
        isUnderWay = false;
        taken();
        if (next === null) return;
        const last = next;
        next = null;
        send(...last);
      });
    };
    socket.pong = (...ping) => {
      if (isUnderWay) next = ping;
      else send(...ping);
    };
  });
}
