import { foldTag } from "./grammar.ts";

/** One tag written in the ways in which it is compared with others. */
export interface Spelling {
  /** As platforms compare. */
  folded: string;
  /** Letters that only look like Latin ones made Latin, full width made narrow, separators and invisible ones gone. */
  kept: Split;
  /** Besides: no accents, `ø` as `o`, `å` as `a`, `æ` as `ae`. */
  plain: Split;
  /** Besides: `ø` as `oe`, `å` as `aa`, `æ` as `ae`, as on a keyboard that lacks them. */
  spelled: Split;
}

/** A tag's name and the number it ends with, such as a year. */
export interface Split {
  /** Name and number together. */
  whole: string;
  stem: string;
  /** ASCII digits, or empty. */
  digits: string;
  /** The number stood before the name. */
  leading: boolean;
  /** Which letters the name has, a bit for each; letters beyond a to z share them. */
  letters: number;
}

/**
 * Letters of other scripts that a reader takes for Latin ones (a selection of Unicode UTS #39, confusables), upper and
 * lower case apart as they differ in what they resemble.
 */
const lookAlikes: ReadonlyMap<string, string> = new Map(
  pairs(
    // Cyrillic
    "АВСЕНІЈКМОРЅТУХаеорсухіјѕһԁԛԝк",
    "ABCEHIJKMOPSTYXaeopcyxijshdqwk",
    // Greek
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοικρυα",
    "ABEZHIKMNOPTYXoikpua",
    // Latin letters of other alphabets
    "ıɑɡ",
    "iag",
  ),
);

function pairs(...rows: string[]): [string, string][] {
  const found: [string, string][] = [];
  for (let row = 0; row < rows.length; row += 2) {
    const to = [...(rows[row + 1] ?? "")];
    for (const [index, from] of [...(rows[row] ?? "")].entries()) found.push([from, to[index] ?? from]);
  }
  return found;
}

const separatorsAndInvisible = /[\p{P}\p{Cf}\p{Z}]|\ufe0f/gu;
const nordic = /[øæåöäüßðþłđœ]/g;
const shortForms: Readonly<Record<string, string>> = {
  ø: "o",
  æ: "ae",
  å: "a",
  ö: "o",
  ä: "a",
  ü: "u",
  ß: "ss",
  ð: "d",
  þ: "th",
  ł: "l",
  đ: "d",
  œ: "oe",
};
const longForms: Readonly<Record<string, string>> = { ...shortForms, ø: "oe", å: "aa", ö: "oe", ä: "ae", ü: "ue" };
const accents = /[\u0300-\u036f]/g;

/** The spellings that were last asked for: a check at each key asks for the same ones again. */
const known = new Map<string, Spelling>();
const mostKnown = 2_000;

/** The spellings of a tag; a hash sign before it is ignored. */
export function spellingOf(tag: string): Spelling {
  const before = known.get(tag);
  if (before !== undefined) return before;
  const spelling = spell(tag);
  if (known.size >= mostKnown) known.clear();
  known.set(tag, spelling);
  return spelling;
}

function spell(tag: string): Spelling {
  const kept = foldTag([...tag.normalize("NFKC")].map((character) => lookAlikes.get(character) ?? character).join(""))
    .replace(separatorsAndInvisible, "")
    .normalize("NFC");
  return {
    folded: foldTag(tag),
    kept: split(kept),
    plain: split(withoutAccents(kept, shortForms)),
    spelled: split(withoutAccents(kept, longForms)),
  };
}

function withoutAccents(text: string, forms: Readonly<Record<string, string>>): string {
  return text
    .replace(nordic, (letter) => forms[letter] ?? letter)
    .normalize("NFD")
    .replace(accents, "")
    .replace(nordic, (letter) => forms[letter] ?? letter)
    .normalize("NFC");
}

function split(whole: string): Split {
  let cut = whole.length;
  while (cut > 0 && isDigit(whole.charCodeAt(cut - 1))) cut -= 1;
  if (cut < whole.length && cut > 0) return parts(whole, whole.slice(0, cut), whole.slice(cut), false);
  let first = 0;
  while (first < whole.length && isDigit(whole.charCodeAt(first))) first += 1;
  if (first > 0 && first < whole.length) return parts(whole, whole.slice(first), whole.slice(0, first), true);
  return parts(whole, whole, "", false);
}

function parts(whole: string, stem: string, digits: string, leading: boolean): Split {
  let letters = 0;
  for (let index = 0; index < stem.length; index += 1) letters |= 1 << (stem.charCodeAt(index) & 31);
  return { whole, stem, digits, leading, letters };
}

/** Whether a UTF-16 unit is an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
