import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { type Action, permits } from "@flowdesk/shared/desk/permission.ts";
import type { Request } from "express";
import { type Identity, isAtItsEnd } from "../../account/identity.ts";
import { tokenExpired } from "../../account/refusal.ts";
import type { DeskFeed } from "../../desk/desk-feed.ts";
import { foreign } from "../own-origin.ts";
import type { HttpDeps } from "./http-deps.ts";
import { deskUnknown, forbidden, HttpRefusal } from "./http-refusal.ts";

/** Who a request is. Refuses who is nobody, and what a foreign page has sent with a person's cookies. */
export async function identityOf(
  request: Request,
  { identities, trustedOrigins }: Pick<HttpDeps, "identities" | "trustedOrigins">,
): Promise<Identity> {
  const identity = await identities.ofRequest(request.headers);
  if (identity === null) {
    if (await isAtItsEnd(identities, request.headers)) throw tokenExpired();
    throw new HttpRefusal(401, "unauthenticated", "Sign in first, or give a valid access token.");
  }
  const changes = request.method !== "GET" && request.method !== "HEAD";
  const why = identity.kind === "user" && changes ? foreign(request.headers.origin, trustedOrigins) : null;
  if (why !== null) throw new HttpRefusal(403, "origin.refused", why);
  return identity;
}

/** The desk that a request is about, and the member that it is there, who may do `action` (rule A1). */
export async function memberIn(
  request: Request,
  deps: Pick<HttpDeps, "identities" | "trustedOrigins" | "feeds">,
  action: Action,
  what: string,
): Promise<{ readonly feed: DeskFeed; readonly member: Member }> {
  const identity = await identityOf(request, deps);
  const feed = await deps.feeds.open(String(request.params.desk));
  const member = (await feed?.memberOf(identity)) ?? null;
  if (feed === null || member === null) throw deskUnknown();
  if (!permits(member, action)) throw forbidden(what);
  return { feed, member };
}
