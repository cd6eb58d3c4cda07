/** A whole number within bounds, as somebody wrote it; null if it is none. */
export function readWhole(text: string, least: number, most: number): number | null {
  const written = text.trim();
  if (!/^\d{1,9}$/u.test(written)) return null;
  const value = Number(written);
  return value < least || value > most ? null : value;
}
