import { isDigit } from "./spelling.ts";

/** A letter typed twice, or once instead of twice. */
const doubled = 0.5;
/** Two neighbours in the wrong order. */
const swapped = 0.75;
/** A letter too few or too many. */
const missing = 1;
/** One letter for another. */
const wrong = 1.25;
/** Added for the first letter: people get it right, and another one mostly makes another word (bride, pride). */
const atFirst = 0.5;
/** A letter before the first: that is mostly another word, often the opposite (friendly, unfriendly; venlig, uvenlig). */
const prefixed = 2.6;
/** An ending that makes another form of the word: concert, concerts. */
const inflected = 1.6;
/** One digit for another within a name is another name: dag1fest, dag2fest. */
const otherDigit = 4;

const endings = "serndt";

/**
 * What it takes to get from the wanted word to the typed one: optimal string alignment (Damerau–Levenshtein without
 * overlapping swaps), weighted by how easily each slip is made while typing.
 * @returns a cost, 0 for equal words; infinite as soon as it is certain to exceed `most`
 */
export function editCost(typed: string, wanted: string, most: number): number {
  if (typed === wanted) return 0;
  if (Math.abs(typed.length - wanted.length) * doubled > most) return Number.POSITIVE_INFINITY;
  let beforeLast: number[] = [];
  let last: number[] = [0];
  for (let j = 1; j <= wanted.length; j += 1) last[j] = at(last, j - 1) + omission(wanted, j - 1);
  for (let i = 1; i <= typed.length; i += 1) {
    const row: number[] = [at(last, 0) + addition(typed, i - 1)];
    let least = at(row, 0);
    for (let j = 1; j <= wanted.length; j += 1) {
      let cost = at(last, j - 1) + replacement(typed, i - 1, wanted, j - 1);
      cost = Math.min(cost, at(last, j) + addition(typed, i - 1), at(row, j - 1) + omission(wanted, j - 1));
      if (i > 1 && j > 1 && typed[i - 1] === wanted[j - 2] && typed[i - 2] === wanted[j - 1]) {
        cost = Math.min(cost, at(beforeLast, j - 2) + swapped);
      }
      row[j] = cost;
      least = Math.min(least, cost);
    }
    // A swap reaches over one row: only when two in a row are too dear is there no way back.
    if (least > most && Math.min(...last) > most) return Number.POSITIVE_INFINITY;
    beforeLast = last;
    last = row;
  }
  return at(last, wanted.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

function replacement(typed: string, i: number, wanted: string, j: number): number {
  if (typed[i] === wanted[j]) return 0;
  if (isDigit(typed.charCodeAt(i)) && isDigit(wanted.charCodeAt(j))) return otherDigit;
  return i === 0 && j === 0 ? wrong + atFirst : wrong;
}

/** The typed word has a letter that the wanted one lacks. */
function addition(typed: string, i: number): number {
  if (i > 0 && typed[i] === typed[i - 1]) return doubled;
  if (isDigit(typed.charCodeAt(i))) return inflected;
  if (i === typed.length - 1) return endings.includes(typed.charAt(i)) ? inflected : wrong;
  return i === 0 ? prefixed : missing;
}

/** The typed word lacks a letter of the wanted one. */
function omission(wanted: string, j: number): number {
  if (j > 0 && wanted[j] === wanted[j - 1]) return doubled;
  if (isDigit(wanted.charCodeAt(j))) return inflected;
  if (j === wanted.length - 1) return wanted.endsWith("s") ? inflected : missing;
  return j === 0 ? missing + atFirst : missing;
}

/**
 * A lower bound of the edit cost, from which letters occur at all: much cheaper, and sorts out nearly every pair of
 * tags that have nothing to do with each other.
 * @param typed which letters the typed word has, a bit for each
 * @param wanted which letters the wanted word has
 */
export function leastEditCost(typed: number, wanted: number): number {
  let difference = typed ^ wanted;
  let count = 0;
  while (difference !== 0) {
    difference &= difference - 1;
    count += 1;
  }
  // The cheapest edit that changes which letters occur replaces one by another, and so changes two at most.
  return count * (wrong / 2);
}
