import { millis } from "@flowdesk/shared/time/instant.ts";
import type { AccountDeps } from "./account-deps.ts";
import { isSecretOf } from "./hash.ts";
import type { Identity } from "./identity.ts";
import { accountTables } from "./tables.ts";
import { hasEnded, memberOfToken } from "./token.ts";
import type { UseNotes } from "./use-notes.ts";

/** `fd_<desk>_<id>_<secret>`: a desk's id has no underscore, id and secret are hex. */
const form = /^fd_([a-z0-9-]{1,40})_([0-9a-f]{16})_([0-9a-f]{64})$/;

type Deps = Pick<AccountDeps, "db" | "memberships" | "now">;

/** Whom an access token signs in; null if it is none, or revoked, or at its end. Has the use noted. */
export async function findToken(deps: Deps & { readonly uses: UseNotes }, token: string): Promise<Identity | null> {
  const { db, now, uses } = deps;
  const row = await rowOf(deps, token);
  if (row === null) return null;
  const { desk, id } = row;
  const member = memberOfToken(id);
  const program = (await deps.memberships.known(desk, [member])).get(member);
  if (hasEnded(program, now())) return null;
  uses.note({
    of: `token ${desk} ${id}`,
    last: row.last_used_at,
    write: (at) =>
      accountTables(db)
        .updateTable("tokens")
        .set({ last_used_at: at })
        .where("desk", "=", desk)
        .where("id", "=", id)
        .execute(),
  });
  const until = program?.accessUntil;
  return { kind: "token", desk, member, token: id, ...(until == null ? {} : { until: millis(until) }) };
}

/** Whether a token that signs nobody in did so until its end came. Who does not have its secret is not told. */
export async function isExpiredToken(deps: Deps, token: string): Promise<boolean> {
  const row = await rowOf(deps, token);
  if (row === null) return false;
  const member = memberOfToken(row.id);
  return hasEnded((await deps.memberships.known(row.desk, [member])).get(member), deps.now());
}

/** A token that has not been revoked, by its secret. */
async function rowOf({ db }: Deps, token: string) {
  const [, desk, id, secret] = form.exec(token) ?? [];
  if (desk === undefined || id === undefined || secret === undefined) return null;
  const row = await accountTables(db)
    .selectFrom("tokens")
    .select(["hash", "revoked_at", "last_used_at"])
    .where("desk", "=", desk)
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined || row.revoked_at !== null || !isSecretOf(row.hash, secret)) return null;
  return { desk, id, last_used_at: row.last_used_at };
}
