import { editCost, leastEditCost } from "./edit-cost.ts";
import { type Spelling, type Split, spellingOf } from "./spelling.ts";
import { yearCost } from "./year-cost.ts";

/** Differs only in accents, separators, look-alike letters or width. */
const spelling = 0.1;
/** The number stands before the name instead of after it, or the other way round. */
const turned = 0.25;
/** Forgiven besides when all letters of a long name are there and only their places are wrong: costumer, customer. */
const misplaced = 0.5;

/**
 * The canonical tag that a typed tag was probably meant to be, or null. A near miss is what somebody would call a slip:
 * of typing, of spelling (`oe` for `ø`), of the year, of a separator, of a letter from another alphabet. What may well
 * be a tag of its own is none; the shorter the tag, the less is forgiven:
 *
 * | letters | forgiven |
 * | --- | --- |
 * | to 4 | nothing but spelling, and the year; with the right year after four letters a swap or doubling |
 * | 5 | a swap or a doubling |
 * | 6 | besides: a letter too few or too many |
 * | 7 to 9 | besides: a wrong letter |
 * | 10 to 12 | two slips |
 * | 13 to 17 | two slips, of which one a wrong letter |
 * | 18 and more | two wrong letters |
 *
 * where the right year counts as two letters.
 *
 * @param tag with or without its hash sign
 * @param canonicals in the order of preference: of several equally near the first is meant
 * @param others tags that are known and right in their own way; when one of them is nearer, nothing is offered
 */
export function nearMiss(tag: string, canonicals: readonly string[], others: readonly string[] = []): string | null {
  return nearest(spellingOf(tag), canonicals.map(spelled), others.map(spelled))?.tag ?? null;
}

/** A tag with its spellings. */
export interface SpelledTag {
  tag: string;
  spelling: Spelling;
}

/** A tag made ready to be compared with many. */
export function spelled(tag: string): SpelledTag {
  return { tag, spelling: spellingOf(tag) };
}

/** As `nearMiss`, with spellings at hand, and with the cost: the lower, the nearer. */
export function nearest(
  typed: Spelling,
  canonicals: readonly SpelledTag[],
  others: readonly SpelledTag[],
): { tag: string; cost: number } | null {
  if (canonicals.some((canonical) => canonical.spelling.folded === typed.folded)) return null;
  let best: { tag: string; cost: number } | null = null;
  for (const canonical of canonicals) {
    const cost = missCost(typed, canonical.spelling);
    if (cost !== null && (best === null || cost < best.cost)) best = { tag: canonical.tag, cost };
  }
  if (best === null) return null;
  for (const other of others) {
    if (other.spelling.folded === typed.folded) return null;
    const cost = missCost(typed, other.spelling);
    if (cost !== null && cost < best.cost) return null;
  }
  return best;
}

/** How far a typed tag is from a wanted one; null when it is another tag. 0: they differ in nothing that counts. */
export function missCost(typed: Spelling, wanted: Spelling): number | null {
  if (typed.folded === wanted.folded) return 0;
  const letters = wanted.kept.stem.length;
  if (letters === 0 || typed.kept.stem.length === 0) return null;
  const number = numberCost(typed.kept, wanted.kept);
  if (number === null) return null;
  const name = sameName(typed, wanted);
  if (name !== null) return name + number;
  const rightNumber = wanted.kept.digits !== "" && typed.kept.digits === wanted.kept.digits;
  const slack = letters >= 10 && sameLetters(typed.kept, wanted.kept) ? misplaced : 0;
  const most = forgiven(letters, rightNumber) + slack - number;
  if (most <= 0) return null;
  let cost = stemCost(typed.kept, wanted.kept, most);
  // Most tags have nothing to unfold, and then all three spellings are one.
  if (typed.kept.stem !== typed.plain.stem || wanted.kept.stem !== wanted.plain.stem) {
    cost = Math.min(cost, stemCost(typed.plain, wanted.plain, most), stemCost(typed.spelled, wanted.spelled, most));
  }
  return cost <= most ? cost + number : null;
}

/** Whether the typed number is exactly the wanted one, or both have none. */
export function sameNumber(typed: Spelling, wanted: Spelling): boolean {
  return typed.kept.digits === wanted.kept.digits && typed.kept.leading === wanted.kept.leading;
}

function numberCost(typed: Split, wanted: Split): number | null {
  if (!typed.leading && !wanted.leading) return yearCost(typed.digits, wanted.digits, wanted.stem.length);
  // A number that stands first is part of the name (80erfest, 90erfest); only its place may be a slip.
  if (typed.digits !== wanted.digits) return null;
  if (typed.leading === wanted.leading) return 0;
  return wanted.stem.length >= 5 ? turned : null;
}

/** 0 or next to it if the names are one but for their spelling; otherwise null. */
function sameName(typed: Spelling, wanted: Spelling): number | null {
  if (typed.kept.stem === wanted.kept.stem) return spelling;
  if (typed.spelled.stem === wanted.kept.stem || typed.kept.stem === wanted.spelled.stem) return spelling;
  // Without its dots or stroke a short word is often another word: før and for, hår and har.
  if (wanted.kept.stem.length <= 4) return null;
  return typed.plain.stem === wanted.plain.stem || typed.spelled.stem === wanted.spelled.stem ? spelling : null;
}

function sameLetters(typed: Split, wanted: Split): boolean {
  if (typed.letters !== wanted.letters || typed.stem.length !== wanted.stem.length) return false;
  return [...typed.stem].sort().join("") === [...wanted.stem].sort().join("");
}

/** The highest cost that still counts as a slip, by the letters of the wanted name. */
function forgiven(letters: number, rightNumber: boolean): number {
  const length = rightNumber ? letters + 2 : letters;
  if (letters <= 3) return 0;
  if (letters === 4) return rightNumber ? 0.75 : 0;
  if (length === 5) return 0.75;
  if (length === 6) return 1;
  if (length <= 9) return 1.5;
  if (length <= 12) return 2;
  return length <= 17 ? 2.25 : 2.5;
}

function stemCost(typed: Split, wanted: Split, most: number): number {
  if (leastEditCost(typed.letters, wanted.letters) > most) return Number.POSITIVE_INFINITY;
  return editCost(typed.stem, wanted.stem, most);
}
