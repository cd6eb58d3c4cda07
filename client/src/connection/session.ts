import type { Role } from "@flowdesk/shared/desk/role.ts";
import type { Entered, InvitationLook, Me, RolesOffered } from "@flowdesk/shared/protocol/account.ts";
import { request } from "./http.ts";

/** A desk in which the person has a part. */
export interface DeskOfMine {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Who is signed in here, with their desks. @throws Refusal `unauthenticated` if nobody is */
export function me(): Promise<Me> {
  return request("GET", "/api/me");
}

/** The desks in which the person has a part. */
export async function desks(): Promise<readonly DeskOfMine[]> {
  return (await request<{ desks: readonly DeskOfMine[] }>("GET", "/api/desks")).desks;
}

/** @throws Refusal `sign-in.wrong` if address and password do not fit; `too.many` after too many tries */
export async function signIn(email: string, password: string): Promise<void> {
  await request("POST", "/api/auth/sign-in/email", { email, password });
}

export async function signOut(): Promise<void> {
  await request("POST", "/api/auth/sign-out", {});
}

/** Exchanges the token of a link that lets its holder in for a session. */
export function enter(token: string): Promise<Entered> {
  return request("POST", "/api/enter", { token });
}

/** The people of a demonstration as whom a role can be tried here; where that is refused, why. */
export function rolesOffered(): Promise<RolesOffered> {
  return request("POST", "/api/enter/roles", {});
}

/** @throws Refusal if the invitation has been used, has expired or was never made */
export function lookAtInvitation(token: string): Promise<InvitationLook> {
  return request("POST", "/api/invitations/look", { token });
}

/** Takes up an invitation, as who is signed in or with a new account; a name alone will do for an access that ends. */
export function acceptInvitation(
  token: string,
  account?: { readonly name: string; readonly email?: string; readonly password?: string },
): Promise<Entered> {
  return request("POST", "/api/invitations/accept", { token, ...account });
}

/** Gives an account that was let in by a link an address and a password of its own. */
export async function setCredentials(email: string, password: string): Promise<void> {
  await request("POST", "/api/account/credentials", { email, password });
}

/** @throws Refusal `password.wrong` if the present password is another */
export async function changePassword(
  currentPassword: string,
  newPassword: string,
  revokeOtherSessions: boolean,
): Promise<void> {
  await request("POST", "/api/auth/change-password", { currentPassword, newPassword, revokeOtherSessions });
}
