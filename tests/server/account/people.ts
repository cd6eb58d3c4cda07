import { createInvitation } from "@flowdesk/server/account/invitation.ts";
import { createSignInLink } from "@flowdesk/server/account/sign-in-link.ts";
import type { Role } from "@flowdesk/shared/desk/role.ts";
import { type AccountServer, type Client, deskId, tokenOf } from "./account-server.ts";

export const anna = { name: "Anna Holm", email: "anna@example.org", password: "correct horse battery" } as const;
export const bo = { name: "Bo Lind", email: "bo@example.org", password: "staple battery horse" } as const;

/** A person of the desk, signed in with a new account. */
export async function signedUp(
  server: AccountServer,
  person: { name: string; email: string; password: string },
  ...roles: Role[]
): Promise<Client> {
  const client = server.client();
  const link = await createInvitation(server.accounts, { desk: deskId, roles });
  const { status, body } = await client.post("/api/invitations/accept", { token: tokenOf(link), ...person });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return client;
}

/** The first administrator, signed in by the link that the server printed. */
export async function enteredByLink(server: AccountServer): Promise<Client> {
  const client = server.client();
  const link = await createSignInLink(server.accounts, { desk: deskId, name: "First" });
  const { status, body } = await client.post("/api/enter", { token: tokenOf(link) });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return client;
}
