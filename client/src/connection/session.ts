import type { Role } from "@flowdesk/shared/desk/role.ts";
import { request } from "./http.ts";

/** The person who is signed in. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** A desk in which the person has a part. */
export interface DeskOfMine {
  readonly id: string;
  readonly name: string;
  readonly roles?: readonly Role[];
}

/** Who is signed in here, with their desks. @throws Refusal `unauthenticated` if nobody is */
export function me(): Promise<{ user: Person; desks?: readonly DeskOfMine[] }> {
  return request("GET", "/api/me");
}

export async function desks(): Promise<readonly DeskOfMine[]> {
  return (await request<{ desks: readonly DeskOfMine[] }>("GET", "/api/desks")).desks;
}

/** @throws Refusal if address and password do not fit, or after too many tries */
export async function signIn(email: string, password: string): Promise<void> {
  await request("POST", "/api/auth/sign-in/email", { email, password });
}

export async function signOut(): Promise<void> {
  await request("POST", "/api/auth/sign-out", {});
}

/** Exchanges the token of a link that lets its holder in for a session. */
export function enter(token: string): Promise<{ desk?: string } | null> {
  return request("POST", "/api/enter", { token });
}

/** What an invitation is for. */
export interface Invitation {
  readonly desk: string;
  readonly deskName: string;
  readonly role: Role;
  readonly expiresAt: string;
}

/** @throws Refusal if the invitation has been used, has expired or was never made */
export function lookAtInvitation(token: string): Promise<Invitation> {
  return request("POST", "/api/invitations/look", { token });
}

/** Takes up an invitation, as who is signed in or with a new account. */
export function acceptInvitation(
  token: string,
  account?: { name: string; email: string; password: string },
): Promise<{ desk: string }> {
  return request("POST", "/api/invitations/accept", { token, ...account });
}
