import { bareBroadcast } from "../bare-delivery.ts";
import { pause } from "../clock.ts";
import { Crowd } from "../crowd.ts";
import { DeskUnderTest } from "../desk-under-test.ts";
import type { Figure } from "../figure.ts";
import { bothEngines } from "../place.ts";
import { stallRow } from "../stall.ts";
import { median, repeat } from "../statistics.ts";

/** Of consoles. */
const processes = 2;
const rate = 200;

/**
 * Memory of the server with many consoles on a desk with 50,000 open items (quick: 200 consoles, 2,000 items). The
 * items are brought in, the server is started anew, the consoles join, one snapshot of each view is loaded, and 200
 * items a second come in for ten seconds; what the process holds (resident set, all threads) is read from within it, at
 * rest before and at most over all of it; the middle one of three servers counts. The longest stalls are those while the
 * consoles come to a server that has just started, and from the first snapshot on; they come with the same readings as
 * the memory, so that none is added to it. The peer is Socket.IO alone with as many connections, after the same changes.
 * What it is made of: Node itself and its four threads, what SQLite keeps of its pages, the newest part of the log, and
 * some 70 KB for each console.
 */
export const memory: Figure = {
  name: "memory",
  title: "Memory of the server",
  engines: bothEngines,
  async measure({ engine, quick, profile, say }) {
    const count = quick ? 200 : 1_000;
    const items = quick ? 2_000 : 50_000;
    const lasts = quick ? 1_000 : 10_000;
    const desk = await DeskUnderTest.open(engine, profile);
    const crowd = new Crowd(processes);
    try {
      await desk.fill(items);
      const runs = await repeat(quick ? 1 : 3, async () => {
        await desk.restart();
        const { origin, id, tokens } = desk;
        const { rss: empty } = await desk.server.probe();
        await crowd.gather({ origin, desk: id, tokens, count });
        await pause(1_000);
        const { rss: joined, longestStall: gatheringStall } = await desk.server.probe();
        for (const token of tokens) {
          const headers = { authorization: `Bearer ${token}`, "accept-encoding": "gzip" };
          const response = await fetch(`${origin}/api/desks/${id}/snapshot`, { headers });
          await response.arrayBuffer();
        }
        await desk.stream(rate, lasts);
        await pause(quick ? 1_000 : 2_000);
        const { rss, peakRss, heap, files, longestStall } = await desk.server.probe();
        await crowd.disperse();
        say(
          `${rss.toFixed(0)} MB, ${heap.toFixed(0)} MB of it the main thread's heap, at most ${peakRss.toFixed(0)} MB`,
        );
        return { empty, joined, rss, peakRss, files, gatheringStall, longestStall };
      });
      const { changes } = await desk.changes();
      const bare = await bareBroadcast({ count, processes, changes }, rate, lasts);
      const held = runs.map(({ rss }) => rss);
      const [{ files } = { files: null }] = runs;
      return [
        { what: "started, nobody there", unit: "MB", measured: median(runs.map(({ empty }) => empty)) },
        { what: `with ${count} consoles`, unit: "MB", measured: median(runs.map(({ joined }) => joined)) },
        {
          what: `with ${count} consoles and ${items} open items, after snapshots and 200/s`,
          unit: "MB",
          measured: median(held),
          runs: held,
          budget: { must: 400, beyond: 250, better: "less" },
          peer: { name: "bare Socket.IO", measured: bare.rss },
          ...(files === null ? {} : { note: `${files.toFixed(0)} MB of it pages of files: the program itself` }),
        },
        { what: "at most meanwhile", unit: "MB", measured: Math.max(...runs.map(({ peakRss }) => peakRss)) },
        stallRow(
          "longest stall of the server while they come",
          runs.map(({ gatheringStall }) => gatheringStall),
          { name: "bare Socket.IO", stalls: [bare.gatheringStall] },
        ),
        stallRow(
          "longest stall of the server at snapshots and 200/s",
          runs.map(({ longestStall }) => longestStall),
          { name: "bare Socket.IO", stalls: [bare.longestStall] },
        ),
      ];
    } finally {
      await crowd.end();
      await desk.end();
    }
  },
};
