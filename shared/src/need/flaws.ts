import { foldTag } from "../hashtag/grammar.ts";
import { fitsAll, foldedHandle, language, mostGaps, stepsOf } from "./compile.ts";
import { compilePattern, PatternError } from "./pattern.ts";
import type { NeedPolicy, NeedRule } from "./rule.ts";
import { type TermStep, termSteps } from "./term.ts";

/**
 * What is odd about a rule that can be kept all the same: it is `unreached`, as the earlier rule `by` fits whatever it
 * fits; it `contradicts` the earlier rule `by`, with the same conditions and another need; it is a `repeat` of it; it
 * fits everything though others come after it; it can never fit, as its lists hold nobody.
 */
export type NeedFlaw =
  | { readonly kind: "unreached" | "contradicts" | "repeat"; readonly rule: number; readonly by: number }
  | { readonly kind: "fits-all" | "never"; readonly rule: number };

/** All the patterns of a desk together may come to so many steps, so that a message is read in a moment. */
const largestTogether = 2_000;

/** What is odd about the rules, at most one thing a rule, in their order. */
export function needFlaws(policy: NeedPolicy): readonly NeedFlaw[] {
  const rules = policy.needs.map((rule) => conditionsOf(rule, policy));
  const last = policy.needs.findLastIndex(({ off }) => off !== true);
  return policy.needs.flatMap((rule, index): NeedFlaw[] => {
    const own = rules[index];
    if (rule.off === true || own === undefined) return [];
    if (own.authors?.size === 0) return [{ kind: "never", rule: index }];
    for (let by = 0; by < index; by++) {
      const earlier = rules[by];
      if (earlier === undefined || policy.needs[by]?.off === true || !covers(earlier, own)) continue;
      if (!covers(own, earlier)) return [{ kind: "unreached", rule: index, by }];
      return [{ kind: policy.needs[by]?.need === rule.need ? "repeat" : "contradicts", rule: index, by }];
    }
    const isAll = fitsAll(rule) || (own.fitsAnyText && fitsAll({ ...rule, pattern: undefined } as NeedRule));
    return isAll && index < last ? [{ kind: "fits-all", rule: index }] : [];
  });
}

/** Why rules cannot be kept at all, in a sentence; null if they can. */
export function needProblem({ needs, authorLists = [] }: NeedPolicy): string | null {
  const ids = needs.flatMap(({ id }) => (id === undefined ? [] : [id]));
  if (new Set(ids).size < ids.length) return "Two rules for needs have the same id.";
  const lists = new Set(authorLists.map(({ id }) => id));
  if (lists.size < authorLists.length) return "Two lists of authors have the same id.";
  let together = 0;
  for (const [index, rule] of needs.entries()) {
    const called = rule.name === undefined ? `Rule ${index + 1}` : `Rule ${index + 1}, "${rule.name}"`;
    for (const term of [...(rule.words ?? []), ...(rule.not ?? [])]) {
      const steps = termSteps(term);
      if (steps.length === 0) return `${called}: "${term}" has no word to look for.`;
      if (gapsIn(steps) > mostGaps) return `${called}: "${term}" has more than ${mostGaps} gaps.`;
    }
    const lost = rule.authorLists?.find((id) => !lists.has(id));
    if (lost !== undefined) return `${called}: there is no list of authors "${lost}".`;
    if (rule.pattern === undefined) continue;
    try {
      together += compilePattern(rule.pattern).size;
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      return `${called}: ${error.message}`;
    }
    if (together > largestTogether) return `${called}: the patterns of all rules together are too large.`;
  }
  return null;
}

function gapsIn(steps: readonly TermStep[]): number {
  return steps.filter((step) => step === "gap").length;
}

interface Conditions {
  readonly rule: NeedRule;
  readonly words: readonly (readonly TermStep[])[] | null;
  readonly not: readonly (readonly TermStep[])[];
  readonly tags: ReadonlySet<string> | null;
  readonly authors: ReadonlySet<string> | null;
  readonly languages: ReadonlySet<string> | null;
  readonly fitsAnyText: boolean;
}

function conditionsOf(rule: NeedRule, { authorLists = [] }: NeedPolicy): Conditions {
  const listed = authorLists.filter(({ id }) => rule.authorLists?.includes(id) === true);
  const hasAuthors = rule.authors !== undefined || rule.authorLists !== undefined;
  const handles = [...(rule.authors ?? []), ...listed.flatMap((list) => list.handles)];
  return {
    rule,
    words: rule.words === undefined ? null : stepsOf(rule.words),
    not: stepsOf(rule.not),
    tags: rule.tags === undefined ? null : new Set(rule.tags.map(foldTag)),
    authors: hasAuthors ? new Set(handles.map(foldedHandle)) : null,
    languages: rule.languages === undefined ? null : new Set(rule.languages.map(language)),
    fitsAnyText: rule.pattern !== undefined && fitsNothing(rule.pattern),
  };
}

/** Whether a pattern fits where nothing stands, and so everywhere. */
function fitsNothing(source: string): boolean {
  try {
    return compilePattern(source).fitsNothing && !/[$^]|\\b/iu.test(source);
  } catch {
    return false;
  }
}

/** Whether a rule certainly fits whatever another fits. Where that does not show it is false. */
function covers(wide: Conditions, narrow: Conditions): boolean {
  const { rule: a } = wide;
  const { rule: b } = narrow;
  const platform = b.platform ?? b.channel?.split(":")[0];
  return (
    (a.channel === undefined || a.channel === b.channel) &&
    (a.platform === undefined || a.platform === platform) &&
    (a.kind === undefined || a.kind === b.kind) &&
    (a.question === undefined || b.question === true) &&
    (a.pattern === undefined || wide.fitsAnyText || a.pattern === b.pattern) &&
    (a.followersAtLeast === undefined || (b.followersAtLeast ?? 0) >= a.followersAtLeast) &&
    holdsAll(wide.tags, narrow.tags) &&
    holdsAll(wide.authors, narrow.authors) &&
    holdsAll(wide.languages, narrow.languages) &&
    (wide.words === null || narrow.words?.every((term) => within(term, wide.words ?? [])) === true) &&
    wide.not.every((term) => within(term, narrow.not))
  );
}

function holdsAll(wide: ReadonlySet<string> | null, narrow: ReadonlySet<string> | null): boolean {
  return wide === null || (narrow !== null && [...narrow].every((one) => wide.has(one)));
}

/** Whether wherever a term stands one of the others does too: it is among them, or one of them is a word of it. */
function within(term: readonly TermStep[], others: readonly (readonly TermStep[])[]): boolean {
  return others.some((other) => {
    const [only] = other;
    if (other.length === 1 && only !== undefined && only !== "gap")
      return term.some((step) => step !== "gap" && stepCovers(only, step));
    return other.length === term.length && other.every((step, at) => sameStep(step, term[at]));
  });
}

function stepCovers(wide: Exclude<TermStep, "gap">, narrow: Exclude<TermStep, "gap">): boolean {
  return wide.isPrefix ? narrow.word.startsWith(wide.word) : !narrow.isPrefix && narrow.word === wide.word;
}

function sameStep(wide: TermStep, narrow: TermStep | undefined): boolean {
  if (wide === "gap" || narrow === "gap" || narrow === undefined) return wide === narrow;
  return stepCovers(wide, narrow);
}
