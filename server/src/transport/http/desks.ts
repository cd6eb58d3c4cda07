import type { RequestHandler } from "express";
import { identityOf } from "./access.ts";
import type { HttpDeps } from "./http-deps.ts";

/** `GET /api/desks`: the desks that one has a part in, with one's roles there. */
export function listDesks(deps: Pick<HttpDeps, "identities" | "trustedOrigins" | "feeds" | "store">): RequestHandler {
  return async (request, response) => {
    const identity = await identityOf(request, deps);
    const known = identity.kind === "token" ? [{ id: identity.desk }] : await deps.store.desks();
    const desks: Array<{ id: string; name: string; roles: readonly string[] }> = [];
    for (const { id } of known) {
      const feed = await deps.feeds.open(id);
      const member = (await feed?.memberOf(identity)) ?? null;
      if (feed === null || member === null) continue;
      desks.push({ id, name: feed.roster.desk.name, roles: member.roles });
    }
    response.json({ desks });
  };
}
