import type { EventRefused } from "@flowdesk/shared/protocol/frame.ts";
import type { Socket } from "socket.io";
import { takeCommand } from "./command.ts";
import type { Connection } from "./connection.ts";
import { joinDesk } from "./desk-join.ts";
import { leaveDesk } from "./desk-leave.ts";
import { takePresence } from "./presence.ts";
import type { SocketDeps } from "./socket-deps.ts";

type Answer = (answer: unknown) => void;
type Taken = (connection: Connection, deps: SocketDeps, data: unknown, answer: Answer) => Promise<void>;

/** What a connection may send. */
const events: ReadonlyMap<string, Taken> = new Map<string, Taken>([
  ["desk.join", joinDesk],
  ["desk.leave", leaveDesk],
  ["command", takeCommand],
  ["presence", takePresence],
]);

const unknownEvent: EventRefused = {
  ok: false,
  error: { code: "event.unknown", message: "There is no such event; the wire's document lists those that there are." },
};

/** Has what a connection sends done, and answered where it asks. */
export function listen(socket: Socket, connection: Connection, deps: SocketDeps): void {
  socket.onAny((event: string, ...said: unknown[]) => {
    // Whatever else is sent along, or left out, who asks is answered (rule D3).
    const answer = once(said.findLast((one) => typeof one === "function"));
    const [data] = said;
    const take = events.get(event);
    if (take === undefined) answer(unknownEvent);
    else void take(connection, deps, typeof data === "function" ? undefined : data, answer);
  });
  // Its sender is told with the close; unheard, it would be printed.
  socket.on("error", () => undefined);
}

/** What acknowledges once; nothing if the sender wants no answer. */
function once(ack: unknown): Answer {
  let isAnswered = typeof ack !== "function";
  return (answer) => {
    if (isAnswered) return;
    isAnswered = true;
    (ack as Answer)(answer);
  };
}
