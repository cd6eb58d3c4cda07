import { ConsoleBrowser, fetched, painted as paintedAt, shippedSize } from "../console-page.ts";
import { DeskUnderTest } from "../desk-under-test.ts";
import type { Figure, Row } from "../figure.ts";
import { median, repeat } from "../statistics.ts";

/**
 * From the server to what a person sees. A real browser (Chromium, headless, 1440 × 900) with an empty cache opens Flow
 * on a desk of 10,000 and of 50,000 open items (quick: 2,000). *Snapshot to painted* runs from the request for the
 * snapshot, which the browser makes with the page while the scripts come, until the frame with the first rows has been
 * painted; *first usable screen* from the beginning of the navigation, scripts and all. The scripts are those that were asked for by then, gzipped at the highest level. Median of
 * several loads. What bounds it: reading and compressing the snapshot, parsing it line by line in turns that leave the
 * screen alive, the first order of the queue, and the browser sharing two cores with the server.
 */
export const painted: Figure = {
  name: "painted",
  title: "Snapshot to painted, first screen, script shipped",
  async measure({ engine, quick, profile, say }) {
    const desk = await DeskUnderTest.open(engine, profile);
    let browser: ConsoleBrowser | undefined;
    try {
      browser = await ConsoleBrowser.signIn(desk);
      const signedIn = browser;
      const rows: Row[] = [];
      let there = 0;
      for (const items of quick ? [2_000] : [10_000, 50_000]) {
        await desk.fill(items - there);
        there = items;
        const loads = await repeat(quick ? 1 : 5, async () => {
          const page = await signedIn.page();
          try {
            await page.goto(`${desk.origin}/desks/${desk.id}/flow`);
            const at = await paintedAt(page);
            const [snapshot] = await fetched(page, "/snapshot");
            if (snapshot === undefined) throw new Error("The console loaded no snapshot");
            const scripts = (await fetched(page, ".js")).filter(({ start }) => start <= at);
            say(`${items} items: ${(at - snapshot.start).toFixed(0)} ms, from the navigation ${at.toFixed(0)} ms`);
            return { at, taken: at - snapshot.start, received: snapshot.end - snapshot.start, scripts };
          } finally {
            await page.context().close();
          }
        });
        const taken = loads.map((load) => load.taken);
        rows.push(
          {
            what: `snapshot of ${items} open items, request to painted`,
            unit: "ms",
            measured: median(taken),
            runs: taken,
            budget: items === 50_000 ? { beyond: 2_000, better: "less" } : { must: 1_000, better: "less" },
            note: `of it until the last byte was there ${median(loads.map((load) => load.received)).toFixed(0)} ms`,
          },
          {
            what: `first usable screen, ${items} open items`,
            unit: "ms",
            measured: median(loads.map((load) => load.at)),
            ...(items === 50_000 ? {} : { budget: { must: 1_500, beyond: 800, better: "less" as const } }),
          },
        );
        if (rows.length === 2) {
          const sizes = [...new Set(loads[0]?.scripts.map(({ path }) => path))].map(shippedSize);
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
      await desk.end();
    }
  },
};
