import { seesItem, viewOf } from "@flowdesk/shared/desk/view.ts";
import type { ItemAnswer } from "@flowdesk/shared/protocol/http.ts";
import type { RequestHandler } from "express";
import { memberIn } from "./access.ts";
import type { HttpDeps } from "./http-deps.ts";
import { HttpRefusal } from "./http-refusal.ts";

/** `GET /api/desks/:desk/items/:item`: one item, open or closed, with all its messages. */
export function getItem(deps: Pick<HttpDeps, "identities" | "trustedOrigins" | "feeds" | "store">): RequestHandler {
  return async (request, response) => {
    const { feed, member } = await memberIn(request, deps, "read.items", "reading items");
    const found = await deps.store.item(feed.desk, String(request.params.item));
    if (found === null || !seesItem(viewOf(member), found.item)) {
      throw new HttpRefusal(404, "item.unknown", "There is no such item, or you do not see it.");
    }
    const { seq, item, thread } = found;
    const answer: ItemAnswer = { seq, item, messages: [...thread.messages], responses: [...thread.responses] };
    response.json(answer);
  };
}
