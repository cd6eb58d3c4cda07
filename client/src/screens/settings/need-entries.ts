/** The entries of a list as people write one: a line each, or with commas or semicolons between; each once. */
export function entriesOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[\n,;]/u)
        .map((entry) => entry.trim())
        .filter((entry) => entry !== ""),
    ),
  ];
}
