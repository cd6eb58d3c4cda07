import { presenceUpSchema } from "@flowdesk/shared/protocol/presence.ts";
import { readBy } from "@flowdesk/shared/text/read-by.ts";
import type { Connection } from "./connection.ts";
import type { SocketDeps } from "./socket-deps.ts";

/** `presence`: what this console has open. It is gathered, and told to those who may see it. */
export async function takePresence(
  connection: Connection,
  { presence, log }: SocketDeps,
  data: unknown,
): Promise<void> {
  const read = readBy(presenceUpSchema, data);
  if (!read.success) return;
  try {
    await presence.update(connection, read.data);
  } catch (error) {
    log.debug({ err: error, desk: read.data.desk }, "what a console has open could not be looked up");
  }
}
