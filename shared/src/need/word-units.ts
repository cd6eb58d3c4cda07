import { digraph, foldUnit, isMark, isWordUnit } from "./fold.ts";

/** Takes a folded UTF-16 unit of a word. */
type Take = (unit: number) => void;

/**
 * Reads a word from where it begins: gives its folded units, and returns where it ends. An apostrophe within a word is
 * left out, so that `can't` and `cant` are one.
 */
export function readWord(text: string, from: number, take: Take): number {
  let at = from;
  let held = 0;
  const put = (unit: number) => {
    const joined = held === 0 ? 0 : digraph(held, unit);
    if (joined !== 0) {
      take(joined);
      held = 0;
      return;
    }
    if (held !== 0) take(held);
    held = unit === 97 || unit === 111 ? unit : 0;
    if (held === 0) take(unit);
  };
  while (at < text.length) {
    let unit = text.charCodeAt(at);
    if (unit === 39 || unit === 0x2019) {
      if (at + 1 < text.length && isWordUnit(text.charCodeAt(at + 1))) {
        at++;
        continue;
      }
      break;
    }
    if (!isWordUnit(unit)) break;
    at++;
    if (at < text.length && isMark(text.charCodeAt(at))) {
      const composed = (text[at - 1] ?? "") + (text[at] ?? "");
      unit = composed.normalize("NFC").charCodeAt(0);
      while (at < text.length && isMark(text.charCodeAt(at))) at++;
    }
    if (unit < 128) put(unit >= 65 && unit <= 90 ? unit + 32 : unit);
    else {
      const folded = foldUnit(unit);
      for (let index = 0; index < folded.length; index++) put(folded.charCodeAt(index));
    }
  }
  if (held !== 0) take(held);
  return at;
}

/** A word as words are compared; empty if it has neither letter nor digit. */
export function foldedWord(word: string): string {
  let folded = "";
  readWord(word, 0, (unit) => {
    folded += String.fromCharCode(unit);
  });
  return folded;
}
