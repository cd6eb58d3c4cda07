import { sentenceOf } from "@flowdesk/shared/desk/decide.ts";
import { permits } from "@flowdesk/shared/desk/permission.ts";
import { viewOf } from "@flowdesk/shared/desk/view.ts";
import { type ShiftAnswer, shiftQuerySchema } from "@flowdesk/shared/protocol/shift.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import type { RequestHandler } from "express";
import { reportScope } from "../../report/scope.ts";
import { memberIn } from "./access.ts";
import { forbidden, HttpRefusal } from "./http-refusal.ts";
import type { ReviewDeps } from "./review.ts";

/** `GET /api/desks/:desk/shift?member=&from=&until=`: the figures of somebody's shift; one's own are everybody's to read. */
export function getShift(deps: ReviewDeps): RequestHandler {
  return async (request, response) => {
    const { feed, member: asker } = await memberIn(
      request,
      deps,
      "read.figures.shift",
      "reading the figures of a shift",
    );
    const query = shiftQuerySchema.safeParse(request.query);
    if (!query.success) throw new HttpRefusal(400, "request.invalid", sentenceOf(query.error));
    const now = deps.now();
    const { member = asker.id, from, until = instant(now) } = query.data;
    if (!permits(asker, "read.figures.shift", { owner: member })) throw forbidden("reading the figures of others");
    const all = { channel: [], kind: [], need: [], person: [member] };
    const scope = reportScope(feed.desk, all, { from, to: until }, viewOf(asker));
    const [report, work] = await Promise.all([
      deps.store.read("report", { scope, now }),
      deps.store.read("shiftWork", { scope, member }),
    ]);
    const answer: ShiftAnswer = { member, from, until, figures: report.all, ...work };
    response.json(answer);
  };
}
