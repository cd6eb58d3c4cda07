import { abusivePhrases, abusiveStems, abusiveWords } from "./abuse-words.ts";

/** Whether a text is abusive by the words that were given. */
export type AbuseCheck = (text: string) => boolean;

/** Most of a text that is looked at, in UTF-16 units: abuse that comes later has been read by then. */
const mostLooked = 4000;

/**
 * Makes a check of texts by words that are abusive: the built-in ones of four languages, and the desk's own. The desk's
 * count at the beginning of a word, several words one after the other. Written letter by letter ("f.u.c.k", "f u c k"),
 * with stars or digits in place of letters ("sh*t", "sh1t") or stretched ("fuuuck"), they are found all the same.
 * Handles and links are not looked at. The time is linear in the text.
 */
export function abuseCheck(own: readonly string[], builtIn: boolean): AbuseCheck {
  const phrases = own.map((words) => plainWords(words).join(" ")).filter((words) => words !== "");
  const stems = [...(builtIn ? abusiveStems : []), ...phrases.filter((phrase) => !phrase.includes(" "))];
  const starts = [...stems, ...(builtIn ? abusivePhrases : []), ...phrases];
  const whole = new Set(builtIn ? abusiveWords : []);
  if (starts.length === 0 && whole.size === 0) return () => false;
  const atStart = new RegExp(
    ` (?:${[...new Set(starts)].map((one) => one.replaceAll("*", String.raw`\*`)).join("|")})`,
    "u",
  );
  return (text) => {
    const words = plainWords(text.slice(0, mostLooked));
    const readings = [words, words.map((word) => shortened(word, 1)), words.map((word) => shortened(word, 2))];
    for (const reading of readings) {
      if (reading.some((word) => whole.has(word))) return true;
      if (atStart.test(` ${reading.join(" ")}`)) return true;
    }
    return words.some((word) => word.includes("*") && [...stems, ...whole].some((stem) => isMasked(word, stem)));
  };
}

/** A text as its words in lower case, without marks, with digits read as the letters that they stand for. */
function plainWords(text: string): readonly string[] {
  const words: string[] = [];
  let spelt = "";
  const endSpelling = () => {
    if (spelt.length > 2) words.push(spelt);
    spelt = "";
  };
  for (const token of text.normalize("NFKC").replaceAll(invisible, "").toLowerCase().split(/\s+/u)) {
    if (token.includes("://") || /^@[\p{L}\d_]/u.test(token)) continue;
    for (const piece of piecesOf(token)) {
      if (/^[\p{L}*]$/u.test(piece)) spelt += piece;
      else endSpelling();
      words.push(piece);
    }
  }
  endSpelling();
  return words;
}

/** Zero-width characters and marks on top of letters, which break a word up for a machine and not for a reader. */
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]|\p{M}/gu;

/** What stands for a letter in the middle of a word. */
const signs: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** The words of what stands between two spaces: letters with dots or dashes between them are one word. */
function piecesOf(token: string): readonly string[] {
  const bare = token.replace(/^[^\p{L}\d$*]+/u, "").replace(/[^\p{L}\d$*]+$/u, "");
  if (bare === "") return [];
  if (/^[\p{L}*](?:[._\-·•,/+|][\p{L}*])+$/u.test(bare)) return [bare.replaceAll(/[^\p{L}*]/gu, "")];
  if (!/\p{L}/u.test(bare)) return bare.split(/\D+/u).filter((piece) => piece !== "");
  const read = bare.replaceAll(/[013457@$!]/gu, (sign) => signs[sign] ?? sign);
  return read.split(/[^\p{L}\d*]+/u).filter((piece) => piece !== "");
}

/** A word with every letter that stands three times or more in a row only so many times. */
function shortened(word: string, times: number): string {
  return word.replaceAll(/(\p{L})\1{2,}/gu, (_run, letter: string) => letter.repeat(times));
}

/** Whether a word with stars begins as a stem does: the first letter is there, and at least half of all. */
function isMasked(word: string, stem: string): boolean {
  if (word.length < stem.length || word[0] !== stem[0] || stem.includes(" ")) return false;
  let stars = 0;
  for (let at = 0; at < stem.length; at++) {
    if (word[at] === "*") stars++;
    else if (word[at] !== stem[at]) return false;
  }
  return stars * 2 <= stem.length;
}
