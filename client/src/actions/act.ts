import type { CommandData, CommandType } from "@flowdesk/shared/desk/commands.ts";
import type { RejectionCode } from "@flowdesk/shared/desk/rejection.ts";
import type { Outcome } from "../connection/desk-connection.ts";
import { command } from "../connection/desk-session.ts";
import { notify } from "../store/notices-store.ts";
import { serverNow } from "../store/server-clock.ts";

/**
 * Gives a command and tells the person what was refused of it.
 * @param silent codes that nobody needs to hear of
 */
export async function act<Type extends CommandType>(
  type: Type,
  data: CommandData[Type],
  silent: readonly RejectionCode[] = [],
): Promise<Outcome> {
  const outcome = await command(type, data);
  if (!outcome.ok) {
    if (!silent.includes(outcome.error.code)) notify({ kind: "refused", rejection: outcome.error }, serverNow());
  } else {
    const refused = (outcome.refused ?? []).filter(({ code }) => !silent.includes(code));
    if (refused.length > 0) notify({ kind: "partly", refused }, serverNow());
  }
  return outcome;
}

/** One item by `item`, several by `items`: what a command names. */
export function naming(ids: readonly string[]): { item: string } | { items: string[] } {
  const [first] = ids;
  return ids.length === 1 && first !== undefined ? { item: first } : { items: [...ids] };
}
