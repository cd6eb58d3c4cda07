import type { Role } from "@flowdesk/shared/desk/role.ts";
import type { InvitationEntry, NewInvitation as WantedInvitation } from "@flowdesk/shared/protocol/account.ts";
import { request } from "./http.ts";

/** An invitation as it is shown once: the link is never given again. */
export interface NewInvitation {
  readonly id: string;
  readonly link: string;
  /** An instant. */
  readonly expiresAt: string;
}

function path(desk: string): string {
  return `/api/desks/${encodeURIComponent(desk)}/invitations`;
}

/** The invitations that can still be used, the newest first. */
export async function invitationsOf(desk: string): Promise<readonly InvitationEntry[]> {
  return (await request<{ invitations: readonly InvitationEntry[] }>("GET", path(desk))).invitations;
}

/** Makes a link that lets one person in. @param name whom it is for; empty: not said */
export function invite(desk: string, roles: readonly Role[], name: string): Promise<NewInvitation> {
  return request("POST", path(desk), { roles, ...(name.trim() === "" ? {} : { name: name.trim() }) });
}

/** Makes a link that lets one volunteer in, at work as a community manager until the end of their access. */
export function inviteVolunteer(
  desk: string,
  wanted: { readonly until: string } & Omit<WantedInvitation, "roles" | "until">,
): Promise<NewInvitation> {
  return request("POST", path(desk), { ...wanted, roles: ["community-manager"] });
}

/** Takes an invitation back. @throws Refusal `invitation.unknown` if it has been used */
export async function withdrawInvitation(desk: string, id: string): Promise<void> {
  await request("DELETE", `${path(desk)}/${encodeURIComponent(id)}`);
}
