import type { ReportScope } from "@flowdesk/server/report/scope.ts";
import { cellsOf, type ResponseRow } from "@flowdesk/server/storage/tables.ts";
import type { ReviewAnswer } from "@flowdesk/shared/protocol/review.ts";
import { day, hour, minute } from "@flowdesk/shared/time/instant.ts";
import { everything, responseRow } from "../../fixtures/reporting.ts";
import { deskWithTokens } from "../../fixtures/served.ts";
import { machineClock } from "../clock.ts";
import type { Figure } from "../figure.ts";
import { Helper } from "../load/helper.ts";
import type { Probed } from "../load/watched.ts";
import { bothEngines, openPlace, type Place } from "../place.ts";
import { openReportTables } from "../report-tables.ts";
import { startServer } from "../server-under-test.ts";
import { stallRow } from "../stall.ts";
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
 * The review of a million responses (quick: 100,000), spread over a year, by forty people. The rows are put straight
 * into the tables; the report is then read as the server reads it: shares, median, 90th percentile and longest, first
 * and next apart, the distribution, what is open by age, and the table of people. Median of several runs, of which the
 * first finds nothing in memory. Then a server is started on the same tables and asked for the same over HTTP, until
 * the last byte of its answer; the longest stall is that of its event loop from one asking to the answer, beside that
 * of a process which does nothing in the same time: what that one stalls, no code has stalled. The peer is the least
 * that could be done: counting the same rows and adding up their times in one pass over the table. What bounds it: one
 * ordered pass over the index that holds all a report asks, since a nearest rank needs order and no sample.
 */
export const reported: Figure = {
  name: "report",
  title: "Report over a million responses",
  engines: bothEngines,
  async measure({ engine, quick, profile, say }) {
    const all = quick ? 100_000 : 1_000_000;
    const times = quick ? 3 : 7;
    const place = await openPlace(engine);
    try {
      const [token = ""] = await deskWithTokens(place, desk, "flow-manager");
      const { year, week, person, counted } = await readFromTables(place, all, times, say);
      const peer = { name: "counting and adding up", measured: median(counted) };
      const asked = await askedOfServer({ place, profile, token, all }, times);
      const took = asked.map((run) => run.took);
      return [
        {
          what: `all ${all}`,
          unit: "ms",
          measured: median(year),
          runs: year,
          budget: { must: 1_000, beyond: 200, better: "less" },
          peer,
        },
        { what: "the last seven days of them", unit: "ms", measured: median(week) },
        { what: "one of forty people", unit: "ms", measured: median(person) },
        {
          what: `all ${all}, asked of a server, until the last byte`,
          unit: "ms",
          measured: median(took),
          runs: took,
          budget: { must: 1_000, better: "less" },
          peer,
        },
        stallRow(
          "longest stall of the server meanwhile",
          asked.map(({ longestStall }) => longestStall),
          { name: "bare HTTP, idle", stalls: asked.map(({ idleStall }) => idleStall) },
        ),
      ];
    } finally {
      await place.remove();
    }
  },
};

/** Fills the tables and reads them without a server: how long each reading took, in ms. */
async function readFromTables(place: Place, all: number, times: number, say: (what: string) => void) {
  const tables = openReportTables(place);
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
    const year = await repeat(times, () => report(everything(desk)));
    const week = await repeat(times, () => report(everything(desk, { from: now - 7 * day, to: now })));
    const one = everything(desk, { people: { members: ["person-7"], outside: [] } });
    const person = await repeat(times, () => report(one));
    const counted = await repeat(times, async () => {
      const began = performance.now();
      await tables.countAndAddUp(desk);
      return performance.now() - began;
    });
    return { year, week, person, counted };
  } finally {
    await tables.close();
  }
}

interface Standing {
  readonly place: Place;
  readonly profile: string | undefined;
  readonly token: string;
  /** So many responses it is to tell of. */
  readonly all: number;
}

/** Asks a server for the report: how long until its last byte, and its longest stall and that of an idle process, in ms. */
async function askedOfServer({ place, profile, token, all }: Standing, times: number) {
  const idle = Helper.start("bare-http");
  try {
    await idle.ask("listen");
    const server = await startServer(place, profile);
    try {
      return await repeat(times, async () => {
        await Promise.all([server.probe(), idle.ask("probe")]);
        const began = machineClock();
        const response = await fetch(`${server.origin}/api/desks/${desk}/review?span=all`, {
          headers: { authorization: `Bearer ${token}` },
        });
        const body = await response.text();
        const took = machineClock() - began;
        const [{ longestStall }, idled] = await Promise.all([server.probe(), idle.ask<Probed>("probe")]);
        if (!response.ok) throw new Error(`The report was answered ${response.status}: ${body}`);
        const { all: told } = JSON.parse(body) as ReviewAnswer;
        if (told.count !== all) throw new Error(`The report tells of ${told.count} responses instead of ${all}`);
        return { took, longestStall, idleStall: idled.longestStall };
      });
    } finally {
      await server.stop();
    }
  } finally {
    await idle.end();
  }
}
