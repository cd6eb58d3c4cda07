import type { ReportScope } from "@flowdesk/server/report/scope.ts";
import { cellsOf, type ResponseRow } from "@flowdesk/server/storage/tables.ts";
import { firstPolicy } from "@flowdesk/shared/desk/policy/policy.ts";
import { day, hour, minute } from "@flowdesk/shared/time/instant.ts";
import { everything, responseRow } from "../../fixtures/reporting.ts";
import type { Figure } from "../figure.ts";
import { bothEngines, openPlace } from "../place.ts";
import { bareDesk, openReportTables } from "../report-tables.ts";
import { median, repeat } from "../statistics.ts";

const desk = "bench";
const channels = ["x:festival", "instagram:festival", "facebook:festival", "threads:festival", "bluesky:festival.test"];
const kinds = ["mention", "comment", "dm"];
const needs = ["answer", "answer", "practical", "urgent"];
const now = Date.parse("2026-07-01T12:00:00Z");
/** The responses lie in so much time before now. */
const span = 365 * day;
/** So many rows are put in at once. */
const atOnce = 5_000;

/** The response of that number: of one of forty people, in minutes mostly, one in a hundred in days. */
function response(number: number, all: number): ResponseRow {
  // A fixed scramble in place of chance, so that every run reports on the same.
  const scrambled = Math.imul(number + 1, 2_654_435_761) >>> 0;
  const share = scrambled / 2 ** 32;
  const ms = Math.round(share < 0.01 ? share * 100 * 3 * day : minute + share ** 3 * 5 * hour);
  return responseRow(desk, number, {
    to_at: now - Math.floor(((all - number) / all) * span),
    ms,
    target_ms: number % 4 === 3 ? 5 * minute : number % 4 === 2 ? 15 * minute : day,
    channel: channels[number % channels.length] ?? "",
    kind: kinds[number % kinds.length] ?? "",
    need: needs[number % needs.length] ?? "",
    by: `person-${scrambled % 40}`,
    author: `Person ${scrambled % 40}`,
    first: number % 3 === 0 ? 0 : 1,
  });
}

/**
 * The review of a million responses (quick: 100,000), spread over a year, by forty people. The rows are put straight into
 * the tables; the report is then read as the server reads it: shares, median, 90th percentile and longest, first and
 * next apart, the distribution, what is open by age, and the table of people. Median of several runs; the first run is
 * told apart, as it finds nothing in memory. The peer is the least that could be done: counting the same rows and adding
 * up their times in one pass over the table. What bounds it: one ordered pass over the index that holds all a report
 * asks, since a nearest rank needs order and no sample.
 */
export const reported: Figure = {
  name: "report",
  title: "Report over a million responses",
  engines: bothEngines,
  async measure({ engine, quick, say }) {
    const all = quick ? 100_000 : 1_000_000;
    const place = await openPlace(engine);
    const tables = await openReportTables(place, bareDesk(desk, firstPolicy));
    try {
      for (let from = 0; from < all; from += atOnce) {
        const some = Array.from({ length: Math.min(atOnce, all - from) }, (_, number) => response(from + number, all));
        await tables.put(some.map((row) => cellsOf("responses", row)));
      }
      await tables.filled();
      say(`${all} rows put in`);
      const report = async (scope: ReportScope) => {
        const began = performance.now();
        const { people } = await tables.report({ scope, now });
        if (people.length === 0) throw new Error("The report is empty");
        return performance.now() - began;
      };
      const times = quick ? 3 : 7;
      const year = await repeat(times, () => report(everything(desk)));
      const week = await repeat(times, () => report(everything(desk, { from: now - 7 * day, to: now })));
      const person = await repeat(times, () =>
        report(everything(desk, { people: { members: ["person-7"], outside: [] } })),
      );
      const counted = await repeat(times, async () => {
        const began = performance.now();
        await tables.countAndAddUp(desk);
        return performance.now() - began;
      });
      return [
        {
          what: `all ${all}`,
          unit: "ms",
          measured: median(year),
          runs: year,
          budget: { must: 1_000, beyond: 200, better: "less" },
          peer: { name: "counting and adding up", measured: median(counted) },
        },
        { what: "the last seven days of them", unit: "ms", measured: median(week) },
        { what: "one of forty people", unit: "ms", measured: median(person) },
      ];
    } finally {
      await tables.close();
      await place.remove();
    }
  },
};
