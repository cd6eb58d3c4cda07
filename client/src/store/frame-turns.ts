/** Longest wait for the next frame of the screen, in ms: a hidden page paints none. */
const longest = 50;

const waiting = new Set<() => void>();
let frame: number | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;

/**
 * Does something that makes the screen draw, in a frame in which nothing else has its turn: whatever is renewed a few
 * times a second goes one after the other, so that no frame has all of it to draw.
 * @returns takes it back, if it has not had its turn
 */
export function takeTurn(run: () => void): () => void {
  waiting.add(run);
  ask();
  return () => waiting.delete(run);
}

function ask(): void {
  if (timer !== null) return;
  timer = setTimeout(next, longest);
  if (typeof requestAnimationFrame === "function") frame = requestAnimationFrame(next);
}

function next(): void {
  if (timer !== null) clearTimeout(timer);
  if (frame !== null) cancelAnimationFrame(frame);
  timer = null;
  frame = null;
  const [run] = waiting;
  if (run === undefined) return;
  waiting.delete(run);
  if (waiting.size > 0) ask();
  run();
}
