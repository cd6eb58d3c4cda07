import { z } from "zod";
import { type Kind, kindSchema, type Need, needSchema } from "../desk/item/need.ts";
import { day, hour, type Instant, instant, millis, minute } from "../time/instant.ts";
import { addOpenTime, type OpeningHours } from "./opening-hours.ts";

/**
 * How soon what fits must be answered. What is left out fits everything; `priority` fits items of at least that
 * priority. Lengths of time in ms.
 */
export const targetRuleSchema = z.object({
  need: needSchema.optional(),
  channel: z.string().max(200).optional(),
  kind: kindSchema.optional(),
  tag: z.string().max(64).optional(),
  priority: z.int().min(0).max(3).optional(),
  /** From the oldest unanswered message to the reply. */
  ms: z
    .int()
    .min(1)
    .max(365 * day),
  /** The name of the calendar in whose opening hours it counts; without one it counts round the clock. */
  hours: z.string().max(64).optional(),
  /** From the oldest unanswered message until a person has seen it. */
  seenMs: z
    .int()
    .min(1)
    .max(365 * day)
    .optional(),
});
export type TargetRule = z.infer<typeof targetRuleSchema>;

/**
 * Ready-made targets. `24 hours`: what most consumers expect. `live`: an evening with an audience, where what is urgent
 * is seen within two minutes and answered within five, and what is practical within fifteen.
 */
export const targetPresets: { readonly "24 hours": readonly TargetRule[]; readonly live: readonly TargetRule[] } = {
  "24 hours": [
    { need: "urgent", ms: 24 * hour },
    { need: "practical", ms: 24 * hour },
    { need: "answer", ms: 24 * hour },
  ],
  live: [
    { need: "urgent", ms: 5 * minute, seenMs: 2 * minute },
    { need: "practical", ms: 15 * minute },
    { need: "answer", ms: 24 * hour },
  ],
};

/** What of an item decides its target. */
export type Targeted = { need: Need; channel: string; kind: Kind; tags: readonly string[]; priority: number };

/** The first rule that fits an item; null if none does, and for `watch`, which has no clock. */
export function targetFor(item: Targeted, rules: readonly TargetRule[]): TargetRule | null {
  if (item.need === "watch") return null;
  return rules.find((rule) => fits(item, rule)) ?? null;
}

function fits(item: Targeted, rule: TargetRule): boolean {
  return (
    (rule.need === undefined || rule.need === item.need) &&
    (rule.channel === undefined || rule.channel === item.channel) &&
    (rule.kind === undefined || rule.kind === item.kind) &&
    (rule.tag === undefined || item.tags.includes(rule.tag)) &&
    (rule.priority === undefined || item.priority >= rule.priority)
  );
}

/** When a wait is at risk, when it is overdue, and by when a person should have seen it. */
export type Deadlines = { riskAt: Instant | null; dueAt: Instant | null; unseenAt: Instant | null };

/**
 * The deadlines of a wait. `dueAt = awaitingSince + target`; `riskAt` after `riskShare` of the target, `unseenAt` after
 * `seenMs`, all in the same kind of time: open time where the rule names a calendar, else as the clock runs. A calendar
 * that is not among `calendars` counts as always open: a deadline that is too early is seen, one that is missing is not.
 * @returns `dueAt` and `riskAt` null if the calendar does not open for that long within 400 days: a wait that nobody
 * could answer in time has no clock; `unseenAt` null for that reason too, and if the rule sets no `seenMs`.
 * @throws RangeError if a deadline lies beyond the year 9999
 */
export function deadlines(
  awaitingSince: Instant,
  rule: TargetRule,
  calendars: Readonly<Record<string, OpeningHours>>,
  riskShare = 0.75,
): Deadlines {
  const hours = rule.hours !== undefined && Object.hasOwn(calendars, rule.hours) ? calendars[rule.hours] : undefined;
  const after = (ms: number): Instant | null =>
    hours === undefined ? instant(millis(awaitingSince) + ms) : addOpenTime(awaitingSince, ms, hours);
  const dueAt = after(rule.ms);
  return {
    dueAt,
    riskAt: dueAt === null ? null : after(Math.floor(rule.ms * riskShare)),
    unseenAt: rule.seenMs === undefined ? null : after(rule.seenMs),
  };
}
