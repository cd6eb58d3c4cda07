import type { AccountDeps, AccountLog } from "./account-deps.ts";

/**
 * Tells every desk of a person that one of their sessions ended, so that every node closes their consoles; those with
 * another session of theirs come straight back (rule A2).
 */
export async function endSessionInDesks(
  deps: Pick<AccountDeps, "desks" | "memberships"> & { readonly log: AccountLog },
  session: { readonly id: string; readonly user: string },
): Promise<void> {
  const memberships = await deps.memberships.ofUser(session.user);
  await Promise.all(
    memberships.map(async ({ desk, member }) => {
      const answer = await deps.desks.submit(desk, {
        id: `session-end-${session.id}`,
        type: "member.session.end",
        data: { member: member.id },
        actor: { kind: "system", id: "account" },
        lane: "people",
      });
      if (!answer.ok && answer.error.code !== "member.unknown") {
        deps.log.error({ desk, member: member.id, code: answer.error.code }, "a session's end did not reach its desk");
      }
    }),
  );
}
