import { isWordUnit } from "./fold.ts";
import { foldedWord } from "./word-units.ts";

/** One step of a term: a folded word, whole or the beginning of one, or a gap of up to `longestGap` words. */
export type TermStep = { readonly word: string; readonly isPrefix: boolean } | "gap";

/** Most words that `..` stands for. */
export const longestGap = 4;

/** A stretch of a text that is a word with its `*`, or the sign of a gap. */
const piece = /…|\.{2,}|[^\s….]+|\./gu;

/**
 * What a person wrote as a word or several in a row, as steps: `lost child`, `barn*`, `mistet .. datter`. Signs between
 * words do not count. Empty if it has no word; gaps at the ends stand for nothing and go.
 */
export function termSteps(written: string): readonly TermStep[] {
  const steps: TermStep[] = [];
  for (const [found] of written.matchAll(piece)) {
    if (found === "…" || found.startsWith("..")) {
      if (steps.length > 0 && steps.at(-1) !== "gap") steps.push("gap");
      continue;
    }
    steps.push(...wordsIn(found));
  }
  while (steps.at(-1) === "gap") steps.pop();
  return steps;
}

function wordsIn(found: string): TermStep[] {
  const steps: TermStep[] = [];
  let at = 0;
  while (at < found.length) {
    if (!isWordUnit(found.charCodeAt(at))) {
      at++;
      continue;
    }
    let end = at;
    while (end < found.length && (isWordUnit(found.charCodeAt(end)) || isApostrophe(found, end))) end++;
    const word = foldedWord(found.slice(at, end));
    if (word !== "") steps.push({ word, isPrefix: found[end] === "*" });
    at = end + 1;
  }
  return steps;
}

function isApostrophe(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit === 39 || unit === 0x2019) && at + 1 < text.length && isWordUnit(text.charCodeAt(at + 1));
}
