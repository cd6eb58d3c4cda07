import { deskWithTokens } from "../../fixtures/served.ts";
import { bareInserts } from "../bare-inserts.ts";
import type { Figure } from "../figure.ts";
import { Helper } from "../load/helper.ts";
import { message } from "../load/message.ts";
import type { Flood, Posted } from "../load/poster.ts";
import type { Probed } from "../load/watched.ts";
import { bothEngines, openPlace } from "../place.ts";
import { startServer } from "../server-under-test.ts";
import { stallRow } from "../stall.ts";
import { median, repeat } from "../statistics.ts";

/** Bodies of 500 stay under the size from which they are read in another thread. */
const batch = 500;
const connections = 4;

/**
 * Messages in by HTTP. A process of its own posts bodies of 500 messages over four connections to an empty desk that
 * nobody watches, each connection the next body when the last was answered, which is after the commit; each message is
 * a new item. Counted are the messages whose answer came in the time measured, after a second of warming up. Median of
 * several runs, each with new data. The peer is one thread that inserts the same messages as plain rows of five columns
 * into the same engine and does nothing else, one fsync per 500, before and after each run. That of the longest stall
 * is HTTP alone, in a process of its own, to which the same bodies are posted: it parses them and answers. What the
 * ratio leaves is what the desk does besides: reading and checking the body, finding out threads and duplicates,
 * deciding, and writing item, message and log with their indexes.
 */
export const messagesIn: Figure = {
  name: "messages-in",
  title: "Messages in by HTTP, durable, nobody watching",
  engines: bothEngines,
  async measure({ engine, quick, profile, say }) {
    const at = new Date().toISOString();
    const rows = Array.from({ length: quick ? 50_000 : 200_000 }, (_, number) => {
      const one = message("bare", number, 0, at);
      return [one.externalId, one.channel, Date.parse(at), JSON.stringify(one)] as const;
    });
    const bare = [await bareInserts(engine, rows)];
    const poster = Helper.start("poster");
    try {
      const runs = await repeat(quick ? 1 : 3, async (index) => {
        const place = await openPlace(engine);
        const [token = ""] = await deskWithTokens(place, "bench", "source");
        const server = await startServer(place, profile);
        try {
          const { origin } = server;
          await server.probe();
          const flood: Flood = {
            origin,
            desk: "bench",
            token,
            run: `in${index}`,
            connections,
            batch,
            warmUp: 1_000,
            lasts: quick ? 2_500 : 10_000,
          };
          const { accepted, took, putOff } = await poster.ask<Posted>("flood", flood);
          const { longestStall, peakRss, cpu } = await server.probe();
          const rate = (accepted / took) * 1000;
          say(
            `${Math.round(rate)}/s, ${putOff} put off, longest stall ${longestStall.toFixed(0)} ms, CPU ${((cpu / accepted) * 1000).toFixed(1)} µs a message`,
          );
          const bareStall = await bareHttp(poster, flood);
          say(`bare HTTP: longest stall ${bareStall.toFixed(0)} ms`);
          return { rate, longestStall, peakRss, bareStall };
        } finally {
          await server.stop();
          await place.remove();
        }
      });
      bare.push(await bareInserts(engine, rows));
      const rates = runs.map(({ rate }) => rate);
      const stalls = runs.map(({ longestStall }) => longestStall);
      const bareStalls = runs.map(({ bareStall }) => bareStall);
      return [
        {
          what: "messages per second",
          unit: "/s",
          measured: median(rates),
          runs: rates,
          budget:
            engine === "sqlite"
              ? { must: 12_000, beyond: 30_000, better: "more" }
              : { must: 6_000, beyond: 15_000, better: "more" },
          peer: { name: "bare inserts", measured: median(bare) },
        },
        stallRow("longest stall of the server's event loop meanwhile", stalls, {
          name: "bare HTTP, parsing",
          stalls: bareStalls,
        }),
        { what: "peak memory meanwhile", unit: "MB", measured: Math.max(...runs.map((run) => run.peakRss)) },
      ];
    } finally {
      await poster.end();
    }
  },
};

/** The longest stall of a server that does nothing but parse the bodies and answer, in ms. */
async function bareHttp(poster: Helper, flood: Flood): Promise<number> {
  const bare = Helper.start("bare-http");
  try {
    const origin = await bare.ask<string>("listen");
    await bare.ask("probe");
    await poster.ask<Posted>("flood", { ...flood, origin } satisfies Flood);
    return (await bare.ask<Probed>("probe")).longestStall;
  } finally {
    await bare.end();
  }
}
