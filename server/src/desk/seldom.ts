/** What is said again and again is said once in so many ms. */
const span = 10_000;

/** Passes on the first call, and after that one in ten seconds: for what every batch would say as long as it lasts. */
export function seldom<Args extends readonly unknown[]>(tell: (...args: Args) => void): (...args: Args) => void {
  let until = Number.NEGATIVE_INFINITY;
  return (...args) => {
    const now = performance.now();
    if (now < until) return;
    until = now + span;
    tell(...args);
  };
}
