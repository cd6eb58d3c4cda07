import parseTweet from "twitter-text/dist/parseTweet.js";
import { graphemes } from "./graphemes.ts";
import type { Measure } from "./measure.ts";

/**
 * Longer texts are counted by the unit, as finding links in them takes time that grows with the square. It is three
 * times the longest link of which X counts 23 (4,096).
 */
const longestParsed = 12_288;

/** Characters that X refuses in a post. */
const refused = /[\ufffe\ufeff\uffff]/gu;

/**
 * X's weighted count by twitter-text: links 23, emoji of any length 2, letters of the scripts of Europe and the Middle
 * East 1, others 2; the text is counted in NFC.
 */
export function measureWeighted(text: string, max: number): Measure {
  if (text.length > longestParsed) return { used: text.length, overAt: max };
  const { weightedLength: used } = parseTweet(text);
  if (used <= max) return { used, overAt: null };
  // The library stops looking for the end of what fits at a refused character: one of the same weight stands in for it.
  const normal = text.normalize("NFC").replace(refused, "\ufffd");
  return { used, overAt: indexBeforeNfc(text, parseTweet(normal).validRangeEnd + 1) };
}

/** Whether the text holds a character that X refuses. */
export function hasRefusedCharacter(text: string): boolean {
  return text.search(refused) >= 0;
}

/** The index in the text as it was typed of an index in its NFC form. NFC never composes across graphemes. */
function indexBeforeNfc(text: string, normalIndex: number): number {
  if (text.normalize("NFC") === text) return normalIndex;
  let passed = 0;
  for (const { segment, index } of graphemes(text)) {
    passed += segment.normalize("NFC").length;
    if (passed > normalIndex) return index;
  }
  return text.length;
}
