/** What many JSON texts say, in their order. Yields after each, so that others may have their turn. */
export function* parsed<T, R>(
  texts: readonly T[],
  textOf: (text: T) => string,
  made: (text: T, entity: unknown) => R,
): Generator<void, R[]> {
  const all: R[] = [];
  for (const text of texts) {
    all.push(made(text, JSON.parse(textOf(text))));
    yield;
  }
  return all;
}
