import { join } from "node:path";
import type { Page } from "playwright-core";
import { pause } from "../clock.ts";
import { ConsoleBrowser, type PageProbe, painted, probed } from "../console-page.ts";
import { DeskUnderTest } from "../desk-under-test.ts";
import type { Figure } from "../figure.ts";
import type { Churn } from "../load/commander.ts";
import { Helper } from "../load/helper.ts";
import { type MainThread, mainThread } from "../main-thread.ts";
import { percentile } from "../statistics.ts";

/** What a display of 60 Hz gives a frame, in ms. */
const frameLasts = 1_000 / 60;
/** So many come in one body, in their order; of several that are sent at once any may be first. */
const oneBody = 500;

/**
 * The console with 20,000 open items and 200 changes a second (quick: 3,000 items). A real browser (Chromium, headless,
 * software rendering, 1440 × 900) shows Flow while 100 new items a second come in and 100 items a second are claimed
 * and given back. First the pointer is off the list, which then takes its order anew as things change, and the
 * browser's trace tells the work of its main thread: the CPU of its tasks, summed from the beginning of one frame to
 * that of the next, and the longest. Dropped frames are those missing between one `requestAnimationFrame` and the next,
 * at 60 a second. Then the pointer rests on a row, and every frame looks which row is under it: none may move. Then J
 * and K go down by turns, ten a second; the time runs from the key's own time stamp to the paint after it. The peer is
 * a page with nothing in it, in the same browser under the same load of the machine: what it drops, nobody's code has
 * dropped. That of the keys is a page of plain rows under the same load, in which each key gives another row another
 * colour.
 */
