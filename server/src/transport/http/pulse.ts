import { viewOf } from "@flowdesk/shared/desk/view.ts";
import type { PulseAnswer } from "@flowdesk/shared/protocol/pulse.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import type { RequestHandler } from "express";
import type { Pulses } from "../../desk/pulse.ts";
import { memberIn } from "./access.ts";
import type { HttpDeps } from "./http-deps.ts";

/** `GET /api/desks/:desk/pulse`: how quickly messages come in by each channel that one sees, and which are silent. */
export function getPulse(
  deps: Pick<HttpDeps, "identities" | "trustedOrigins" | "feeds"> & { readonly pulses: Pulses },
): RequestHandler {
  return async (request, response) => {
    const { feed, member } = await memberIn(request, deps, "read.items", "reading items");
    const { now, lines } = await deps.pulses.of(feed.desk, viewOf(member));
    const answer: PulseAnswer = { desk: feed.desk, now: instant(now), lines };
    response.json(answer);
  };
}
