import { graphemes } from "./graphemes.ts";

const ellipsis = "…";

/** Letters of Europe's Latin alphabets and punctuation, each a grapheme of its own: no need to look for borders. */
const plain = /^[\x20-\x7e\xa1-\xac\xae-\u02ff]*$/u;

/**
 * The text if it has at most `max` graphemes; otherwise its beginning and an ellipsis, `max` graphemes together at most.
 * Never cuts an emoji or a letter from its accent. White space before the ellipsis is dropped. With `max` below 1: empty.
 */
export function truncate(text: string, max: number): string {
  if (max < 1) return "";
  // A grapheme has at least one code unit, so a text this short needs no looking at.
  if (text.length <= max) return text;
  if (plain.test(text.slice(0, max + 1))) return text.slice(0, max - 1).trimEnd() + ellipsis;
  let count = 0;
  let end = 0;
  for (const { index } of graphemes(text)) {
    if (count === max - 1) end = index;
    if (count === max) return text.slice(0, end).trimEnd() + ellipsis;
    count += 1;
  }
  return text;
}
