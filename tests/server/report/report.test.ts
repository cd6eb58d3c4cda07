import type { ReportScope } from "@flowdesk/server/report/scope.ts";
import type { Answered } from "@flowdesk/server/storage/queries/readings.ts";
import type { RowCursor } from "@flowdesk/server/storage/queries/report-rows.ts";
import type { ResponseRow } from "@flowdesk/server/storage/tables.ts";
import { nearestRank } from "@flowdesk/shared/clock/percentile.ts";
import { type Figures, personKey } from "@flowdesk/shared/protocol/review.ts";
import { day, hour, instant, minute } from "@flowdesk/shared/time/instant.ts";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { everything, itemOf, reportTables, responseRow } from "../../fixtures/reporting.ts";

const desk = "festival";
const now = Date.parse("2026-07-04T20:00:00.000Z");
const tables = reportTables(desk);
afterAll(() => tables.remove());
beforeEach(() => tables.empty());

const report = (scope: Partial<ReportScope> = {}) => tables.read("report", { scope: everything(desk, scope), now });

/** The figures by the plainest way. */
function plain(rows: readonly ResponseRow[]): Figures {
  const sorted = rows.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return {
    count: rows.length,
    within: rows.filter(({ ms, target_ms }) => ms <= target_ms).length,
    median: nearestRank(sorted, 0.5),
    p90: nearestRank(sorted, 0.9),
    p95: nearestRank(sorted, 0.95),
    longest: sorted.at(-1) ?? null,
  };
}

