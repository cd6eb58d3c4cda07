import { foldTag } from "../hashtag/grammar.ts";
import { compilePattern, type Pattern, PatternError } from "./pattern.ts";
import { addQuestionWords, type QuestionRole } from "./question.ts";
import type { AuthorList, NeedPolicy, NeedRule } from "./rule.ts";
import { type TermStep, termSteps } from "./term.ts";
import { Vocabulary } from "./vocabulary.ts";

/** What a term that stands in a text means: a rule's words are there, or those it does not want; or part of a question. */
export type TermUse =
  | { readonly rule: number; readonly part: "words" | "not" }
  | { readonly rule: -1; readonly part: QuestionRole };

/** A rule made ready. Its words and questions are found through the vocabulary that all rules share. */
export interface CompiledRule {
  readonly rule: NeedRule;
  /** Null: the rule has no such condition. */
  readonly tags: ReadonlySet<string> | null;
  readonly authors: ReadonlySet<string> | null;
  readonly languages: ReadonlySet<string> | null;
  readonly pattern: Pattern | null;
  readonly fitsAll: boolean;
  /** Whether a word of the text decides anything in it. */
  readonly readsText: boolean;
}

export interface CompiledNeeds {
  readonly rules: readonly CompiledRule[];
  readonly vocabulary: Vocabulary<TermUse>;
  readonly readsQuestions: boolean;
}

/** More gaps than this in one term would have too many ways to be looked for. */
export const mostGaps = 2;

const compiled = new WeakMap<object, { readonly lists: unknown; readonly needs: CompiledNeeds }>();

/** The rules of a policy made ready, once for each policy. */
export function compiledNeeds(policy: NeedPolicy): CompiledNeeds {
  const before = compiled.get(policy.needs);
  if (before !== undefined && before.lists === policy.authorLists) return before.needs;
  const needs = compileNeeds(policy);
  compiled.set(policy.needs, { lists: policy.authorLists, needs });
  return needs;
}

function compileNeeds({ needs, authorLists }: NeedPolicy): CompiledNeeds {
  const vocabulary = new Vocabulary<TermUse>();
  const rules = needs.map((rule, index): CompiledRule => {
    const isOn = rule.off !== true;
    if (isOn) {
      for (const steps of stepsOf(rule.words)) vocabulary.add(steps, { rule: index, part: "words" });
      for (const steps of stepsOf(rule.not)) vocabulary.add(steps, { rule: index, part: "not" });
    }
    return {
      rule,
      tags: rule.tags === undefined ? null : new Set(rule.tags.map(foldTag)),
      authors: authorsOf(rule, authorLists ?? []),
      languages: rule.languages === undefined ? null : new Set(rule.languages.map(language)),
      pattern: rule.pattern === undefined ? null : patternOf(rule.pattern),
      fitsAll: fitsAll(rule),
      readsText: rule.words !== undefined || rule.not !== undefined || rule.question === true,
    };
  });
  const readsQuestions = needs.some(({ off, question }) => off !== true && question === true);
  if (readsQuestions) addQuestionWords<TermUse>(vocabulary, (part) => ({ rule: -1, part }));
  return { rules, vocabulary, readsQuestions };
}

/** The terms of a list that can be looked for. */
export function stepsOf(written: readonly string[] | undefined): Array<readonly TermStep[]> {
  return (written ?? [])
    .map(termSteps)
    .filter((steps) => steps.length > 0 && steps.filter((step) => step === "gap").length <= mostGaps);
}

/** Whether a rule has no condition. */
export function fitsAll({ id: _id, name: _name, off: _off, need: _need, ...conditions }: NeedRule): boolean {
  return Object.values(conditions).every((condition) => condition === undefined);
}

/** A handle as handles are compared. */
export function foldedHandle(handle: string): string {
  return handle.trim().replace(/^@/u, "").toLowerCase();
}

/** A language as rules tell them apart: without its region, all of Norwegian as one. */
export function language(tag: string): string {
  const [primary = ""] = tag.toLowerCase().split("-");
  return primary === "no" || primary === "nn" ? "nb" : primary;
}

function authorsOf({ authors, authorLists }: NeedRule, lists: readonly AuthorList[]): ReadonlySet<string> | null {
  if (authors === undefined && authorLists === undefined) return null;
  const listed = lists.filter(({ id }) => authorLists?.includes(id) === true).flatMap(({ handles }) => handles);
  return new Set([...(authors ?? []), ...listed].map(foldedHandle));
}

/** A pattern that a policy was refused for cannot be in it; from elsewhere it fits nothing. */
function patternOf(source: string): Pattern {
  try {
    return compilePattern(source);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return { size: 0, fitsNothing: false, find: () => null };
  }
}
