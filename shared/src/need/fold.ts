/** What a letter is read as where it is not itself; two letters together first. */
const special: Readonly<Record<string, string>> = {
  ä: "æ",
  ö: "ø",
  ü: "y",
  ß: "ss",
  ð: "d",
  þ: "th",
  ł: "l",
  œ: "ø",
};

const known = new Map<number, string>();
const marks = /\p{M}/gu;

/**
 * A character beyond ASCII as words are compared: lower case, without accents, Swedish and German letters as their Danish
 * and Norwegian counterparts. `æ`, `ø` and `å` stay letters of their own.
 * @param unit a UTF-16 unit
 */
export function foldUnit(unit: number): string {
  const before = known.get(unit);
  if (before !== undefined) return before;
  const lower = String.fromCharCode(unit).toLowerCase();
  const folded = /[æøå]/u.test(lower)
    ? lower
    : (special[lower] ?? lower.normalize("NFKD").replace(marks, "").toLowerCase());
  known.set(unit, folded);
  return folded;
}

/** `aa`, `ae` and `oe` are `å`, `æ` and `ø`, as on a keyboard that lacks them; 0 where two letters are two. */
export function digraph(first: number, second: number): number {
  if (first === 97) return second === 97 ? 229 : second === 101 ? 230 : 0;
  return first === 111 && second === 101 ? 248 : 0;
}

const units = new Uint8Array(0x250);
for (let unit = 0; unit < units.length; unit++) units[unit] = /[\p{L}\p{N}]/u.test(String.fromCharCode(unit)) ? 1 : 0;
const otherLetter = /[\p{L}\p{M}\p{N}]/u;

/** Whether a UTF-16 unit is part of a word: a letter or a digit. */
export function isWordUnit(unit: number): boolean {
  return unit < 0x250 ? units[unit] === 1 : otherLetter.test(String.fromCharCode(unit));
}

/** Whether a UTF-16 unit is a combining mark, which belongs to the letter before it. */
export function isMark(unit: number): boolean {
  return unit >= 0x300 && unit <= 0x36f;
}
