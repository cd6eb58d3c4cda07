/** What is said again and again is said once in so many ms. */
const span = 10_000;

/**
 * Passes on the first call, and after that one in ten seconds: for what every batch would say as long as it lasts.
 * @param what tells calls apart, of which each kind is passed on by itself; absent: all are one
 */
export function seldom<Args extends readonly unknown[]>(
  tell: (...args: Args) => void,
  what: (...args: Args) => string = () => "",
): (...args: Args) => void {
  const until = new Map<string, number>();
  return (...args) => {
    const now = performance.now();
    for (const [said, end] of until) if (now >= end) until.delete(said);
    const kind = what(...args);
    if (until.has(kind)) return;
    until.set(kind, now + span);
    tell(...args);
  };
}
