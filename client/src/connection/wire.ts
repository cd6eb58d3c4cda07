import type { Changes } from "@flowdesk/shared/protocol/changes.ts";
import type { CommandAnswer } from "@flowdesk/shared/protocol/command.ts";
import type { DeskClosed, DeskJoin, DeskJoined } from "@flowdesk/shared/protocol/desk-join.ts";
import type { HandshakeRefusal } from "@flowdesk/shared/protocol/handshake.ts";
import type { PresenceDown, PresenceUp } from "@flowdesk/shared/protocol/presence.ts";
import { protocolVersion } from "@flowdesk/shared/protocol/version.ts";
import { io } from "socket.io-client";

/** Refusals that pass by themselves: it is tried again in a while. */
const passing: ReadonlySet<string> = new Set(["too.many", "desk.unavailable", "internal"]);

/** What comes over the connection. */
export interface WireEvents {
  readonly connected: () => void;
  readonly disconnected: () => void;
  /** The server does not let this console in; no further attempt is made unless `reconnect` is called. */
  readonly refused: (refusal: HandshakeRefusal) => void;
  readonly changes: (frame: Changes) => void;
  readonly presence: (presence: PresenceDown) => void;
  readonly deskClosed: (closed: DeskClosed) => void;
}

/** The connection to the server, as a desk's session uses it. */
export interface Wire {
  /** Rejects if no answer comes in time. */
  readonly join: (join: DeskJoin) => Promise<DeskJoined>;
  /** Rejects if no answer comes in time: then nobody knows whether it was done, and the same id is to be sent again. */
  readonly command: (envelope: { id: string; desk: string; type: string }) => Promise<CommandAnswer>;
  readonly presence: (presence: PresenceUp) => void;
  readonly leave: (desk: string) => void;
  /** Tries again now. */
  readonly reconnect: () => void;
  readonly close: () => void;
}

/** How long to wait for an answer, in ms. */
const answerTime = 8_000;

/** Shortest and longest wait before the first new attempt, in ms: spread, so that a thousand consoles do not come at once. */
const reconnectAfter = { least: 200, most: 3_000 };

/** Opens the connection, and keeps opening it anew until it is closed. */
export function openWire(events: WireEvents): Wire {
  const middle = (reconnectAfter.least + reconnectAfter.most) / 2;
  const socket = io({
    transports: ["websocket"],
    auth: { protocol: protocolVersion },
    reconnectionDelay: middle,
    reconnectionDelayMax: reconnectAfter.most,
    randomizationFactor: (reconnectAfter.most - middle) / middle,
    timeout: 10_000,
  });
  let again: ReturnType<typeof setTimeout> | null = null;
  const later = () => {
    if (again !== null) clearTimeout(again);
    const spread = reconnectAfter.least + Math.random() * (reconnectAfter.most - reconnectAfter.least);
    again = setTimeout(() => socket.connect(), spread);
  };
  const now = () => {
    if (!socket.connected) socket.disconnect().connect();
  };

  socket.on("connect", events.connected);
  socket.on("disconnect", (reason) => {
    events.disconnected();
    // The library comes back by itself unless the server hung up.
    if (reason === "io server disconnect") later();
  });
  socket.on("connect_error", (error: Error & { data?: HandshakeRefusal }) => {
    events.disconnected();
    if (error.data?.code === undefined) {
      if (!socket.active) later();
    } else if (passing.has(error.data.code)) later();
    else events.refused(error.data);
  });
  socket.on("changes", events.changes);
  socket.on("presence", events.presence);
  socket.on("desk.closed", events.deskClosed);
  globalThis.addEventListener?.("online", now);

  return {
    join: (join) => socket.timeout(answerTime).emitWithAck("desk.join", join),
    command: (envelope) => socket.timeout(answerTime).emitWithAck("command", envelope),
    presence: (presence) => {
      if (socket.connected) socket.volatile.emit("presence", presence);
    },
    leave: (desk) => {
      if (socket.connected) socket.emit("desk.leave", { desk });
    },
    reconnect: now,
    close: () => {
      if (again !== null) clearTimeout(again);
      globalThis.removeEventListener?.("online", now);
      socket.disconnect();
    },
  };
}
