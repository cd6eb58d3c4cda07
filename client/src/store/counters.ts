import { type Item, isQueued } from "@flowdesk/shared/desk/item/item.ts";
import { instant, minute } from "@flowdesk/shared/time/instant.ts";
import { compareWaits } from "./deadline.ts";
import { SortedItems } from "./sorted-items.ts";

/** How long what is practical may wait before it is counted apart. */
const practicalLimit = 15 * minute;

/** The numbers that stand on top of the screen: what can still be acted on. */
export interface Counters {
  /** Urgent, somebody waits, and nobody has seen it. */
  readonly unseenUrgent: number;
  /** Practical, and has waited for more than 15 minutes. */
  readonly practicalLate: number;
  /** Open in the sense of the desk: also what is answered and not closed yet. */
  readonly open: number;
  /** Open, and somebody waits in it for an answer. */
  readonly unanswered: number;
  /** In the queue: nobody has it. */
  readonly notTaken: number;
  readonly atRisk: number;
  readonly overdue: number;
  /** Answers that were promised and not given. */
  readonly promises: number;
}

export const noCounters: Counters = {
  unseenUrgent: 0,
  practicalLate: 0,
  open: 0,
  unanswered: 0,
  notTaken: 0,
  atRisk: 0,
  overdue: 0,
  promises: 0,
};

type Counted = Omit<Counters, "practicalLate">;

/** Keeps the counters of a desk as its items alter. */
export class CounterBook {
  #counts: { -readonly [K in keyof Counted]: number } = { ...noCounters };
  readonly #practical = new SortedItems(compareWaits);

  /** Takes in many items at once, with pauses in between. */
  async fill(items: readonly Item[], pause: () => Promise<void>): Promise<void> {
    for (const [at, item] of items.entries()) {
      this.#count(item, 1);
      if (at % 256 === 0) await pause();
    }
    await this.#practical.fill(items.filter(isPractical), pause);
  }

  add(item: Item): void {
    this.#count(item, 1);
    if (isPractical(item)) this.#practical.add(item);
  }

  remove(item: Item): void {
    this.#count(item, -1);
    if (isPractical(item)) this.#practical.remove(item);
  }

  /** @param now in ms, by the desk's clock */
  read(now: number): Counters {
    const limit = instant(now - practicalLimit);
    const practicalLate = this.#practical.countBefore((item) => (item.awaitingSince ?? "") >= limit);
    const { unseenUrgent, open, unanswered, notTaken, atRisk, overdue, promises } = this.#counts;
    return { unseenUrgent, practicalLate, open, unanswered, notTaken, atRisk, overdue, promises };
  }

  #count(item: Item, by: 1 | -1): void {
    const counts = this.#counts;
    const waits = item.awaitingSince !== null && item.need !== "watch";
    counts.open += by;
    if (waits) counts.unanswered += by;
    if (waits && item.need === "urgent" && item.seenAt === null) counts.unseenUrgent += by;
    if (isQueued(item)) counts.notTaken += by;
    if (waits && item.mark === "at-risk") counts.atRisk += by;
    if (waits && item.mark === "overdue") counts.overdue += by;
    if (item.promise !== null) counts.promises += by;
  }
}

function isPractical(item: Item): boolean {
  return item.need === "practical" && item.awaitingSince !== null;
}
