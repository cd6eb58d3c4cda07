/**
 * What a reader takes for one character: extended grapheme clusters (Unicode UAX #29), so that a family of emoji or a
 * letter with its accent is one. The clusters are the same in every language, hence no locale.
 */
const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** One grapheme and the UTF-16 index at which it begins. */
export interface Grapheme {
  segment: string;
  index: number;
}

/** The graphemes of a text, in order, found as they are asked for. */
export function graphemes(text: string): Iterable<Grapheme> {
  return segmenter.segment(text);
}
