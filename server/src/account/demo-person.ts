import type { AccountDeps } from "./account-deps.ts";

/** The id that the person of a role has among the members of a demonstration. Members who came by themselves have others. */
export function demoMember(role: string): string {
  return `demo-${role}`;
}

/**
 * Whether an account is that of a demonstration's own person. Anybody at the server's machine may be signed in as one:
 * it never becomes a member of another desk, and takes no password.
 */
export async function isDemoPerson({ memberships }: Pick<AccountDeps, "memberships">, user: string): Promise<boolean> {
  for (const { desk, member } of await memberships.ofUser(user))
    if (member.id.startsWith(demoMember("")) && (await memberships.isDemonstration(desk))) return true;
  return false;
}
