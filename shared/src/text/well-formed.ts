/** A text that can be stored, sent and encoded, and whether it had to be changed for that. */
export interface WellFormed {
  text: string;
  /** True if anything was replaced or taken out: whoever brought the text in is told (S1). */
  repaired: boolean;
}

/**
 * S1: makes a string well-formed. Half an emoji (a surrogate without its other half) becomes U+FFFD, and NUL, which no
 * database takes, is removed. Everything else stays as it is: line ends, direction marks, spaces, composition.
 */
export function wellFormed(text: string): WellFormed {
  const repaired = text.toWellFormed().replaceAll("\0", "");
  return { text: repaired, repaired: repaired !== text };
}
