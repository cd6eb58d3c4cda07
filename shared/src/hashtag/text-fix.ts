/** A change of a text: what stands between two UTF-16 indices is replaced. */
export interface TextFix {
  start: number;
  end: number;
  replacement: string;
}

/** What makes a bare word part of a link, an address or another tag. */
const within = "[\\p{L}\\p{M}\\p{N}_@#＃/.\\-:=&?]";

/**
 * How a tag that a text lacks comes into it: where the text has it as a bare word, by a hash sign before that word;
 * otherwise at the end.
 */
export function missingTagFix(text: string, tag: string): TextFix {
  const bare = new RegExp(`(?<!${within})${escaped(tag)}(?![\\p{L}\\p{M}\\p{N}_@/\\-]|[.:]\\S)`, "iu").exec(text);
  if (bare !== null) return { start: bare.index, end: bare.index + bare[0].length, replacement: `#${tag}` };
  const end = text.trimEnd().length;
  return { start: end, end: text.length, replacement: end === 0 ? `#${tag}` : ` #${tag}` };
}

function escaped(tag: string): string {
  return tag.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
