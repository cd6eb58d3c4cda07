/** Where two texts part, in short, as they are long; null if they are the same. */
export function differenceOf(a: string, b: string): string | null {
  if (a === b) return null;
  let at = 0;
  while (a[at] === b[at]) at++;
  return `${a.slice(Math.max(0, at - 200), at + 100)}\n${b.slice(Math.max(0, at - 200), at + 100)}`;
}
