import type { Actor } from "@flowdesk/shared/desk/context.ts";
import type { Instant } from "@flowdesk/shared/time/instant.ts";
import type { AccountDeps } from "./account-deps.ts";
import { newPublicId } from "./hash.ts";
import { Refusal, refusalOf } from "./refusal.ts";
import { accountTables } from "./tables.ts";
import { hasEnded, memberOfToken } from "./token.ts";

/** What is to be another of a token. `until` is from when on it is refused; null: it does not end by itself. */
interface TokenChange {
  readonly desk: string;
  readonly id: string;
  readonly by: Actor;
  readonly name?: string | undefined;
  readonly until?: Instant | null | undefined;
}

/** Gives a token another name or another end. What has ended or was revoked stays so: a new one is to be made. */
export async function changeToken(
  deps: Pick<AccountDeps, "db" | "desks" | "memberships" | "now">,
  { desk, id, by, name, until }: TokenChange,
): Promise<void> {
  const db = accountTables(deps.db);
  const row = await db
    .selectFrom("tokens")
    .select("revoked_at")
    .where("desk", "=", desk)
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined || row.revoked_at !== null)
    throw new Refusal(404, "token.unknown", "There is no such token, or it was revoked.");
  const member = memberOfToken(id);
  if (hasEnded((await deps.memberships.known(desk, [member])).get(member), deps.now()))
    throw new Refusal(409, "token.expired", "This access token has ended; make a new one.");
  const ask = async (type: string, data: object) => {
    const answer = await deps.desks.submit(desk, {
      id: `token-${newPublicId()}`,
      type,
      data: { member, ...data },
      actor: by,
      lane: "people",
    });
    if (!answer.ok && answer.error.code !== "nothing.to.do") throw refusalOf(answer.error);
  };
  if (until !== undefined) await ask("member.until", { until });
  if (name === undefined) return;
  await ask("member.rename", { name });
  // What the row says is read where the desk no longer knows the member.
  await db.updateTable("tokens").set({ name }).where("desk", "=", desk).where("id", "=", id).execute();
}
