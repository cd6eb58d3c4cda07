import { Authority } from "@flowdesk/server/desk/authority.ts";
import type { Store } from "@flowdesk/server/desk/store.ts";
import type { Asked, ReadingName } from "@flowdesk/server/storage/queries/readings.ts";
import { openSqlite } from "@flowdesk/server/storage/sqlite/open-sqlite.ts";
import type { TableStore } from "@flowdesk/server/storage/table-store.ts";
import type { Actor } from "@flowdesk/shared/desk/context.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { day, type Instant, millis } from "@flowdesk/shared/time/instant.ts";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { channels, DeskUnderTest, festival } from "../fixtures/desk.ts";
import { DeskInStore } from "../fixtures/desk-in-store.ts";
import { histories, take } from "../fixtures/history.ts";
import { everyone } from "../fixtures/people.ts";
import { openPostgres, testDatabase } from "../fixtures/postgres.ts";
import { everything } from "../fixtures/reporting.ts";
import { temporaryFolder } from "../fixtures/served.ts";
import { unpacked } from "../fixtures/unpacked.ts";

const steps = 400;
/** The desk's set-up, whose commands have other ids each time. */
const setUp = everyone.length + channels.length;

interface Attempt {
  readonly at: Instant;
  readonly actor: Actor;
  readonly type: string;
  readonly data: unknown;
}

/** A desk that writes down everything that is tried at it. */
class RecordedDesk extends DeskUnderTest {
  readonly attempts: Attempt[] = [];

  override runRaw(who: Member | Actor, type: string, data: unknown) {
    const actor: Actor = "kind" in who ? who : { kind: "member", member: who };
    this.attempts.push({ at: this.now, actor, type, data });
    return super.runRaw(who, type, data);
  }
}

const recorded = new RecordedDesk();
for (const step of fc.sample(histories(steps), { seed: 1_707, numRuns: 1 })[0] ?? []) take(recorded, step);

/**
 * The store with the clock of whoever uses it, on which the same is to have happened at the same time as on the other.
 * What is decided again is given the same ids again.
 */
