import extractUrlsWithIndices from "twitter-text/dist/extractUrlsWithIndices.js";
import { graphemes } from "./graphemes.ts";

/** How much of a limit a text uses, and where it goes beyond it. */
export interface Measure {
  /** In the unit of the limit. */
  used: number;
  /** UTF-16 index of the first character that does not fit; null if all fit. */
  overAt: number | null;
}

/** A stretch of text that is kept or goes as a whole, and what it counts. */
interface Piece {
  index: number;
  cost: number;
}

function measurePieces(pieces: Iterable<Piece>, max: number): Measure {
  let used = 0;
  let overAt: number | null = null;
  for (const { index, cost } of pieces) {
    used += cost;
    if (used > max) overAt ??= index;
  }
  return { used, overAt };
}

/** Counts UTF-16 code units. `overAt` never halves a surrogate pair. */
export function measureCharacters(text: string, max: number): Measure {
  if (text.length <= max) return { used: text.length, overAt: null };
  const halves = /[\ud800-\udbff]/.test(text.charAt(max - 1)) && /[\udc00-\udfff]/.test(text.charAt(max));
  return { used: text.length, overAt: halves ? max - 1 : max };
}

/** Counts bytes of UTF-8. */
export function measureBytes(text: string, max: number): Measure {
  return measurePieces(bytePieces(text), max);
}

function* bytePieces(text: string): Generator<Piece> {
  let index = 0;
  for (const character of text) {
    yield { index, cost: bytesOf(character) };
    index += character.length;
  }
}

/** Bytes of UTF-8 of one code point. Half a surrogate pair is written as U+FFFD, three bytes. */
function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** Counts graphemes. */
export function measureGraphemes(text: string, max: number): Measure {
  return measurePieces(graphemePieces(text, 0), max);
}

function* graphemePieces(text: string, offset: number): Generator<Piece> {
  for (const { index } of graphemes(text)) yield { index: offset + index, cost: 1 };
}

const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

/** Counts UTF-16 code units, and an emoji by its bytes of UTF-8. */
export function measureEmojiInBytes(text: string, max: number): Measure {
  return measurePieces(emojiPieces(text), max);
}

function* emojiPieces(text: string): Generator<Piece> {
  for (const { segment, index } of graphemes(text)) {
    yield { index, cost: emoji.test(segment) ? measureBytes(segment, 0).used : segment.length };
  }
}

/** `@name@server`, not within a path or a word. */
const remoteMention = /(?<![/\w])@(\w+)@[a-z0-9.-]*[a-z0-9]/gi;

/** Longer texts are counted without looking for links, which takes time that grows with the square. */
const longestParsed = 12_288;

/** Counts graphemes; a link with a protocol counts `linkLength`, and of `@name@server` only `@name` counts. */
export function measureWithLinks(text: string, max: number, linkLength: number): Measure {
  if (text.length > longestParsed) return measureGraphemes(text, max);
  return measurePieces(linkPieces(text, linkLength), max);
}

function* linkPieces(text: string, linkLength: number): Generator<Piece> {
  let done = 0;
  for (const { start, end, cost } of entities(text, linkLength)) {
    yield* graphemePieces(text.slice(done, start), done);
    yield { index: start, cost };
    done = end;
  }
  yield* graphemePieces(text.slice(done), done);
}

/** The links and remote mentions of a text, in order, none within another. */
function entities(text: string, linkLength: number): { start: number; end: number; cost: number }[] {
  const links = extractUrlsWithIndices(text, { extractUrlsWithoutProtocol: false }).map(
    ({ indices: [start, end] }) => ({
      start,
      end,
      cost: linkLength,
    }),
  );
  const mentions = [...text.matchAll(remoteMention)]
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      cost: 1 + (match[1] ?? "").length,
    }))
    .filter((mention) => !links.some((link) => mention.start < link.end && link.start < mention.end));
  return [...links, ...mentions].sort((a, b) => a.start - b.start);
}
