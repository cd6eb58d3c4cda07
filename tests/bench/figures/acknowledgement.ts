import { deskWithTokens, mention, postMessages } from "../../fixtures/served.ts";
import type { Figure } from "../figure.ts";
import type { Commands } from "../load/commander.ts";
import { Helper } from "../load/helper.ts";
import type { Probed } from "../load/watched.ts";
import { bothEngines, openPlace } from "../place.ts";
import { startServer } from "../server-under-test.ts";
import { stallRow } from "../stall.ts";
import { median, percentile, repeat } from "../statistics.ts";

const peer = "bare Socket.IO and one insert";

/**
 * From a command to its acknowledgement on a desk where nothing else happens. One console, a bare WebSocket in a
 * process of its own, claims and releases one item by turns, each command 5 ms after the last answer; the time runs
 * from sending to the answer, which is after the commit. The peer is Socket.IO alone, in a process of its own, that
 * inserts each command into a table of the same engine (one fsync) and answers. Median of several runs of both by
 * turns; one of each goes before (not in the quick form) that does not count, as code that was just loaded is compiled
 * while it runs. The longest stall is that of a whole run, from the console's coming to its going. Its floor is the
 * disk's fsync; what the ratio leaves is a hop to the writing thread and back, the deciding, and the writing of what
 * was decided.
 */
export const acknowledgement: Figure = {
  name: "acknowledgement",
  title: "Command to acknowledgement, idle desk",
  engines: bothEngines,
  async measure({ engine, quick, profile, say }) {
    const place = await openPlace(engine);
    const commander = Helper.start("commander");
    const bare = Helper.start("bare-socket");
    const [token = "", source = ""] = await deskWithTokens(place, "bench", "flow-manager", "source");
    const server = await startServer(place, profile);
    try {
      const bareOrigin = await bare.ask<string>("listen");
      await bare.ask("keep", place.database ?? null);
      await postMessages(server.origin, source, "bench", [mention(1)]);
      const item = await onlyItem(server.origin, token);
      const took = async (origin: string): Promise<readonly number[]> => {
        const targets = [{ origin, token, item }];
        const commands: Commands = { desk: "bench", targets, count: quick ? 150 : 1_000, rest: 5 };
        const [ours = []] = await commander.ask<ReadonlyArray<readonly number[]>>("command", commands);
        return ours;
      };
      const byTurns = async () => {
        await server.probe();
        const ours = await took(server.origin);
        const { longestStall } = await server.probe();
        await bare.ask("probe");
        const theirs = await took(bareOrigin);
        const { longestStall: bareStall } = await bare.ask<Probed>("probe");
        const said = [percentile(ours, 0.5), percentile(ours, 0.99)].map((ms) => ms.toFixed(2));
        say(`p50 ${said[0]}, p99 ${said[1]} ms, longest stall ${longestStall.toFixed(0)} ms`);
        return { ours, theirs, longestStall, bareStall };
      };
      if (!quick) await byTurns();
      const runs = await repeat(quick ? 1 : 5, byTurns);
      const row = (share: number, must: number, beyond: number) => {
        const ours = runs.map((run) => percentile(run.ours, share));
        return {
          what: `p${share * 100}`,
          unit: "ms" as const,
          measured: median(ours),
          runs: ours,
          budget: { must, beyond, better: "less" as const },
          peer: {
            name: peer,
            measured: median(runs.map((run) => percentile(run.theirs, share))),
          },
        };
      };
      const stalls = runs.map(({ longestStall }) => longestStall);
      const bareStalls = runs.map(({ bareStall }) => bareStall);
      return [
        row(0.5, 2, 1),
        row(0.99, 10, 5),
        stallRow("longest stall of the server meanwhile", stalls, { name: peer, stalls: bareStalls }),
      ];
    } finally {
      await bare.ask("end");
      await Promise.all([commander.end(), bare.end(), server.stop()]);
      await place.remove();
    }
  },
};

async function onlyItem(origin: string, token: string): Promise<string> {
  const response = await fetch(`${origin}/api/desks/bench/snapshot`, { headers: { authorization: `Bearer ${token}` } });
  const lines = (await response.text()).trim().split("\n");
  for (const line of lines) {
    const { item } = JSON.parse(line) as { item?: { id: string } };
    if (item !== undefined) return item.id;
  }
  throw new Error("The desk has no item");
}
