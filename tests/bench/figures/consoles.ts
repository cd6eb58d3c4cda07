import { bareBroadcast } from "../bare-delivery.ts";
import { Crowd } from "../crowd.ts";
import { DeskUnderTest } from "../desk-under-test.ts";
import type { Figure, Row } from "../figure.ts";
import { bothEngines } from "../place.ts";
import { stallRow } from "../stall.ts";

/** Of consoles. */
const processes = 2;

/**
 * Many consoles on one desk. A thousand (quick: 200) bare connections in two processes follow a desk under three roles and
 * two views, while a third process posts new items at a steady rate, fifty posts a second, whether or not answers come.
 * Each message carries the time at which its post was sent; every console notes when each change reached it, so that the
 * percentile is over every delivery to every console (half a million a second at 500/s). It is sustained if everything
 * that was posted was accepted, and had reached everyone within five seconds of the end, without a gap or a cut. The
 * peer is Socket.IO alone, in a process of its own, that emits changes of the desk's log to as many connections at the
 * same rate and in frames of the same 25 ms, right after; its latency runs from the emitting. What bounds it: up to 25 ms
 * of gathering, the commit, and writing each frame to a thousand sockets, on a machine whose other core reads them all.
 */
export const consoles: Figure = {
  name: "consoles",
  title: "Many consoles on one desk",
  engines: bothEngines,
  async measure({ engine, quick, profile, say }) {
    const count = quick ? 200 : 1_000;
    const lasts = quick ? 2_000 : 15_000;
    const desk = await DeskUnderTest.open(engine, profile);
    const crowd = new Crowd(processes);
    const rows: Row[] = [];
    try {
      await crowd.gather({ origin: desk.origin, desk: desk.id, tokens: desk.tokens, count });
      await desk.stream(200, 1_500);
      const budgets = quick
        ? ([[500, { must: 150, better: "less" }]] as const)
        : ([
            [500, { must: 150, better: "less" }],
            [1_000, { beyond: 80, better: "less" }],
          ] as const);
      for (const [rate, budget] of budgets) {
        await crowd.delivered(await desk.head(), 5_000);
        await crowd.reset();
        await desk.server.probe();
        const { accepted, took, putOff } = await desk.stream(rate, lasts);
        const delivered = await crowd.delivered(await desk.head(), 5_000);
        const { longestStall, peakRss, mainCpu, cpu } = await desk.server.probe();
        const share = (ms: number) => `${Math.round((ms / took) * 100)} % of a core`;
        const whole = delivered.deliveries === accepted * count && delivered.closed === 0 && delivered.gaps === 0;
        say(
          `${rate}/s: p50 ${delivered.p50} p99 ${delivered.p99} ms, ${share(mainCpu)}, the consoles ${share(delivered.cpu)}, ${delivered.closed} cut`,
        );
        const { changes } = await desk.changes();
        const bare = await bareBroadcast({ count, processes, changes }, rate, lasts);
        say(`bare ${rate}/s: p99 ${bare.p99} ms, longest stall ${bare.longestStall.toFixed(0)} ms`);
        rows.push(
          {
            what: `${count} consoles, ${rate}/s: p99 from POST to console`,
            unit: "ms",
            measured: delivered.p99,
            budget,
            peer: { name: "bare Socket.IO, from emit", measured: bare.p99 },
            note: `p50 ${delivered.p50} ms; ${whole ? "everything reached everyone" : `${delivered.deliveries} of ${accepted * count} deliveries, ${delivered.closed} cut, ${delivered.gaps} gaps`}; ${putOff} posts put off`,
          },
          {
            what: `${count} consoles, ${rate}/s: accepted`,
            unit: "/s",
            measured: (accepted / took) * 1000,
          },
          {
            what: `${count} consoles, ${rate}/s: main thread of the server`,
            unit: "%",
            measured: (mainCpu / took) * 100,
            note: `all its threads ${share(cpu)}; the consoles themselves ${share(delivered.cpu)}`,
          },
          stallRow(`${count} consoles, ${rate}/s: longest stall`, [longestStall], {
            name: "bare Socket.IO",
            stalls: [bare.longestStall],
          }),
          { what: `${count} consoles, ${rate}/s: peak memory`, unit: "MB", measured: peakRss },
        );
      }
      return rows;
    } finally {
      await crowd.end();
      await desk.end();
    }
  },
};
