/** Languages as people write them in one line, `da, en`, as tags; what says nothing is left out, each once. */
export function readTags(text: string): string[] {
  const tags = text.split(/[\s,;]+/u).map((tag) => tag.toLowerCase());
  return [...new Set(tags.filter((tag) => tag.length >= 2 && tag.length <= 35))];
}

/** @see readTags */
export function writtenTags(tags: readonly string[]): string {
  return tags.join(", ");
}
