import type { Server as HttpServer } from "node:http";
import { largestFrame } from "@flowdesk/shared/protocol/frame.ts";
import { Server, type Socket } from "socket.io";
import { seldom } from "../../desk/seldom.ts";
import { StoreUnavailable } from "../../desk/store.ts";
import { Connection } from "./connection.ts";
import { Doorway } from "./doorway.ts";
import { Handshake } from "./handshake.ts";
import { heartbeat, someHeartbeat } from "./heartbeat.ts";
import { Link } from "./link.ts";
import { listen } from "./listen.ts";
import { boundPongs } from "./pong.ts";
import { sayWhy } from "./say-why.ts";
import type { SocketDeps } from "./socket-deps.ts";

/** A connection that has not introduced itself by then is closed, in ms. */
const introduceWithin = 10_000;
/** How often it is asked of everyone whether their session has not run out, in ms. */
const confirmEvery = 60_000;
/** An answer about identities may be so old, in ms: after an end noted elsewhere it is asked for again then. */
const identitiesHold = 1_050;
/** How often it is looked at who takes nothing of what they were sent, in ms. */
const sweepEvery = 500;
/** When stopping, connections have so long to take what they were sent, in ms. */
const closeWithin = 2_000;

/** Engine.IO's protocol as Socket.IO's clients speak it from 3 on; others would be answered in frames they cannot read. */
const engineSpoken = "4";
const otherEngine = "protocol.mismatch: This server speaks to clients of Socket.IO 3 and 4 (EIO=4); update yours.";

/** The sockets of a running server. */
export interface Sockets {
  /** Connections that have been let in. */
  count(): number;
  /** Takes no more, lets what was taken be answered and sent, and closes in a way that has consoles connect again. */
  stop(): Promise<void>;
}

/** Lets consoles and programs connect under `/socket.io`. */
export function attachSockets(httpServer: HttpServer, deps: SocketDeps): Sockets {
  let isStopping = false;
  const doorway = new Doorway();
  const io = new Server(httpServer, {
    transports: ["websocket"],
    allowUpgrades: false,
    perMessageDeflate: false,
    httpCompression: false,
    serveClient: false,
    maxHttpBufferSize: largestFrame,
    connectTimeout: introduceWithin,
    pingInterval: someHeartbeat(),
    pingTimeout: heartbeat.within,
    allowRequest: (request, decide) => {
      if (engineOf(request.url) === engineSpoken) doorway.pass(() => decide(null, !isStopping));
      else decide(otherEngine, false);
    },
  });
  sayWhy(io.engine);
  boundPongs(io.engine);
  const links = new Set<Link>();
  io.engine.on("connection", (conn: Socket["conn"]) => {
    // A connection is told, and keeps, what the engine goes by when it opens: this is for the next.
    io.engine.opts.pingInterval = someHeartbeat();
    const { socket } = conn.request;
    if (socket.destroyed) return;
    const link = Link.of(conn);
    links.add(link);
    socket.once("close", () => links.delete(link));
  });
  const sweeping = setInterval(() => {
    for (const link of links) link.sweep();
  }, sweepEvery).unref();
  const handshake = new Handshake(deps);
  const connections = new Set<Connection>();
  const tellOfHandshake = seldom((error: unknown) => deps.log.error({ err: error }, "a handshake failed"));

  io.use((socket, next) => {
    handshake.check(socket).then(
      (refusal) => next(refusal === null ? undefined : Object.assign(new Error(refusal.message), { data: refusal })),
      (error: unknown) => {
        tellOfHandshake(error);
        const code = error instanceof StoreUnavailable ? "desk.unavailable" : "internal";
        next(Object.assign(new Error("The server cannot let you in now; try again."), { data: { code } }));
      },
    );
  });
  io.on("connection", (socket) => {
    const { identity, identify } = handshake.introduction(socket);
    const connection: Connection = new Connection(socket, identity, identify, (desk) =>
      deps.presence.exit(desk, connection),
    );
    connections.add(connection);
    listen(socket, connection, deps);
    socket.on("disconnect", () => {
      connections.delete(connection);
      for (const [desk, feed] of connection.followed) {
        feed.leave(connection);
        deps.presence.exit(desk, connection);
      }
    });
  });

  const confirm = async (some: Iterable<Connection>, ifUnknown: (connection: Connection) => void) => {
    for (const connection of [...some]) {
      try {
        if (!(await connection.isConfirmed(true))) connection.signOut();
      } catch {
        ifUnknown(connection);
      }
    }
  };
  /** A sign-in of theirs has ended, and it cannot be told whether it is this one: the handshake will tell. */
  const cut = (connection: Connection) => connection.cut();
  /** The database is away: nobody has signed out by that. */
  const keep = () => {};
  const unlisten = deps.feeds.onSessionEnded((_desk, { user }) => {
    const theirs = [...connections].filter(({ identity }) => identity.kind === "user" && identity.user === user);
    void confirm(theirs, cut);
    setTimeout(() => {
      const left = theirs.filter((connection) => connection.isOpen);
      void confirm(left, cut);
    }, identitiesHold).unref();
  });
  const confirming = setInterval(() => void confirm(connections, keep), confirmEvery).unref();

  return {
    count: () => connections.size,
    stop: async () => {
      isStopping = true;
      clearInterval(confirming);
      unlisten();
      await deps.desks.drain();
      for (const feed of deps.feeds.all()) feed.flush();
      await closeAll(links);
      clearInterval(sweeping);
      io.engine.close();
    },
  };
}

/** Closes the transports, not the sessions above them: clients take that for a cut, and connect again. */
async function closeAll(links: ReadonlySet<Link>): Promise<void> {
  const closing = [...links].map(async (link) => {
    await Promise.race([link.backlog.drained(), pause(closeWithin)]);
    link.close();
  });
  await Promise.all(closing);
  const until = performance.now() + closeWithin;
  while (links.size > 0 && performance.now() < until) await pause(20);
  for (const link of links) link.cut();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The number of Engine.IO's protocol that a request is made in; null if it says none. */
function engineOf(url = "/"): string | null {
  return URL.parse(url, "http://server")?.searchParams.get("EIO") ?? null;
}
