import type { Head, LoggedChange } from "@flowdesk/server/desk/store.ts";
import type { Instant } from "@flowdesk/shared/time/instant.ts";
import { instead } from "./instead.ts";
import type { Sabotage } from "./sabotage.ts";

/** The numbers of changes come from a counter that is not part of the transaction: what is rolled back has used its own. */
export function gaps(): Sabotage {
  /** By how many the number of each change is too high. */
  const ahead: number[] = [];
  let gap = 0;
  let decided = 0;
  const shown = (seq: number) => seq + (ahead[seq] ?? 0);
  const stored = (seq: number) => {
    let real = 0;
    while (real + 1 < ahead.length && shown(real + 1) <= seq) real++;
    return real;
  };
  const headShown = (head: Head): Head => ({ ...head, seq: shown(head.seq) });
  return {
    breaks: "L2",
    node: (store) =>
      instead(store, {
        transact: (desk, keys, decide) =>
          store.transact(desk, keys, (loaded) => {
            const writes = decide(loaded);
            decided = writes?.changes.length ?? 0;
            return writes;
          }),
      }),
    engine: (store) =>
      instead(store, {
        transact: (desk, keys, decide) =>
          store.transact(desk, keys, (loaded) => {
            const { seq } = loaded.head;
            decided = 0;
            const accepted = loaded.accepted.map((one) => ({ ...one, seq: shown(one.seq) }));
            const writes = decide({ ...loaded, accepted, head: { ...loaded.head, seq: seq + gap } });
            if (writes === null) {
              gap += decided;
              return null;
            }
            const changes = writes.changes.map((logged, index) => {
              const real = seq + index + 1;
              ahead[real] = gap;
              return { ...logged, change: { ...logged.change, seq: real } };
            });
            return { ...writes, changes };
          }),
        changes: async (desk, since, limit) => {
          const log = await store.changes(desk, stored(since), limit);
          return log.map(({ change, scope }) => ({ scope, change: { ...change, seq: shown(change.seq) } }));
        },
        head: async (desk) => {
          const head = await store.head(desk);
          return head === null ? null : headShown(head);
        },
        copy: async (desk) => {
          const copy = await store.copy(desk);
          return copy === null ? null : { ...copy, head: headShown(copy.head) };
        },
        snapshotLines: async (desk, view) => {
          const lines = await store.snapshotLines(desk, view);
          return lines === null ? null : { ...lines, head: headShown(lines.head) };
        },
      }),
  };
}

/** The times of changes are the clock's, whatever the change before says. */
export function timesAsTheyCome(): Sabotage {
  const shown = new Map<number, Instant>();
  const asShown = (logged: LoggedChange): LoggedChange => {
    const at = shown.get(logged.change.seq) ?? logged.change.at;
    return { ...logged, change: { ...logged.change, at } };
  };
  return {
    breaks: "L2",
    engine: (store) =>
      instead(store, {
        transact: (desk, keys, decide) =>
          store.transact(desk, keys, (loaded) => {
            const writes = decide({ ...loaded, head: { ...loaded.head, at: "2006-01-01T00:00:00.000Z" } });
            if (writes === null) return null;
            // The store itself would refuse them.
            const changes = writes.changes.map((logged) => {
              shown.set(logged.change.seq, logged.change.at);
              const at = [logged.change.at, loaded.head.at].sort().at(-1) ?? loaded.head.at;
              return { ...logged, change: { ...logged.change, at } };
            });
            return { ...writes, changes };
          }),
        changes: async (desk, since, limit) => (await store.changes(desk, since, limit)).map(asShown),
      }),
  };
}
