import { z } from "zod";
import { type Instant, instantSchema } from "../time/instant.ts";
import { brokenTags } from "./broken-tag.ts";
import { extractHashtags, foldTag } from "./grammar.ts";
import { nearest, type SpelledTag, spelled } from "./near-miss.ts";
import { missingTagFix, type TextFix } from "./text-fix.ts";

/** Rules that a text can be checked against between two keystrokes. */
const mostRules = 500;
const longestTag = 140;

const tagSchema = z
  .string()
  .trim()
  .transform((tag) => tag.replace(/^[#＃]/u, "").normalize("NFC"))
  .pipe(
    z
      .string()
      .min(1)
      .max(longestTag)
      .regex(/^[^\s#＃]+$/u, "A tag is one word, with or without its hash sign."),
  );

/**
 * What a tag is to the desk: `required`, it has to be there; `canonical`, the right form, which near misses are mended
 * to; `allowed`, right in its own way though it may look like a miss; `banned`, it stops a text.
 */
export const standingSchema = z.enum(["required", "canonical", "allowed", "banned"]);
export type Standing = z.infer<typeof standingSchema>;

/** One rule: a tag's standing, where and when. Without channels and platforms: everywhere; with both: on either. */
export const hashtagRuleSchema = z.object({
  /** Without its hash sign, in the form for display. */
  tag: tagSchema,
  standing: standingSchema,
  /** Ids of channels, `platform:handle`. */
  channels: z.array(z.string().max(200)).max(300).optional(),
  platforms: z.array(z.string().max(32)).max(50).optional(),
  /** From this instant on. */
  from: instantSchema.optional(),
  /** Until before this instant. */
  until: instantSchema.optional(),
  /** Shown with the finding. */
  reason: z.string().max(500).optional(),
});
export type HashtagRule = z.infer<typeof hashtagRuleSchema>;

/** The desk's rules on hashtags. */
export const hashtagPolicySchema = z.object({
  rules: z.array(hashtagRuleSchema).max(mostRules),
  /** Whether required tags are required in public replies too. In direct messages they never are. */
  requireInReplies: z.boolean().default(false),
});
export type HashtagPolicy = z.infer<typeof hashtagPolicySchema>;

/** What a text is checked as. */
export type HashtagUse = "post" | "reply" | "dm-reply";

/** Something that the check found. */
export interface HashtagFinding {
  kind: "banned" | "near-miss" | "missing-required";
  /** The tag as it stands in the text, without its hash sign; of a missing one, the required tag. */
  tag: string;
  /** The tag that was meant, in the form for display. */
  canonical?: string;
  /** UTF-16 indices of what the finding is about; none where something is missing. */
  start?: number;
  end?: number;
  fix?: TextFix;
  /** Whether the text may not leave with it, unless a flow manager overrides. */
  blocking: boolean;
  /** The rule's reason. */
  reason?: string;
}

/** What is checked, where, and for when. */
export interface HashtagCheck {
  policy: HashtagPolicy;
  platform: string;
  /** The channel's id, `platform:handle`. */
  channel: string;
  text: string;
  use: HashtagUse;
  /** When the text is to leave. */
  at: Instant;
}

/**
 * Checks the hashtags of a text against the policy. A banned tag blocks. A near miss of a required or canonical tag is
 * offered with its fix and blocks nothing. A required tag that is missing blocks planned posts, and public replies where
 * the policy asks for it. Findings come in the order of the text, what is missing last. Fixes are for this text: after
 * one is applied the text is to be checked again.
 */
export function checkHashtags(check: HashtagCheck): HashtagFinding[] {
  const { policy, platform, text, use } = check;
  const standing = standings(check);
  if (standing.size === 0) return [];
  const found = extractHashtags(platform, text);
  const wanted = wantedTags(standing);
  const allowed = [...standing.values()].filter((rule) => rule.standing === "allowed").map((rule) => spelled(rule.tag));
  const broken = brokenTags(platform, text, found, wanted, (tag) => standing.has(foldTag(tag)));
  const findings: HashtagFinding[] = [];
  for (const { canonical, start, end, replacement } of broken) {
    const tag = text.slice(start + 1, end);
    findings.push({ kind: "near-miss", tag, canonical, start, end, fix: { start, end, replacement }, blocking: false });
  }
  for (const { tag, start, end } of found) {
    const rule = standing.get(foldTag(tag));
    const isBroken = broken.some((one) => one.start < end && start < one.end);
    if (rule === undefined ? isBroken : rule.standing !== "banned") continue;
    const canonical = nearest(spelled(tag).spelling, wanted, rule === undefined ? allowed : [])?.tag;
    const fix = canonical === undefined ? undefined : { start, end, replacement: `#${canonical}` };
    const offer = canonical === undefined || fix === undefined ? {} : { canonical, fix };
    if (rule !== undefined) {
      findings.push({ kind: "banned", tag, start, end, ...offer, blocking: true, ...reasonOf(rule) });
    } else if (fix !== undefined) {
      findings.push({ kind: "near-miss", tag, start, end, ...offer, blocking: false });
    }
  }
  findings.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
  if (use === "post" || (use === "reply" && policy.requireInReplies)) {
    const present = new Set(found.map(({ tag }) => foldTag(tag)));
    for (const rule of standing.values()) {
      if (rule.standing !== "required" || present.has(foldTag(rule.tag))) continue;
      const fix = findings.find((one) => one.canonical === rule.tag)?.fix ?? missingTagFix(text, rule.tag);
      findings.push({ kind: "missing-required", tag: rule.tag, fix, blocking: true, ...reasonOf(rule) });
    }
  }
  return findings;
}

function reasonOf(rule: HashtagRule): { reason?: string } {
  return rule.reason === undefined ? {} : { reason: rule.reason };
}

/** The tags that misses are mended to, required ones first. */
function wantedTags(standing: ReadonlyMap<string, HashtagRule>): SpelledTag[] {
  const rules = [...standing.values()];
  return [
    ...rules.filter((rule) => rule.standing === "required"),
    ...rules.filter((rule) => rule.standing === "canonical"),
  ].map((rule) => spelled(rule.tag));
}

/** The tag that goes with a text on a channel at an instant: the first that is required there, else the right form. */
export function usualTag(where: Pick<HashtagCheck, "policy" | "platform" | "channel" | "at">): string | null {
  return wantedTags(standings(where))[0]?.tag ?? null;
}

const strictness: Readonly<Record<Standing, number>> = { banned: 3, required: 2, canonical: 1, allowed: 0 };

/**
 * The rule that holds for each tag (folded) on the channel at the instant. A rule for the channel holds before one for
 * its platform, and that before one for everywhere; of two alike the stricter.
 */
function standings({
  policy,
  platform,
  channel,
  at,
}: Pick<HashtagCheck, "policy" | "platform" | "channel" | "at">): Map<string, HashtagRule> {
  const holding = new Map<string, { rule: HashtagRule; rank: number }>();
  for (const rule of policy.rules) {
    if ((rule.from !== undefined && at < rule.from) || (rule.until !== undefined && at >= rule.until)) continue;
    const reach = reachOf(rule, platform, channel);
    if (reach === null) continue;
    const rank = reach * 10 + strictness[rule.standing];
    const tag = foldTag(rule.tag);
    const before = holding.get(tag);
    if (before === undefined || rank > before.rank) holding.set(tag, { rule, rank });
  }
  return new Map([...holding].map(([tag, { rule }]) => [tag, rule]));
}

/** 2: for this channel, 1: for its platform, 0: everywhere, null: not here. */
function reachOf(rule: HashtagRule, platform: string, channel: string): number | null {
  if (rule.channels?.some((one) => one.toLowerCase() === channel.toLowerCase()) === true) return 2;
  if (rule.platforms?.some((one) => one.toLowerCase() === platform) === true) return 1;
  return (rule.channels?.length ?? 0) === 0 && (rule.platforms?.length ?? 0) === 0 ? 0 : null;
}

/** The text with a finding's fix made; unchanged if it has none. */
export function applyFix(text: string, finding: HashtagFinding): string {
  if (finding.fix === undefined) return text;
  const { start, end, replacement } = finding.fix;
  return text.slice(0, start) + replacement + text.slice(end);
}
