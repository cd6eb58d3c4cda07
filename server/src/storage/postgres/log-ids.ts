import { isGivenAt } from "./given-at.ts";

/** So many ids of a desk are remembered, those that it had last: the erasure of one author takes some. */
const most = 100;

interface Ids {
  /** The id that its log has; null where that was given up, and the next one was not seen yet. */
  present: string | null;
  /** Which database that was in. */
  place: string;
  /** Those that it must not have again. */
  former: readonly string[];
}

/**
 * The ids that the logs of desks have had, as far as this process has seen them. With a backup from before one was given
 * up it is back, with another history: a console that was away since then would take that for its own (rule L5).
 */
export class LogIds {
  readonly #desks = new Map<string, Ids>();

  /**
   * Takes note of the id that a desk's log has in the database at `place`; to be told in the order in which they were
   * read. True if it is to be given up: the desk had it before, or it came with another database than the one that was
   * known, unseen until now.
   */
  isBack(desk: string, log: string, place: string): boolean {
    const known = this.#desks.get(desk);
    if (known === undefined) {
      this.#desks.set(desk, { present: log, place, former: [] });
      return false;
    }
    const isElsewhere = known.place !== place;
    known.place = place;
    if (known.former.includes(log)) return true;
    if (known.present === log) return false;
    // What another node has just given here comes with no backup: two would go on giving up each other's.
    if (isElsewhere && !isGivenAt(place, log)) {
      leave(known, log);
      return true;
    }
    if (known.present !== null) leave(known, known.present);
    known.present = log;
    return false;
  }

  /** A desk's log has this id no more. */
  gaveUp(desk: string, log: string): void {
    const known = this.#desks.get(desk);
    if (known === undefined) return;
    if (!known.former.includes(log)) leave(known, log);
    if (known.present === log) known.present = null;
  }
}

function leave(ids: Ids, log: string): void {
  ids.former = [...ids.former, log].slice(-most);
}
