import { z } from "zod";
import { calendarFlaw } from "../../clock/calendar-flaw.ts";
import type { WeeklySpan } from "../../clock/opening-hours.ts";
import { needProblem } from "../../need/flaws.ts";
import type { PolicyChange } from "../change.ts";
import { type CommandRule, commandRule } from "../command.ts";
import { accept, refuse } from "../context.ts";
import { type Action, permits } from "../permission.ts";
import { reject } from "../rejection.ts";
import { type Folding, foldingSchema } from "./folding.ts";
import { type Policy, policySchema } from "./policy.ts";
import { type Retention, retentionSchema } from "./retention.ts";

/**
 * A command that sets some sections of the desk's policy whole. Waits that run keep the target they began with; the new
 * policy holds for those that begin later.
 */
function policyCommand<const Type extends Action, Data extends z.ZodType<Partial<Policy>>>(
  type: Type,
  change: PolicyChange["type"],
  data: Data,
  flaw: (policy: Policy, before: Policy) => string | null = () => null,
): CommandRule<Type, Data> {
  return commandRule({
    type,
    data,
    touches: () => ({}),
    decide: (state, given, context) => {
      if (context.actor.kind === "member" && !permits(context.actor.member, type)) {
        return refuse(reject("forbidden", "Your roles do not allow this."));
      }
      const policy = { ...state.desk.policy, ...given } as Policy;
      const wrong = flaw(policy, state.desk.policy);
      if (wrong !== null) return refuse(reject("policy.invalid", wrong));
      if (JSON.stringify(policy) === JSON.stringify(state.desk.policy))
        return refuse(reject("nothing.to.do", "It is so already."));
      return accept({ type: change, policy: given });
    },
  });
}

const { shape } = policySchema;

function spanText({ from, to }: WeeklySpan): string {
  return `${from}–${to}`;
}

export const setNeeds = policyCommand(
  "policy.needs",
  "policy.needs.set",
  z.object({ needs: shape.needs, authorLists: shape.authorLists }) as unknown as z.ZodType<
    Partial<Policy>,
    Pick<Policy, "needs"> & Partial<Pick<Policy, "authorLists">>
  >,
  needProblem,
);

export const setTargets = policyCommand(
  "policy.targets",
  "policy.targets.set",
  z.object({
    targets: shape.targets,
    calendars: shape.calendars.optional(),
    riskShare: shape.riskShare.optional(),
  }) as unknown as z.ZodType<
    Partial<Policy>,
    Pick<Policy, "targets"> & Partial<Pick<Policy, "calendars" | "riskShare">>
  >,
  ({ targets, calendars }, before) => {
    const lost = targets.find(({ hours }) => hours !== undefined && !Object.hasOwn(calendars, hours));
    if (lost !== undefined) return `There is no calendar "${lost.hours}" for the target to count in.`;
    for (const [name, hours] of Object.entries(calendars)) {
      if (JSON.stringify(hours) === JSON.stringify(before.calendars[name])) continue;
      const flaw = calendarFlaw(hours);
      if (flaw?.kind === "never-open") return `The calendar "${name}" never opens; give it opening hours.`;
      if (flaw?.kind === "overlap")
        return `In the calendar "${name}", ${spanText(flaw.first)} and ${spanText(flaw.second)} overlap.`;
    }
    return null;
  },
);

export const setGrace = policyCommand("policy.grace", "policy.grace.set", z.object({ graceMs: shape.graceMs }));

export const setClosing = policyCommand(
  "policy.closing",
  "policy.closing.set",
  z.object({ closeAfterMs: shape.closeAfterMs }),
);

export const setAway = policyCommand(
  "policy.away",
  "policy.away.set",
  z.object({ awayAfterMs: shape.awayAfterMs.unwrap() }),
);

export const setHashtags = policyCommand(
  "policy.hashtags",
  "policy.hashtags.set",
  z.object({ hashtags: shape.hashtags }),
);

export const setTags = policyCommand("policy.tags", "policy.tags.set", z.object({ tags: shape.tags }));

export const setTemplates = policyCommand(
  "policy.templates",
  "policy.templates.set",
  z.object({ templates: shape.templates }),
  ({ templates }) =>
    new Set(templates.map(({ id }) => id)).size === templates.length ? null : "Two templates have the same id.",
);

export const setFolding = policyCommand(
  "policy.folding",
  "policy.folding.set",
  z.object({ folding: foldingSchema }) as unknown as z.ZodType<Partial<Policy>, { folding: Folding }>,
);

export const setRetention = policyCommand(
  "policy.retention",
  "policy.retention.set",
  z.object({ retention: retentionSchema }) as unknown as z.ZodType<Partial<Policy>, { retention: Retention }>,
);

/** Give the desk another name. */
export const renameDesk = commandRule({
  type: "desk.rename",
  data: z.object({ name: z.string().trim().min(1).max(120) }),
  touches: () => ({}),
  decide: (state, { name }, context) => {
    if (context.actor.kind === "member" && !permits(context.actor.member, "desk.rename")) {
      return refuse(reject("forbidden", "Your roles do not allow this."));
    }
    return state.desk.name === name
      ? refuse(reject("nothing.to.do", "It has this name."))
      : accept({ type: "desk.renamed", name });
  },
});
