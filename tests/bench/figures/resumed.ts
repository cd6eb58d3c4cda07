import { bareResume } from "../bare-delivery.ts";
import { machineClock } from "../clock.ts";
import { Crowd } from "../crowd.ts";
import { DeskUnderTest } from "../desk-under-test.ts";
import type { Figure } from "../figure.ts";
import { bothEngines } from "../place.ts";
import { stallRow } from "../stall.ts";
import { median, repeat } from "../statistics.ts";

const behind = 1_000;
/** Of consoles. */
const processes = 2;

/**
 * A thousand consoles (quick: 200) resume a thousand changes behind, after a restart. A thousand items come in; the
 * server is stopped and started again, so that nothing of the log is in its memory; once it is ready, all consoles
 * connect at once from two processes, each with the cursor it had before the items came. The time runs from there until
 * the last has everything, in order and without a gap. Real consoles come back spread over 0.2 to 3 s, which adds at
 * most that and makes it easier. The peer is Socket.IO alone, just started, by turns with the desk: as many connect at
 * once, and when the last has come it sends them all as many changes of the log in as many frames, encoded once. What
 * bounds it: a thousand handshakes, each with the check of its token, and a million deliveries of about a kilobyte, in
 * frames that are encoded once and shared.
 */
export const resumed: Figure = {
  name: "resume",
  title: "Resume of many consoles, 1,000 changes behind, after a restart",
  engines: bothEngines,
  async measure({ engine, quick, profile, say }) {
    const count = quick ? 200 : 1_000;
    const desk = await DeskUnderTest.open(engine, profile);
    try {
      const runs = await repeat(quick ? 1 : 3, async () => {
        const since = await desk.head();
        await desk.fill(behind);
        await desk.restart();
        const head = await desk.head();
        const crowd = new Crowd(processes);
        try {
          // Answered when the consoles' processes are there: their beginning is no time of the server's.
          await crowd.reset();
          await desk.server.probe();
          const began = machineClock();
          await crowd.gather({ origin: desk.origin, desk: desk.id, tokens: desk.tokens, count, since });
          const delivered = await crowd.delivered(head, 60_000);
          const took = machineClock() - began;
          const { longestStall, peakRss } = await desk.server.probe();
          const missed = count * (head - since) - delivered.deliveries;
          if (missed !== 0 || delivered.gaps > 0 || delivered.closed > 0) {
            throw new Error(`Something was missed: ${JSON.stringify({ missed, ...delivered })}`);
          }
          const frames = Math.round(delivered.frames / count);
          say(`${(took / 1000).toFixed(2)} s, ${Math.round(delivered.bytes / 1e6)} MB in ${frames} frames each`);
          await crowd.disperse();
          const { changes } = await desk.changes();
          const bare = await bareResume({ count, processes, changes }, { behind, frames });
          say(`bare ${(bare.took / 1000).toFixed(2)} s, ${Math.round(bare.bytes / 1e6)} MB`);
          return { took, longestStall, peakRss, bare };
        } finally {
          await crowd.end();
        }
      });
      const took = runs.map((run) => run.took);
      const bare = runs.map((run) => run.bare);
      const bareTook = bare.map((run) => run.took);
      const stalls = runs.map((run) => run.longestStall);
      const bareStalls = bare.map((run) => run.longestStall);
      return [
        {
          what: `${count} consoles, all at once, nothing missed`,
          unit: "ms",
          measured: median(took),
          runs: took,
          budget: { must: 5_000, beyond: 2_500, better: "less" },
          peer: { name: "bare Socket.IO", measured: median(bareTook), runs: bareTook },
        },
        stallRow("longest stall of the server meanwhile", stalls, { name: "bare Socket.IO", stalls: bareStalls }),
        { what: "peak memory meanwhile", unit: "MB", measured: Math.max(...runs.map((run) => run.peakRss)) },
      ];
    } finally {
      await desk.end();
    }
  },
};
