import { snapshotLimits } from "@flowdesk/server/transport/http/snapshot.ts";
import { pause } from "../clock.ts";
import { ConsoleBrowser, fetched, painted as paintedAt, shippedSize } from "../console-page.ts";
import { DeskUnderTest } from "../desk-under-test.ts";
import type { Figure, Row } from "../figure.ts";
import { Helper } from "../load/helper.ts";
import type { Probed } from "../load/watched.ts";
import { bothEngines } from "../place.ts";
import { stallRow } from "../stall.ts";
import { median, repeat } from "../statistics.ts";

/**
 * From the server to what a person sees. A real browser (Chromium, headless, 1440 × 900) opens Flow on a desk of 10,000
 * and of 50,000 open items (quick: 2,000), first with an empty cache, then once more. *First usable screen* is of the
 * first time: from the beginning of the navigation, scripts and all, until the frame with the first rows has been
 * painted. *Snapshot to painted* is of the second, when the browser has the scripts already, as it has wherever
 * Flowdesk is not opened for the first time: from the request for the snapshot, which is made with the page. The same
 * of the first time stands in its note. Each load is asked for when the snapshot of the one before serves nobody any
 * more, so that the server makes its own. The longest stall of the server is that of either kind of load, from the
 * navigation until rows are painted, beside that of a process which does nothing in the same time. Of 50,000 items
 * nothing is promised: what they take is aimed at. The scripts are
 * those that were asked for by then, gzipped at the highest level, and told on SQLite alone, as no engine makes a
 * difference to them. Median of several loads. The peer is a page of twenty plain rows from HTTP alone, in a process of
 * its own, in the same browser by turns with the console's: from the beginning of the navigation until they have been
 * painted, the first time and once more. What bounds it: reading and compressing the snapshot, parsing it line by line
 * in turns that leave the screen alive, the first order of the queue, and the browser sharing two cores with the
 * server.
 */
export const painted: Figure = {
  name: "painted",
  title: "Snapshot to painted, first screen, script shipped",
  engines: bothEngines,
  async measure({ engine, quick, profile, say }) {
    const desk = await DeskUnderTest.open(engine, profile);
    const bare = Helper.start("bare-http");
    let browser: ConsoleBrowser | undefined;
    try {
      browser = await ConsoleBrowser.signIn(desk);
      const signedIn = browser;
      const bareOrigin = await bare.ask<string>("listen");
      const openBare = async () => {
        const page = await signedIn.page();
        try {
          const open = async () => {
            await page.goto(bareOrigin);
            return paintedAt(page);
          };
          const first = await open();
          await page.goto("about:blank");
          return { first, again: await open() };
        } finally {
          await page.context().close();
        }
      };
      const rows: Row[] = [];
      let there = 0;
      for (const items of quick ? [2_000] : [10_000, 50_000]) {
        await desk.fill(items - there);
        there = items;
        const loads = await repeat(quick ? 1 : 5, async () => {
          const plain = await openBare();
          const page = await signedIn.page();
          try {
            const open = async () => {
              await pause(snapshotLimits.shared);
              await Promise.all([desk.server.probe(), bare.ask("probe")]);
              await page.goto(`${desk.origin}/desks/${desk.id}/flow`);
              const at = await paintedAt(page);
              const [{ longestStall }, idle] = await Promise.all([desk.server.probe(), bare.ask<Probed>("probe")]);
              const [snapshot] = await fetched(page, "/snapshot");
              if (snapshot === undefined) throw new Error("The console loaded no snapshot");
              const scripts = (await fetched(page, ".js")).filter(({ start }) => start <= at);
              const received = snapshot.end - snapshot.start;
              return { at, taken: at - snapshot.start, received, scripts, longestStall, idleStall: idle.longestStall };
            };
            const first = await open();
            await page.goto("about:blank");
            const again = await open();
            const longestStall = Math.max(first.longestStall, again.longestStall);
            const idleStall = Math.max(first.idleStall, again.idleStall);
            say(
              `${items} items: ${again.taken.toFixed(0)} ms, at first ${first.taken.toFixed(0)} ms; bare: ${plain.again.toFixed(0)} ms, at first ${plain.first.toFixed(0)} ms; longest stall ${longestStall.toFixed(0)} ms, of an idle process ${idleStall.toFixed(0)} ms`,
            );
            return { first, again, plain, longestStall, idleStall };
          } finally {
            await page.context().close();
          }
        });
        const taken = loads.map(({ again }) => again.taken);
        const middle = (of: (load: (typeof loads)[number]) => number) => median(loads.map(of)).toFixed(0);
        rows.push(
          {
            what: `snapshot of ${items} open items, request to painted`,
            unit: "ms",
            measured: median(taken),
            runs: taken,
            budget: items === 50_000 ? { beyond: 2_000, better: "less" } : { must: 1_000, better: "less" },
            peer: { name: "bare page", measured: median(loads.map(({ plain }) => plain.again)) },
            note: `of it until the last byte was there ${middle(({ again }) => again.received)} ms; with an empty cache ${middle(({ first }) => first.taken)} ms`,
          },
          {
            what: `first usable screen, ${items} open items`,
            unit: "ms",
            measured: median(loads.map(({ first }) => first.at)),
            peer: { name: "bare page", measured: median(loads.map(({ plain }) => plain.first)) },
            ...(items === 50_000 ? {} : { budget: { must: 1_500, beyond: 800, better: "less" as const } }),
          },
          {
            ...stallRow(
              `longest stall of the server meanwhile, ${items} open items`,
              loads.map(({ longestStall }) => longestStall),
              { name: "bare HTTP, idle", stalls: loads.map(({ idleStall }) => idleStall) },
            ),
            ...(items === 50_000 && { budget: { beyond: 20, better: "less" as const } }),
          },
        );
        if (rows.length === 3 && engine === "sqlite") {
          const sizes = [...new Set(loads[0]?.first.scripts.map(({ path }) => path))].map(shippedSize);
          const sum = (of: (size: { plain: number; gzipped: number }) => number) =>
            sizes.reduce((total, size) => total + of(size), 0);
          rows.push({
            what: "script shipped until then, gzipped",
            unit: "KB",
            measured: sum(({ gzipped }) => gzipped),
            budget: { must: 350, beyond: 250, better: "less" },
            note: `${sizes.length} files, ${sum(({ plain }) => plain).toFixed(0)} KB as they are`,
          });
        }
      }
      return rows;
    } finally {
      await browser?.close();
      await bare.end();
      await desk.end();
    }
  },
};
