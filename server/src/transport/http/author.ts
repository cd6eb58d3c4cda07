import { sentenceOf } from "@flowdesk/shared/desk/decide.ts";
import { type AuthorAnswer, authorQuerySchema } from "@flowdesk/shared/protocol/author.ts";
import type { RequestHandler } from "express";
import type { AuthorStore } from "../../desk/erasure/author-store.ts";
import { soughtBy } from "../../desk/erasure/erasing-desks.ts";
import { memberIn } from "./access.ts";
import type { HttpDeps } from "./http-deps.ts";
import { HttpRefusal } from "./http-refusal.ts";

/** `GET /api/desks/:desk/author?author=&channel=`: how much an erasure would find. For those who may erase. */
export function getAuthor(
  deps: Pick<HttpDeps, "identities" | "trustedOrigins" | "feeds"> & { readonly authors: AuthorStore },
): RequestHandler {
  return async (request, response) => {
    const { feed } = await memberIn(request, deps, "author.erase", "erasing authors");
    const query = authorQuerySchema.safeParse(request.query);
    if (!query.success) throw new HttpRefusal(400, "request.invalid", sentenceOf(query.error));
    const answer: AuthorAnswer = { found: await deps.authors.findAuthor(feed.desk, soughtBy(query.data)) };
    response.json(answer);
  };
}
