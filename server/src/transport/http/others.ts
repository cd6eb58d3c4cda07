import { seesItem, viewOf } from "@flowdesk/shared/desk/view.ts";
import type { OthersAnswer } from "@flowdesk/shared/protocol/http.ts";
import type { RequestHandler } from "express";
import { memberIn } from "./access.ts";
import type { HttpDeps } from "./http-deps.ts";
import { HttpRefusal } from "./http-refusal.ts";

/** Most items that are told of an author. */
const most = 20;

/** `GET /api/desks/:desk/items/:item/others`: what else the item's author has on its channel, the newest first. */
export function getOthers(deps: Pick<HttpDeps, "identities" | "trustedOrigins" | "feeds" | "store">): RequestHandler {
  return async (request, response) => {
    const { feed, member } = await memberIn(request, deps, "read.items", "reading items");
    const view = viewOf(member);
    const found = await deps.store.item(feed.desk, String(request.params.item));
    if (found === null || !seesItem(view, found.item)) {
      throw new HttpRefusal(404, "item.unknown", "There is no such item, or you do not see it.");
    }
    const { id, channel, author } = found.item;
    // One more than are told: the item itself is among them.
    const all = await deps.store.itemsOfAuthor(feed.desk, channel, author.handle, most + 1);
    const answer: OthersAnswer = { items: all.filter((one) => one.id !== id && seesItem(view, one)).slice(0, most) };
    response.json(answer);
  };
}
