import { digraph, foldUnit, isMark, isWordUnit } from "./fold.ts";

/** Takes a folded UTF-16 unit of a word, and says whether it wants the next. */
type Take = (unit: number) => boolean;

/**
 * Reads a word from where it begins: gives its folded units as long as they are wanted, and returns where it ends. An
 * apostrophe within a word is left out, so that `can't` and `cant` are one.
 */
export function readWord(text: string, from: number, take: Take): number {
  let at = from;
  /** An `a` or `o` that may be the first letter of a digraph. */
  let held = 0;
  let isWanted = true;
  while (at < text.length) {
    let unit = text.charCodeAt(at);
    if (unit === 39 || unit === 0x2019) {
      if (at + 1 >= text.length || !isWordUnit(text.charCodeAt(at + 1))) break;
      at++;
      continue;
    }
    if (!isWordUnit(unit)) break;
    at++;
    if (!isWanted) continue;
    if (at < text.length && isMark(text.charCodeAt(at))) {
      unit = (text.slice(at - 1, at + 1).normalize("NFC") || " ").charCodeAt(0);
      while (at < text.length && isMark(text.charCodeAt(at))) at++;
    }
    if (unit >= 128) {
      const folded = foldUnit(unit);
      if (folded.length !== 1) {
        if (held !== 0) isWanted = take(held);
        held = 0;
        for (let index = 0; isWanted && index < folded.length; index++) isWanted = take(folded.charCodeAt(index));
        continue;
      }
      unit = folded.charCodeAt(0);
    } else if (unit >= 65 && unit <= 90) unit += 32;
    if (held !== 0) {
      const joined = digraph(held, unit);
      isWanted = take(joined === 0 ? held : joined);
      held = 0;
      if (joined !== 0 || !isWanted) continue;
    }
    if (unit === 97 || unit === 111) held = unit;
    else isWanted = take(unit);
  }
  if (held !== 0 && isWanted) take(held);
  return at;
}

/** A word as words are compared; empty if it has neither letter nor digit. */
export function foldedWord(word: string): string {
  let folded = "";
  readWord(word, 0, (unit) => {
    folded += String.fromCharCode(unit);
    return true;
  });
  return folded;
}
