import pg from "pg";
import { temporaryFolder } from "../../fixtures/served.ts";
import { bareBroadcast, bareResume } from "../bare-delivery.ts";
import { machineClock, pause } from "../clock.ts";
import { Crowd } from "../crowd.ts";
import { DeskUnderTest } from "../desk-under-test.ts";
import type { Figure, Row } from "../figure.ts";
import { type ServerUnderTest, startServer } from "../server-under-test.ts";
import { stallRow } from "../stall.ts";

const rate = 500;
/** Of consoles. */
const processes = 1;
/** When consoles come back whose server has gone, in ms: as `reconnectAfter` of the console's own connection. */
const spread = { least: 200, most: 3_000 };

/** Puts a function that does nothing before `pg_notify`, for connections that are opened from now on, as all bells' are. */
async function silenceBell(house: pg.Client): Promise<void> {
  await house.query("create function public.pg_notify(text, text) returns void language sql as ''");
  await pathTo(house, "set search_path = public, pg_catalog");
}

async function restoreBell(house: pg.Client): Promise<void> {
  await pathTo(house, "reset search_path");
  await house.query("drop function public.pg_notify(text, text)");
}

/** Alters what the database's names lead to, and has the bells connect anew. */
async function pathTo(house: pg.Client, setting: string): Promise<void> {
  await house.query(`do $$ begin execute format('alter database %I ${setting}', current_database()); end $$`);
  await house.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and (query ilike 'listen %' or query ilike 'select pg_notify%')`,
  );
  // They are back within their second try.
  await pause(1_000);
}

/**
 * Three servers on one PostgreSQL database. Thirty consoles (quick: ten) follow the desk by the first while a program
 * posts 500 items a second to the second; the percentile is over every delivery, from the sending of the post. It is
 * taken once as it is, and once with the bell off: the database's `pg_notify` does nothing, so that only reading the
 * heads again and again brings what is new. Then the first server is killed (SIGKILL) under the same load, and its
 * consoles connect to the third, each where it stood, spread over 0.2 to 3 s as people's consoles are; the time runs
 * from the kill until all have everything that had been written when the last came. The peer is Socket.IO alone:
 * emitting the same to as many connections at the same rate, from there to their arrival; and as many connecting to
 * another such server, spread likewise, which sends them what these had missed. The longest stall is that of whichever
 * of the three servers stalled longest. While a node dies it is told of the two that stay, and not held to a budget:
 * the system's clearing away of the one that was killed, and the database's of its connections, takes cores from them
 * that it does not take where each has a machine of its own; and what a server does for consoles that come back is held
 * to one where a thousand come at once (`resume`). What bounds it: the commit with its ways to the database, the bell,
 * the first node's reading of the log, and the gathering of frames; and when a node dies, the spread.
 */
export const nodes: Figure = {
  name: "nodes",
  title: "Three servers on one database",
  engines: ["postgres"],
  async measure({ engine, quick, profile, say }) {
    const count = quick ? 10 : 30;
    const lasts = quick ? 4_000 : 10_000;
    const desk = await DeskUnderTest.open(engine, profile);
    const folders = [temporaryFolder(), temporaryFolder()];
    const database = desk.place.database ?? "";
    const starting = folders.map(({ path }) => startServer({ data: path, database }, profile));
    const others = await Promise.all(starting);
    const [first, third] = others;
    const crowd = new Crowd(processes);
    const house = new pg.Client(database);
    await house.connect();
    const rows: Row[] = [];
    try {
      if (first === undefined || third === undefined) throw new Error("Two more servers were to be started");
      const { id, tokens } = desk;
      await crowd.gather({ origin: first.origin, desk: id, tokens, count });
      await desk.stream(200, 1_000);
      const { changes } = await desk.changes();
      const bare = { count, processes, changes };
      const { p99: limit, longestStall: bareStall } = await bareBroadcast(bare, rate, lasts);
      say(`bare: p99 ${limit} ms`);
      const stallsOf = async (servers: readonly ServerUnderTest[]) => {
        const probed = await Promise.all(servers.map((server) => server.probe()));
        return probed.map(({ longestStall }) => longestStall);
      };
      const across = async (what: string, must: number) => {
        await crowd.delivered(await desk.head(), 5_000);
        await crowd.reset();
        const three = [desk.server, first, third];
        await stallsOf(three);
        const { accepted } = await desk.stream(rate, lasts);
        const delivered = await crowd.delivered(await desk.head(), 5_000);
        const stalls = await stallsOf(three);
        const missed = accepted * count - delivered.deliveries;
        if (missed !== 0 || delivered.gaps > 0 || delivered.closed > 0)
          throw new Error(`Something was missed: ${JSON.stringify({ missed, ...delivered })}`);
        say(`${what}: p50 ${delivered.p50} p99 ${delivered.p99} ms`);
        const [taking, serving, idle] = stalls.map((stall) => stall.toFixed(1));
        rows.push(
          {
            what: `${what}, ${rate}/s: p99 from POST to a console of another node`,
            unit: "ms",
            measured: delivered.p99,
            budget: { must, better: "less" },
            peer: { name: "bare Socket.IO, from emit", measured: limit },
            note: `p50 ${delivered.p50} ms; everything reached everyone`,
          },
          {
            ...stallRow(`${what}, ${rate}/s: longest stall of the three`, [Math.max(...stalls)], {
              name: "bare Socket.IO",
              stalls: [bareStall],
            }),
            note: `${taking} ms where it is posted to, ${serving} where the consoles are, ${idle} where nobody is`,
          },
        );
      };
      await across("with the bell", 250);
      await silenceBell(house);
      let rings = 0;
      house.on("notification", () => rings++);
      await house.query("listen flowdesk");
      try {
        await across("with the bell off", 350);
      } finally {
        await house.query("unlisten flowdesk");
        await restoreBell(house);
      }
      if (rings > 0) throw new Error(`The bell was to be off, and rang ${rings} times`);
      const back = new Crowd(processes);
      // Answered when its process is there: its beginning is no time of the servers'.
      await back.reset();
      const streaming = desk.stream(rate, 5_000);
      await pause(1_500);
      const staying = [desk.server, third];
      await stallsOf(staying);
      const { slowest: since } = await crowd.delivered(0, 0);
      const began = machineClock();
      first.kill();
      try {
        await back.gather({ origin: third.origin, desk: id, tokens, count, since, spread });
        const head = await desk.head();
        const { slowest, gaps, closed } = await back.delivered(head, 20_000);
        if (slowest < head || gaps + closed > 0) throw new Error(`Something was missed: ${head - slowest} changes`);
        const took = machineClock() - began;
        const stalls = await stallsOf(staying);
        await back.disperse();
        await streaming;
        const { took: bareTook } = await bareResume(bare, { behind: head - since, frames: 1 }, spread);
        say(`a node dies: ${took.toFixed(0)} ms; bare: ${bareTook.toFixed(0)} ms`);
        rows.push(
          {
            what: `a node dies: its ${count} consoles live on another, spread over 0.2 to 3 s, nothing missed`,
            unit: "ms",
            measured: took,
            budget: { must: 5_000, better: "less" },
            peer: { name: "bare Socket.IO", measured: bareTook },
          },
          { what: "a node dies: longest stall of the two that stay", unit: "ms", measured: Math.max(...stalls) },
        );
      } finally {
        await streaming;
        await back.end();
      }
      return rows;
    } finally {
      await house.end();
      await crowd.end();
      await Promise.all(others.map((server) => server.stop()));
      await desk.end();
      for (const folder of folders) folder.remove();
    }
  },
};
