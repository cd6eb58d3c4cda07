import type { Step } from "./step.ts";

/** A world that once failed, with the steps that it took. */
export interface Pinned {
  readonly seed: number;
  /** What was wrong. */
  readonly because: string;
  readonly steps: readonly Step[];
  /** A world of floods, which is run in SQLite; absent: one in memory. */
  readonly floods?: true;
}

const olderView =
  "A snapshot was made for the view that its node knew of, with a number at which the member had another";

/** Worlds that once failed, so that they are run for ever. */
export const pinned: readonly Pinned[] = [
  { seed: 362, because: olderView, steps: [{ at: 1088, kind: "manage", who: 53909, what: 50684, detail: 37296 }] },
  {
    seed: 136,
    because: olderView,
    steps: [
      { at: 473, kind: "trouble", who: 10471, what: 34740, detail: 5541 },
      { at: 553, kind: "manage", who: 58128, what: 14076, detail: 14582 },
    ],
  },
  {
    seed: 197,
    because: olderView,
    steps: [
      { at: 5487, kind: "act", who: 59363, what: 27175, detail: 18453 },
      { at: 5755, kind: "manage", who: 38195, what: 59306, detail: 31746 },
      { at: 5764, kind: "act", who: 50372, what: 31580, detail: 65410 },
    ],
  },
];
