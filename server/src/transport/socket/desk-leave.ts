import { deskLeaveSchema } from "@flowdesk/shared/protocol/desk-join.ts";
import { readBy } from "@flowdesk/shared/text/read-by.ts";
import type { Connection } from "./connection.ts";
import type { SocketDeps } from "./socket-deps.ts";

/** `desk.leave`: follow a desk no more. */
export function leaveDesk(connection: Connection, { presence }: SocketDeps, data: unknown): Promise<void> {
  return connection.inTurn(async () => {
    const read = readBy(deskLeaveSchema, data);
    if (!read.success) return;
    const { desk } = read.data;
    connection.followed.get(desk)?.leave(connection);
    connection.followed.delete(desk);
    presence.exit(desk, connection);
  });
}
