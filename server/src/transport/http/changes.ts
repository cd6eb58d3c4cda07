import { sentenceOf } from "@flowdesk/shared/desk/decide.ts";
import { seesChange, viewOf } from "@flowdesk/shared/desk/view.ts";
import { addressNumber } from "@flowdesk/shared/protocol/address-number.ts";
import type { ChangesAnswer } from "@flowdesk/shared/protocol/http.ts";
import type { RequestHandler } from "express";
import { z } from "zod";
import { memberIn } from "./access.ts";
import type { HttpDeps } from "./http-deps.ts";
import { deskUnknown, HttpRefusal } from "./http-refusal.ts";

const querySchema = z.object({
  since: addressNumber(z.int().min(0)).default(0),
  limit: addressNumber(z.int().min(1).max(1_000)).default(500),
  /** The log that `since` counts in; absent counts as the desk's own. */
  log: z.string().max(64).optional(),
});

/** `GET /api/desks/:desk/changes?since=&log=&limit=`: the log, as far as one may see it; page on `to`. */
export function getChanges(deps: Pick<HttpDeps, "identities" | "trustedOrigins" | "feeds" | "store">): RequestHandler {
  return async (request, response) => {
    const { feed, member } = await memberIn(request, deps, "read.log", "reading the log");
    const query = querySchema.safeParse(request.query);
    if (!query.success) throw new HttpRefusal(400, "request.invalid", sentenceOf(query.error));
    const { since, limit, log } = query.data;
    const head = await deps.store.head(feed.desk);
    if (head === null) throw deskUnknown();
    const lines = since > head.seq ? [] : await deps.store.changes(feed.desk, since, limit);
    const first = lines[0]?.change.seq;
    // The oldest lines of a log are cut: it does not go on from before them.
    const isCut = first === undefined ? since < head.seq : first !== since + 1;
    if ((log ?? head.log) !== head.log || since > head.seq || isCut) {
      throw new HttpRefusal(409, "cursor.reset", "The log does not go on from there; load a snapshot and its seq.");
    }
    const view = viewOf(member);
    const to = lines.at(-1)?.change.seq ?? since;
    const answer: ChangesAnswer = {
      desk: feed.desk,
      log: head.log,
      from: since + 1,
      to,
      head: Math.max(head.seq, to),
      changes: lines.filter(({ scope }) => seesChange(view, scope)).map(({ change }) => change),
    };
    response.json(answer);
  };
}
