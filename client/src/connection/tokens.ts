import type { Role } from "@flowdesk/shared/desk/role.ts";
import type { TokenEntry } from "@flowdesk/shared/protocol/account.ts";
import type { Instant } from "@flowdesk/shared/time/instant.ts";
import { request } from "./http.ts";

function path(desk: string): string {
  return `/api/desks/${encodeURIComponent(desk)}/tokens`;
}

/** The desk's access tokens without their secrets; those in use first. */
export async function tokensOf(desk: string): Promise<readonly TokenEntry[]> {
  return (await request<{ tokens: readonly TokenEntry[] }>("GET", path(desk))).tokens;
}

/** Makes a token, which is given here and never again. */
export function makeToken(
  desk: string,
  wanted: { readonly name: string; readonly roles: readonly Role[]; readonly until?: Instant },
): Promise<{ readonly id: string; readonly token: string }> {
  return request("POST", path(desk), wanted);
}

/** Gives a token another name or another end; null: it does not end by itself. */
export async function changeToken(
  desk: string,
  id: string,
  change: { readonly name?: string; readonly until?: Instant | null },
): Promise<void> {
  await request("PATCH", `${path(desk)}/${encodeURIComponent(id)}`, change);
}

/** Revokes a token; the program is out at once. */
export async function revokeToken(desk: string, id: string): Promise<void> {
  await request("DELETE", `${path(desk)}/${encodeURIComponent(id)}`);
}
