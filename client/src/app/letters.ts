/**
 * A letter for each name, by which a person is chosen after one key: the first letter of the name that is still free,
 * else a digit or another letter. The same names in the same order always get the same letters.
 */
export function lettersFor(
  people: readonly { readonly id: string; readonly name: string }[],
): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  const taken = new Set<string>();
  const spare = [..."123456789abcdefghijklmnopqrstuvwxyz"];
  for (const { id, name } of people) {
    const own = [...name.toLowerCase()].filter((letter) => /\p{L}/u.test(letter));
    const letter = [...own, ...spare].find((one) => !taken.has(one)) ?? "";
    taken.add(letter);
    letters.set(id, letter);
  }
  return letters;
}
