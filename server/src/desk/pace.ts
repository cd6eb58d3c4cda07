import { largestFrame } from "./frame.ts";

/** Most bytes of changes in a frame to whom it is not known how much they take. */
const smallFrame = 32 * 1024;
/** Whoever takes as much as a largest frame within so long, in ms, takes the next in time (rule F3). */
const quickly = 2_000;

/**
 * How large the frames of a catch-up may be. A telephone at the edge of the network takes some KB a second: a large frame
 * would be on its way for longer than anybody waits for a sign of life, be given up, and begun again for ever. The first
 * frames are small, and so it goes on with whoever takes them slowly; the buffers on the way swallow some of them at once,
 * and so a single one tells nothing.
 */
export class Pace {
  #bytes = 0;
  #took = 0;
  #isQuick = false;

  /** Most bytes of changes in the next frame. */
  get most(): number {
    return this.#isQuick ? largestFrame : smallFrame;
  }

  /** So many bytes have been taken, in so many ms. */
  taken(bytes: number, ms: number): void {
    this.#bytes += bytes;
    this.#took += ms;
    if (this.#bytes < largestFrame) return;
    this.#isQuick = this.#took <= quickly;
    this.#bytes = 0;
    this.#took = 0;
  }
}
