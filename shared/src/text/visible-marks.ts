/** A character that turns the direction of the text around it and shows nothing of itself. */
export interface DirectionMark {
  /** UTF-16 index in the text. */
  index: number;
  /** Its short name in the Unicode standard, such as `RLO`. */
  name: string;
}

/** The characters with the property Bidi_Control (Unicode UAX #9, section 2), by their short names. */
const names: ReadonlyMap<string, string> = new Map([
  ["\u061c", "ALM"],
  ["\u200e", "LRM"],
  ["\u200f", "RLM"],
  ["\u202a", "LRE"],
  ["\u202b", "RLE"],
  ["\u202c", "PDF"],
  ["\u202d", "LRO"],
  ["\u202e", "RLO"],
  ["\u2066", "LRI"],
  ["\u2067", "RLI"],
  ["\u2068", "FSI"],
  ["\u2069", "PDI"],
]);

const control = /\p{Bidi_Control}/gu;

/**
 * The direction marks of a text, in order, so that a console can show them: with them a stranger can make a text read
 * otherwise than it is.
 */
export function visibleMarks(text: string): DirectionMark[] {
  const marks: DirectionMark[] = [];
  for (const match of text.matchAll(control)) {
    marks.push({ index: match.index, name: names.get(match[0]) ?? "BIDI" });
  }
  return marks;
}