export const screen: Figure = {
  name: "screen",
  title: "The console under 200 changes a second",
  async measure({ engine, quick, profile, say }) {
    const items = quick ? 3_000 : 20_000;
    const lasts = quick ? 2_500 : 10_000;
    const presses = quick ? 20 : 100;
    const pressing = presses * 100 + 2_000;
    const desk = await DeskUnderTest.open(engine, profile);
    const commander = Helper.start("commander");
    const bareHttp = Helper.start("bare-http");
    let browser: ConsoleBrowser | undefined;
    try {
      browser = await ConsoleBrowser.signIn(desk);
      // What is claimed and given back are the first that came, and they are to be what the list begins with.
      await desk.fill(oneBody);
      await desk.fill(items - oneBody);
      const changing = async (ms: number, run: () => Promise<void>) => {
        const churn: Churn = { origin: desk.origin, desk: desk.id, token: desk.tokens[0] ?? "", rate: 100, lasts: ms };
        const load = Promise.all([desk.stream(100, ms, 20), commander.ask<number>("churn", churn)]);
        await pause(500);
        await run();
        await load;
      };

      const empty = await browser.page();
      await empty.goto("about:blank");
      let events: Awaited<ReturnType<ConsoleBrowser["traced"]>> = [];
      const signedIn = browser;
      await changing(lasts, async () => {
        await probed(empty);
        events = await signedIn.traced(empty, () => pause(lasts - 1_500));
      });
      const bare = { ...droppedOf(await probed(empty)), ...mainThread(events) };
      await empty.goto(await bareHttp.ask<string>("listen"));
      await painted(empty);
      let bareKeys: number[] = [];
      await changing(pressing, async () => {
        bareKeys = await press(empty, presses);
      });

      await empty.context().close();

      const page = await browser.page();
      await page.goto(`${desk.origin}/desks/${desk.id}/flow`);
      await painted(page);
      await page.mouse.move(720, 4);
      await pause(quick ? 500 : 2_000);
      await changing(lasts, async () => {
        await probed(page);
        events = await signedIn.traced(page, () => pause(lasts - 1_500));
      });
      const off = { ...droppedOf(await probed(page)), ...mainThread(events) };
      if (profile !== undefined) {
        await changing(lasts, () =>
          signedIn.profiled(page, join(profile, "console.cpuprofile"), () => pause(lasts - 1_500)),
        );
      }
      say(`off the list: ${said(off)}; empty page: ${said(bare)}`);

      await restOnRow(page);
      let on = await probed(page);
      await changing(lasts, async () => {
        await probed(page);
        await pause(lasts - 1_500);
        on = await probed(page);
      });
      await page.mouse.move(720, 4);
      await page.evaluate(() => {
        (globalThis as unknown as { benchProbe: PageProbe }).benchProbe.watched = null;
      });

      let keys: number[] = [];
      await changing(pressing, async () => {
        keys = await press(page, presses);
      });
      const peer = (measured: number) => ({ name: "empty page", measured });
      return [
        {
          what: `main-thread work per frame p95, ${items} rows`,
          unit: "ms",
          measured: off.workP95,
          budget: { must: 12, beyond: 6, better: "less" },
          peer: peer(bare.workP95),
          note: `CPU of the thread; by the clock, waiting for a core included, ${off.lastedP95.toFixed(1)} ms; it worked ${(off.busy * 100).toFixed(0)} % of the time`,
        },
        {
          what: "dropped frames",
          unit: "%",
          measured: off.dropped,
          budget: { must: 1, beyond: 0, better: "less" },
          peer: peer(bare.dropped),
        },
        {
          what: "longest task",
          unit: "ms",
          measured: off.longestTask,
          budget: { must: 50, beyond: 16, better: "less" },
          peer: peer(bare.longestTask),
          note: `by the clock; the most work in one was ${off.longestWork.toFixed(0)} ms`,
        },
        {
          what: "rows that moved under the pointer",
          unit: "",
          measured: on.moves,
          budget: { must: 0, beyond: 0, better: "less" },
          note: `in ${on.frames.length} frames`,
        },
        {
          what: "key down to paint, p95",
          unit: "ms",
          measured: percentile(keys, 0.95),
          budget: { must: 50, beyond: 16, better: "less" },
          peer: { name: "bare page", measured: percentile(bareKeys, 0.95) },
          note: `p50 ${percentile(keys, 0.5).toFixed(1)} ms of ${keys.length} keys`,
        },
      ];
    } finally {
      await browser?.close();
      await Promise.all([commander.end(), bareHttp.end()]);
      await desk.end();
    }
  },
};

/** Frames that are missing, in percent of all there should have been. */
function droppedOf({ frames }: PageProbe): { dropped: number } {
  const missing = frames.reduce((sum, frame) => sum + Math.max(0, Math.round(frame / frameLasts) - 1), 0);
  return { dropped: (missing / Math.max(1, frames.length + missing)) * 100 };
}

function said({ workP95, dropped, longestTask }: MainThread & { dropped: number }): string {
  return `${workP95.toFixed(1)} ms a frame, ${dropped.toFixed(1)} % dropped, longest ${longestTask.toFixed(0)} ms`;
}

/** Presses J and K, ten a second. Gives how long each took from its going down to the paint after it, in ms. */
async function press(page: Page, times: number): Promise<number[]> {
  await probed(page);
  for (let time = 0; time < times; time++) {
    await page.keyboard.press(time % 4 === 3 ? "k" : "j");
    await pause(100);
  }
  const { keys } = await probed(page);
  if (keys.length < times * 0.9) throw new Error(`Only ${keys.length} of ${times} keys came to a paint`);
  return keys;
}

/** Puts the pointer on the row in the middle of the list, and has the probe watch the place. */
async function restOnRow(page: Page): Promise<void> {
  const box = await page.getByRole("grid").first().boundingBox();
  if (box === null) throw new Error("There is no list");
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(place.x, place.y);
  await pause(300);
  await page.evaluate((watched) => {
    (globalThis as unknown as { benchProbe: PageProbe }).benchProbe.watched = watched;
  }, place);
}