describe("figures of responses", () => {
  test("of nothing there are none, and every class stands empty", async () => {
    const { all, people, bins, targets, open, dismissed, seq } = await report();
    expect(all).toEqual({ count: 0, within: 0, median: null, p90: null, p95: null, longest: null });
    expect([people, targets, dismissed, open.count, open.longest, seq]).toEqual([[], [], 0, 0, null, 7]);
    expect(bins.every(({ first, next }) => first + next === 0)).toBe(true);
  });

  test("of ten the median is the 5th, the 90th percentile the 9th, and exactly the target is within it", async () => {
    const lengths = [1, 2, 3, 4, 5, 6, 7, 8, 24, 25];
    tables.put(
      lengths.map((hours, number) => responseRow(desk, number, { ms: hours * hour, first: number % 2 })),
      [],
    );
    const { all, first, next, bins, targets } = await report();
    expect(all).toEqual({ count: 10, within: 9, median: 5 * hour, p90: 24 * hour, p95: 25 * hour, longest: 25 * hour });
    expect(first).toMatchObject({ count: 5, within: 4, median: 6 * hour, longest: 25 * hour });
    expect(next).toMatchObject({ count: 5, within: 5, median: 5 * hour, longest: 24 * hour });
    expect(bins.filter(({ over }) => over !== null && over >= day)).toMatchObject([
      { over: day, upTo: 2 * day, first: 1, next: 0 },
      { over: 2 * day, first: 0, next: 0 },
      { over: 4 * day, upTo: null, first: 0, next: 0 },
    ]);
    expect(targets).toEqual([{ ms: day, count: 10 }]);
  });

  test("a person is a member by id whatever they sign with, and by name who answered elsewhere", async () => {
    tables.put(
      [
        responseRow(desk, 1, { by: "jonas", author: "Jonas Friis", ms: 10 }),
        responseRow(desk, 2, { by: "jonas", author: "Festival", ms: 30 }),
        responseRow(desk, 3, { by: null, author: "Jonas Friis", ms: 20, target_ms: 15 }),
      ],
      [],
    );
    const { people } = await report();
    expect(people).toMatchObject([
      { person: "jonas", figures: { count: 2, within: 2, median: 10, longest: 30 } },
      { person: "outside:Jonas Friis", figures: { count: 1, within: 0, median: 20 } },
    ]);
    expect((await report({ people: { members: ["jonas"], outside: [] } })).all.count).toBe(2);
    expect((await report({ people: { members: [], outside: ["Jonas Friis"] } })).all.count).toBe(1);
    expect((await report({ people: { members: ["jonas"], outside: ["Jonas Friis"] } })).all.count).toBe(3);
  });

  test("a span takes its beginning in and leaves its end out", async () => {
    tables.put(
      [now - 1, now, now + 1].map((to_at, number) => responseRow(desk, number, { to_at })),
      [],
    );
    expect((await report({ from: now })).all.count).toBe(2);
    expect((await report({ to: now })).all.count).toBe(1);
    expect((await report({ from: now, to: now + 1 })).all.count).toBe(1);
  });

  test("F2: what the asker does not see is not counted, and who sees no kind or channel gets nothing", async () => {
    tables.put(
      [responseRow(desk, 1, { kind: "dm" }), responseRow(desk, 2, { channel: "instagram:festival" })],
      [itemOf("a", { kind: "dm", awaitingSince: instant(now - hour) })],
    );
    const publicly = await report({ kinds: ["mention", "comment"] });
    expect([publicly.all.count, publicly.open.count]).toEqual([1, 0]);
    expect((await report({ channels: ["instagram:festival"] })).all.count).toBe(1);
    expect((await report({ channels: [] })).all.count).toBe(0);
    expect((await report({ kinds: [] })).open.count).toBe(0);
  });

  test("another desk's responses are not counted", async () => {
    tables.put([responseRow("other", 1, {}), responseRow(desk, 2, {})], []);
    expect((await report()).all.count).toBe(1);
  });

  const rowOf = fc.record({
    ms: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 6 * day })),
    to_at: fc.integer({ min: now - 20, max: now + 20 }),
    channel: fc.constantFrom("x:festival", "instagram:festival"),
    kind: fc.constantFrom("mention", "dm", "comment"),
    need: fc.constantFrom("urgent", "answer"),
    target_ms: fc.constantFrom(10, 15 * minute, day),
    by: fc.constantFrom("jonas", "sofie", null),
    author: fc.constantFrom("Festival", "Support"),
    first: fc.constantFrom(0, 1),
  });

  test.each(["few", "many"])("every figure of every scope is what the plainest count gives (%s)", async (amount) => {
    const least = amount === "few" ? 0 : 1;
    const size = amount === "few" ? { maxLength: 60 } : { minLength: least, maxLength: 30 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(rowOf, size),
        fc.record({
          from: fc.option(fc.integer({ min: now - 25, max: now + 25 })),
          to: fc.option(fc.integer({ min: now - 25, max: now + 25 })),
          channels: fc.option(fc.subarray(["x:festival", "instagram:festival"])),
          kinds: fc.option(fc.subarray(["mention", "dm", "comment"])),
          needs: fc.option(fc.subarray(["urgent", "answer"], { minLength: 1 })),
          people: fc.option(
            fc.constantFrom<NonNullable<ReportScope["people"]>>(
              { members: ["jonas"], outside: [] },
              { members: ["sofie"], outside: ["Support"] },
              { members: [], outside: ["Festival", "Support"] },
            ),
          ),
        }),
        async (given, scope) => {
          tables.empty();
          // Beyond fifty thousand of a span the other way of reading is taken.
          const copies = amount === "few" ? 1 : Math.ceil(50_100 / given.length);
          const rows = Array.from({ length: copies }, () => given)
            .flat()
            .map((one, number) => responseRow(desk, number, one));
          tables.put(rows, []);
          const { all, first, next, people, bins, targets } = await report(scope);
          const { from, to, channels, kinds, needs, people: chosen } = scope;
          const meant = rows.filter(
            (row) =>
              (from === null || row.to_at >= from) &&
              (to === null || row.to_at < to) &&
              (channels === null || channels.includes(row.channel)) &&
              (kinds === null || kinds.includes(row.kind)) &&
              (needs === null || needs.includes(row.need)) &&
              (chosen === null ||
                (row.by === null ? chosen.outside.includes(row.author) : chosen.members.includes(row.by))),
          );
          expect(all).toEqual(plain(meant));
          expect(first).toEqual(plain(meant.filter((row) => row.first === 1)));
          expect(next).toEqual(plain(meant.filter((row) => row.first === 0)));
          const byPerson = Map.groupBy(meant, ({ by, author }) => personKey(by, author));
          expect(new Map(people.map(({ person, figures }) => [person, figures]))).toEqual(
            new Map([...byPerson].map(([person, own]) => [person, plain(own)])),
          );
          for (const { over, upTo, ...counts } of bins) {
            const inBin = meant.filter(({ ms }) => ms > (over ?? -1) && ms <= (upTo ?? Number.POSITIVE_INFINITY));
            expect(counts.first + counts.next).toBe(inBin.length);
          }
          expect(targets.reduce((sum, { count }) => sum + count, 0)).toBe(meant.length);
        },
      ),
      { numRuns: amount === "few" ? 150 : 4 },
    );
  });
});

