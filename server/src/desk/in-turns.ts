/** So long, in ms, a piece of work holds up the event loop at most. */
const longest = 4;

/** What waits for its next piece. */
const waiting: Array<() => void> = [];

/** Runs work to its end. Wherever it yields others may have their turn, and have it after every few ms. */
export async function inTurns<T>(work: Iterator<unknown, T>): Promise<T> {
  let began = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    if (performance.now() - began < longest) continue;
    await nextTurn();
    began = performance.now();
  }
}

/** Runs work to its end at once. */
export function atOnce<T>(work: Iterator<unknown, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

/**
 * Resolves in a turn of the event loop in which what was resolved here before it has taken less than a few ms: all that
 * waits at once would hold it up together.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(goOn);
  });
}

async function goOn(): Promise<void> {
  const began = performance.now();
  do {
    // It stays in the list until it is done: who comes meanwhile begins no other turn.
    waiting[0]?.();
    await null;
    waiting.shift();
  } while (waiting.length > 0 && performance.now() - began < longest);
  if (waiting.length > 0) setImmediate(goOn);
}
