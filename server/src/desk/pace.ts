import { largestFrame } from "./frame.ts";

/** Most bytes of changes in a frame to whom it is not known how much they take. */
const smallFrame = 32 * 1024;
/** Whoever has a frame within so long, in ms, is sent the next one twice as large; */
const quickly = 1_000;
/** who has it later than after so long, half as large. */
const slowly = 3_000;

/**
 * How large the frames of a catch-up may be. A telephone at the edge of the network takes some KB a second: a large frame
 * would be on its way for longer than anybody waits for a sign of life, be given up, and begun again for ever. So the first
 * is small, and they grow with whoever has them soon.
 */
export class Pace {
  #most = smallFrame;

  /** Most bytes of changes in the next frame. */
  get most(): number {
    return this.#most;
  }

  /** The last frame has arrived, after so many ms. */
  arrived(ms: number): void {
    if (ms < quickly) this.#most = Math.min(largestFrame, this.#most * 2);
    else if (ms > slowly) this.#most = Math.max(smallFrame, this.#most / 2);
  }
}
