/** Longest stretch of work before the browser is let in, in ms: well under a long task, and under a frame of 60 a second. */
const stretch = 8;

/** Lets the browser paint and take keys in the midst of long work. */
export class Breather {
  #began = performance.now();

  /** Resolves at once while there is time, else when the browser has had its turn. */
  async pause(): Promise<void> {
    if (performance.now() - this.#began < stretch) return;
    await turn();
    this.#began = performance.now();
  }
}

/** Resolves when the browser has had its turn. A message comes sooner than a timer, which waits 4 ms and more. */
function turn(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: { yield?: () => Promise<void> } }).scheduler;
  if (scheduler?.yield !== undefined) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