function withoutClock(store: Store, ids: { given: number }): Store {
  return new Proxy(store, {
    get: (target, name) => {
      if (name === "transact")
        return (...[desk, keys, decide]: Parameters<Store["transact"]>) => {
          let before: number | null = null;
          return target.transact(desk, keys, ({ now: _, ...loaded }) => {
            before ??= ids.given;
            ids.given = before;
            return decide(loaded);
          });
        };
      const value = target[name as keyof Store] as unknown;
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

/** Has everything that was tried tried again at a desk in a store. What came at one time is sent together. */
async function play(store: TableStore): Promise<string[]> {
  await DeskInStore.open(store);
  let now = recorded.attempts[0]?.at ?? "";
  const ids = { given: 0 };
  let commands = 0;
  const authority = new Authority({
    store: withoutClock(store, ids),
    now: () => millis(now),
    newId: () => `n${++ids.given}`,
    committed: () => {},
    keep: (_desk, { type }, error) => {
      throw new Error(`${type} failed`, { cause: error });
    },
  });
  const answers: string[] = [];
  for (const [at, together] of Map.groupBy(recorded.attempts, ({ at }) => at)) {
    now = at;
    const answered = await authority.submitAll(
      festival.id,
      together.map(({ actor, type, data }) => ({ id: `c${++commands}`, type, data, actor, lane: "people" })),
    );
    for (const answer of answered) answers.push(JSON.stringify(answer));
  }
  return answers;
}

describe("The same history on both engines", () => {
  const folder = temporaryFolder();
  const ends: Array<() => Promise<void> | void> = [];
  let sqlite: TableStore;
  let postgres: TableStore;
  let answers: string[][];

  beforeAll(async () => {
    // A collation of people's, not of bytes: texts are compared by bytes all the same.
    const database = await testDatabase("template template0 locale_provider icu icu_locale 'da-DK'");
    sqlite = openSqlite(folder.path, {
      onFatal: (error) => {
        throw error;
      },
    });
    postgres = await openPostgres(database.url);
    ends.push(
      () => postgres.close(),
      () => sqlite.close(),
      () => database.drop(),
      () => folder.remove(),
    );
    answers = [await play(sqlite), await play(postgres)];
  });
  afterAll(async () => {
    for (const end of ends) await end();
  });

  /** What a reading answers on both. */
  const both = <Name extends ReadingName>(name: Name, asked: Asked<Name>) =>
    Promise.all([sqlite.read(name, asked), postgres.read(name, asked)]);

  test("is answered alike", () => {
    const [first = [], second] = answers;
    expect(second).toEqual(first);
    expect(first.filter((answer) => answer.startsWith('{"ok":true')).length).toBeGreaterThan(steps / 5);
  });

  test("leaves the same log, byte for byte", async () => {
    const [first, second] = await both("changes", { desk: festival.id, since: setUp, limit: 100_000 });
    expect(second).toEqual(first);
    expect(first.length).toBeGreaterThan(steps / 5);
  });

  test("leaves the same open work, byte for byte", async () => {
    for (const view of [
      { kinds: ["mention", "dm", "comment"], channels: "all" },
      { kinds: ["mention"], channels: ["x:festival"] },
    ] as const) {
      const [first, second] = await Promise.all(
        [sqlite, postgres].map((store) => store.snapshotLines(festival.id, view)),
      );
      expect(unpacked(second)).toBe(unpacked(first));
      expect(first?.entities).toBeGreaterThan(0);
      expect({ ...second?.head, log: "" }).toEqual({ ...first?.head, log: "" });
    }
  });

  test("leaves the same items, threads, timers and look-ups", async () => {
    const desk = festival.id;
    const [copy] = await Promise.all([sqlite.copy(desk), postgres.copy(desk)]);
    for (const { id, channel, author } of [...(copy?.state.items.values() ?? [])].slice(0, 40)) {
      const [one, other] = await both("item", { desk, item: id });
      expect(other).toEqual(one);
      const [mine, theirs] = await both("itemsOfAuthor", { desk, channel, author: author.handle, limit: 20 });
      expect(theirs).toEqual(mine);
    }
    const late = millis(recorded.now) + 30 * day;
    const [due, dueToo] = await both("due", { desk, now: late, limit: 1_000 });
    expect(dueToo).toEqual(due);
    expect(due.length).toBeGreaterThan(0);
    const [next, nextToo] = await both("nextDue", { desk });
    expect(nextToo).toEqual(next);
  });

  test("leaves the same reports", async () => {
    const now = millis(recorded.now);
    for (const scope of [
      everything(festival.id),
      everything(festival.id, { from: now - 3 * day, to: now }),
      everything(festival.id, { channels: ["x:festival"], kinds: ["dm", "mention"], needs: ["answer"] }),
      everything(festival.id, { people: { members: ["jonas", "aisha"], outside: ["Festival"] } }),
      everything(festival.id, { channels: [] }),
    ]) {
      const [report, reportToo] = await both("report", { scope, now });
      expect(JSON.stringify(reportToo)).toBe(JSON.stringify(report));
      const asked = { scope, narrowed: {}, limit: 7, after: null };
      for (const name of ["responseFields", "responsesBehind"] as const) {
        const [rows, rowsToo] = await both(name, asked);
        expect(rowsToo).toEqual(rows);
        if (rows.next === null) continue;
        const [further, furtherToo] = await both(name, { ...asked, after: rows.next });
        expect(furtherToo).toEqual(further);
      }
      for (const list of ["open", "dismissed"] as const) {
        const [items, itemsToo] = await both("itemsBehind", { ...asked, list, now });
        expect(itemsToo).toEqual(items);
        if (items.next === null) continue;
        const [further, furtherToo] = await both("itemsBehind", { ...asked, list, now, after: items.next });
        expect(furtherToo).toEqual(further);
      }
    }
    const [figures, figuresToo] = await both("runFigures", { desk: festival.id, run: "desk", since: 0 });
    expect(figuresToo).toEqual(figures);
    const span = { desk: festival.id, from: 0, until: now };
    const [arrived, arrivedToo] = await both("arrivals", span);
    const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();
    expect(sorted(arrivedToo)).toEqual(sorted(arrived));
  });
});
