import type { FoundHashtag } from "./grammar.ts";
import { missCost, nearest, type SpelledTag, sameNumber } from "./near-miss.ts";
import { spellingOf } from "./spelling.ts";

/** A wanted tag that the text has, but not as one tag: `# Roskilde27`, `#Roskilde 27`, `#roskilde-27`, `på#Roskilde27`. */
export interface BrokenTag {
  canonical: string;
  /** UTF-16 indices of what is to be replaced by `replacement`. */
  start: number;
  end: number;
  replacement: string;
}

/** A wanted tag is looked for in pieces only from this many letters and digits: shorter ones are everyday words. */
const shortest = 5;
/** Into how many further words a tag may have been broken. */
const mostPieces = 3;
/** What two pieces may have between them. */
const gap = /(?:[ \t\u00a0]{1,2}|[-–./'’_])/.source;
const nextPiece = new RegExp(`${gap}([\\p{L}\\p{M}\\p{N}]+)`, "uy");
const afterSign = /[ \t\u00a0]{1,2}([\p{L}\p{M}\p{N}_]+)/uy;
const gluedTag = /([\p{L}\p{M}\p{N}_]+)/uy;
const letterOrDigit = /[\p{L}\p{M}\p{N}]/u;
/** After a number: it is a date, a time, an amount. `#Roskilde 27. juni`, `27/6`, `27 kr.` */
const dateOrAmount =
  /^(?:[.:,/–-]?\d|[.]?\s*(?:jan|feb|mar|apr|ma[jiy]\b|jun|jul|aug|sep|o[kc]t|nov|de[cs])|\s*(?:%|kr\b|°|€|\$|minut|time|år\b|pct))/iu;
/** Before a hash sign that is part of a link or an address. */
const linkBefore = /[/.@&=?]\S*$/u;

/** The wanted tags that a platform's links found in the text do not show because they are broken into pieces. */
export function brokenTags(
  platform: string,
  text: string,
  found: readonly FoundHashtag[],
  wanted: readonly SpelledTag[],
  isKnown: (tag: string) => boolean,
): BrokenTag[] {
  const long = wanted.filter(({ spelling }) => spelling.kept.whole.length >= shortest);
  if (long.length === 0) return [];
  const starts = new Map(found.map((tag) => [tag.start, tag]));
  const broken: BrokenTag[] = [];
  for (const { index } of text.matchAll(/[#＃]/gu)) {
    const tag = starts.get(index);
    const last = broken.at(-1);
    if (last !== undefined && index < last.end) continue;
    const one = tag === undefined ? withoutTag(platform, text, index, long) : split(text, tag, long, isKnown(tag.tag));
    if (one !== null) broken.push(one);
  }
  return broken;
}

/** `#Roskilde 27`: a tag that together with what follows is a wanted one, and nearer to it than by itself. */
function split(text: string, tag: FoundHashtag, wanted: readonly SpelledTag[], known: boolean): BrokenTag | null {
  const alone = nearest(spellingOf(tag.tag), wanted, [])?.cost ?? Number.POSITIVE_INFINITY;
  // A tag that is right by itself takes no word from the sentence that follows it; a hyphen joins none the less.
  const pieces = piecesAfter(text, tag.end).filter(({ spaced }) => !(known && spaced));
  return joined(text, tag.start, tag.tag, pieces, wanted, alone);
}

/** `# Roskilde27` or `på#Roskilde27`: a sign that makes no tag. */
function withoutTag(platform: string, text: string, sign: number, wanted: readonly SpelledTag[]): BrokenTag | null {
  if (linkBefore.test(text.slice(Math.max(0, sign - 200), sign))) return null;
  afterSign.lastIndex = sign + 1;
  const spaced = afterSign.exec(text);
  if (spaced !== null) {
    // There a sign and a space at the beginning of a line make a heading.
    if (platform === "reddit" && (sign === 0 || text[sign - 1] === "\n")) return null;
    const end = sign + 1 + spaced[0].length;
    return joined(text, sign, "", [{ word: spaced[1] ?? "", end, spaced: true }, ...piecesAfter(text, end)], wanted);
  }
  if (!letterOrDigit.test(text.slice(Math.max(0, sign - 2), sign))) return null;
  gluedTag.lastIndex = sign + 1;
  const glued = gluedTag.exec(text);
  if (glued === null) return null;
  const one = joined(text, sign, "", [{ word: glued[0], end: sign + 1 + glued[0].length, spaced: false }], wanted);
  return one === null ? null : { ...one, replacement: ` ${one.replacement}` };
}

interface Piece {
  word: string;
  /** UTF-16 index after it. */
  end: number;
  /** White space stands before it. */
  spaced: boolean;
}

function piecesAfter(text: string, from: number): Piece[] {
  const pieces: Piece[] = [];
  let end = from;
  while (pieces.length < mostPieces) {
    nextPiece.lastIndex = end;
    const match = nextPiece.exec(text);
    const word = match?.[1];
    if (match === null || word === undefined) break;
    end += match[0].length;
    pieces.push({ word, end, spaced: /\s/.test(match[0].charAt(0)) });
  }
  return pieces;
}

/** The nearest wanted tag that the pieces make together, if it is nearer than `alone`. */
function joined(
  text: string,
  start: number,
  first: string,
  pieces: readonly Piece[],
  wanted: readonly SpelledTag[],
  alone = Number.POSITIVE_INFINITY,
): BrokenTag | null {
  let whole = first;
  let best: BrokenTag | null = null;
  let least = alone;
  for (const { word, end, spaced } of pieces) {
    whole += word;
    if (spaced && first !== "" && /\d$/.test(word) && dateOrAmount.test(text.slice(end, end + 20))) continue;
    const spelling = spellingOf(whole);
    for (const one of wanted) {
      const cost = missCost(spelling, one.spelling);
      if (cost === null || cost >= least || !sameNumber(spelling, one.spelling)) continue;
      // Words of a sentence are joined to a tag with slips in it only when the right number stands there too.
      if (cost > 0.25 && one.spelling.kept.digits === "" && first !== "") continue;
      if (cost > 1.25) continue;
      best = { canonical: one.tag, start, end, replacement: `#${one.tag}` };
      least = cost;
    }
  }
  return best;
}
