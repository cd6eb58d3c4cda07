import type { Request, RequestHandler } from "express";
import type { Walls } from "../../desk/wall.ts";
import { memberIn } from "./access.ts";
import type { HttpDeps } from "./http-deps.ts";
import { deskUnknown } from "./http-refusal.ts";

/** `GET /api/wall`: what a big screen shows, for the token of its link. */
export function getWall(walls: Walls, deskOf: (request: Request) => Promise<string>): RequestHandler {
  return async (request, response) => {
    response.set("Referrer-Policy", "no-referrer");
    const wall = await walls.of(await deskOf(request));
    if (wall === null) throw deskUnknown();
    response.json(wall);
  };
}

/** `GET /api/desks/:desk/wall`: the same for whoever may make a link to it. */
export function getWallAsMember(
  walls: Walls,
  deps: Pick<HttpDeps, "identities" | "trustedOrigins" | "feeds">,
): RequestHandler {
  return async (request, response) => {
    const { feed } = await memberIn(request, deps, "account.wall", "looking at the wall");
    const wall = await walls.of(feed.desk);
    if (wall === null) throw deskUnknown();
    response.json(wall);
  };
}
