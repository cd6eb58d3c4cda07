import { z } from "zod";
import { commandRule } from "../command.ts";
import { accept, actorId, type Context, type Decision, refuse } from "../context.ts";
import { type Action, permits } from "../permission.ts";
import { reject } from "../rejection.ts";
import { type Briefing, longestBriefing, type PhoneNumber, phoneNumberSchema } from "./briefing.ts";

/** Write tonight's lines and the numbers to call. It takes the place of the briefing before, and everybody is to read it. */
export const write = commandRule({
  type: "briefing.write",
  data: z.object({
    text: z.string().trim().min(1).max(longestBriefing),
    numbers: z.array(phoneNumberSchema).max(100).optional(),
  }),
  touches: () => ({}),
  decide: (_state, { text, numbers }, context) =>
    publish("briefing.write", "briefing.written", "briefing", text, numbers ?? [], context),
});

/** Tell the whole team something. */
export const announce = commandRule({
  type: "briefing.announce",
  data: z.object({ text: z.string().trim().min(1).max(1_000) }),
  touches: () => ({}),
  decide: (_state, { text }, context) =>
    publish("briefing.announce", "briefing.announced", "announcement", text, [], context),
});

function publish(
  action: Action,
  type: "briefing.written" | "briefing.announced",
  kind: Briefing["kind"],
  text: string,
  numbers: readonly PhoneNumber[],
  context: Context,
): Decision {
  const { actor } = context;
  if (actor.kind === "member" && !permits(actor.member, action))
    return refuse(reject("forbidden", "Your roles do not allow this."));
  const by = actorId(actor);
  const briefing: Briefing = {
    id: context.newId(),
    kind,
    text,
    numbers: [...numbers],
    by,
    at: context.now,
    // Whoever wrote it knows it.
    readBy: [{ member: by, at: context.now }],
    version: 1,
  };
  return accept({ type, briefing });
}