describe("what is still open, and what was dismissed", () => {
  test("what waits against a clock is counted by its age; what is watched, answered or closed is not", async () => {
    const since = (ms: number) => ({ awaitingSince: instant(now - ms) });
    tables.put(
      [],
      [
        itemOf("a", since(minute)),
        itemOf("b", { ...since(hour), assignee: "jonas", status: "assigned" }),
        itemOf("c", since(3 * day)),
        itemOf("ahead", since(-minute)),
        itemOf("watched", { ...since(hour), need: "watch" }),
        itemOf("answered", { status: "answered" }),
        itemOf("dismissed", { ...since(hour), status: "dismissed", closedAt: instant(now - hour) }),
      ],
    );
    const { open } = await report();
    expect(open).toMatchObject({ count: 4, longest: 3 * day });
    expect(open.bins.map(({ count }) => count)).toEqual([2, 1, 0, 0, 0, 1, 0]);
    expect((await report({ people: { members: ["jonas"], outside: [] } })).open.count).toBe(1);
    expect((await report({ people: { members: [], outside: ["Festival"] } })).open.count).toBe(0);
  });

  test("dismissals are counted apart, by when they were made", async () => {
    const dismissed = (at: number) => ({
      status: "dismissed" as const,
      dismissed: { reason: "spam" as const, by: "jonas", at: instant(at), since: null },
      closedAt: instant(at),
    });
    tables.put([], [itemOf("a", dismissed(now - day)), itemOf("b", dismissed(now - hour))]);
    expect((await report()).dismissed).toBe(2);
    expect((await report({ from: now - 2 * hour })).dismissed).toBe(1);
    expect((await report()).all.count).toBe(0);
  });
});

describe("what lies behind a figure", () => {
  const page = { narrowed: {}, limit: 100, after: null };

  test("the pages of a list hold each response once, newest first, also where many left at one time", async () => {
    const rows = Array.from({ length: 25 }, (_, number) => responseRow(desk, number, { to_at: now + (number % 3) }));
    tables.put(
      rows,
      rows.map(({ item }) => itemOf(item)),
    );
    const seen: string[] = [];
    let after: RowCursor | null = null;
    do {
      const read: Answered<"responsesBehind"> = await tables.read("responsesBehind", {
        ...page,
        scope: everything(desk),
        limit: 4,
        after,
      });
      seen.push(...read.responses.map(({ to, item }) => `${to} ${item}`));
      after = read.next;
    } while (after !== null);
    expect(seen).toHaveLength(25);
    expect(seen).toEqual(seen.toSorted().toReversed());
    expect(new Set(seen).size).toBe(25);
  });

  test("each count of a report is the length of the list behind it", async () => {
    const rows = Array.from({ length: 200 }, (_, number) =>
      responseRow(desk, number, { ms: (number * 7_919_000) % (3 * day), first: number % 3 === 0 ? 1 : 0 }),
    );
    tables.put(
      rows,
      rows.map(({ item }) => itemOf(item)),
    );
    const { all, first, bins } = await report();
    const behind = async (narrowed: object) =>
      (await tables.read("responsesBehind", { ...page, scope: everything(desk), narrowed, limit: 500 })).responses;
    expect(await behind({ within: "yes" })).toHaveLength(all.within);
    expect(await behind({ within: "no" })).toHaveLength(all.count - all.within);
    expect(await behind({ which: "first" })).toHaveLength(first.count);
    for (const { over, upTo, first: firsts, next } of bins) {
      const narrowed = { ...(over === null ? {} : { over }), ...(upTo === null ? {} : { upTo }) };
      expect(await behind(narrowed)).toHaveLength(firsts + next);
    }
    const median = all.median ?? 0;
    expect((await behind({ over: median - 1, upTo: median })).map(({ ms }) => ms)).toContain(median);
  });

  test("the rows of a file come in order of time, with the customer they answered", async () => {
    tables.put(
      [responseRow(desk, 1, { to_at: now }), responseRow(desk, 2, { to_at: now - 5 })],
      [itemOf("item-1"), itemOf("item-2")],
    );
    const { rows, next } = await tables.read("responseFields", { ...page, scope: everything(desk) });
    expect(rows).toMatchObject([
      { item: "item-2", customer: "maja_k" },
      { item: "item-1", customer: "maja_k" },
    ]);
    expect(next).toBeNull();
  });

  test("what is open comes the longest waiting first, by ages as the classes have them", async () => {
    const ages = [0, 15 * minute, 15 * minute + 1, hour, 5 * hour];
    tables.put(
      [],
      ages.map((age, number) => itemOf(`i${number}`, { awaitingSince: instant(now - age) })),
    );
    const list = (narrowed: object) =>
      tables.read("itemsBehind", { ...page, scope: everything(desk), list: "open", now, narrowed });
    expect((await list({})).items.map(({ item }) => item)).toEqual(["i4", "i3", "i2", "i1", "i0"]);
    const { open } = await report();
    for (const { over, upTo, count } of open.bins) {
      const narrowed = { ...(over === null ? {} : { over }), ...(upTo === null ? {} : { upTo }) };
      expect((await list(narrowed)).items).toHaveLength(count);
    }
    const first = await tables.read("itemsBehind", {
      ...page,
      scope: everything(desk),
      list: "open",
      now,
      limit: 2,
    });
    const second = await tables.read("itemsBehind", {
      ...page,
      scope: everything(desk),
      list: "open",
      now,
      limit: 2,
      after: first.next,
    });
    expect(second.items.map(({ item }) => item)).toEqual(["i2", "i1"]);
  });
});
