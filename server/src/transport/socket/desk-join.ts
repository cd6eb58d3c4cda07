import { sentenceOf } from "@flowdesk/shared/desk/decide.ts";
import { type Rejection, reject } from "@flowdesk/shared/desk/rejection.ts";
import { type DeskJoined, deskJoinSchema } from "@flowdesk/shared/protocol/desk-join.ts";
import { readBy } from "@flowdesk/shared/text/read-by.ts";
import { feedLimits } from "../../desk/feed-deps.ts";
import { seldom } from "../../desk/seldom.ts";
import type { TransportLog } from "../log.ts";
import { type Connection, mostInFlight } from "./connection.ts";
import type { SocketDeps } from "./socket-deps.ts";

/** Most desks that one connection follows. */
const mostDesks = 50;

/** Every join fails while the database is away. */
const warn = seldom((log: TransportLog, about: object) => log.warn(about, "a desk could not be joined"));

/** `desk.join`: follow a desk. The acknowledgement comes first, then what is missing, then what happens. */
export async function joinDesk(
  connection: Connection,
  { feeds, presence, log }: SocketDeps,
  data: unknown,
  acknowledge: (joined: DeskJoined) => void,
): Promise<void> {
  const refuse = (error: Rejection) => acknowledge({ ok: false, error });
  if (connection.isBusy) {
    return refuse(reject("too.many", `At most ${mostInFlight} commands and joins wait at once; join again.`));
  }
  await connection.inTurn(async () => {
    const read = readBy(deskJoinSchema, data);
    if (!read.success) return refuse(reject("command.invalid", sentenceOf(read.error)));
    const { desk, since, log: logId } = read.data;
    if (!connection.followed.has(desk) && connection.followed.size >= mostDesks) {
      return refuse(reject("too.many", `A connection follows at most ${mostDesks} desks; leave one first.`));
    }
    try {
      if (!(await connection.isConfirmed())) return connection.signOut();
      const feed = await feeds.open(desk);
      // Each join is sent some of what is missing before it is known whether that is taken.
      if (connection.undrained >= feedLimits.undrained) await connection.drained();
      if (!connection.isOpen) return;
      if (feed === null) return refuse(reject("desk.unknown", "There is no such desk, or you have no part in it."));
      connection.followed.delete(desk);
      presence.exit(desk, connection);
      await feed.join(connection, { since, log: logId }, acknowledge);
      const member = feed.memberFollowing(connection);
      if (member === null) return;
      connection.followed.set(desk, feed);
      presence.enter(desk, connection, member);
    } catch (error) {
      warn(log, { err: error, desk });
      refuse(reject("desk.unavailable", "The desk cannot answer now; join again."));
    }
  });
}
