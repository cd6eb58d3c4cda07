import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import chromium from "@sparticuz/chromium";
import { type Browser, type BrowserContext, type Page, chromium as playwright } from "playwright-core";
import type { DeskUnderTest } from "./desk-under-test.ts";

const built = new URL("../../client/dist/", import.meta.url);

/** What the probe in a page has noted; all times in ms since the page was begun. */
export interface PageProbe {
  /** When the first row of the list was painted; null if it has not been. */
  painted: number | null;
  /** Time from each frame to the next. */
  frames: number[];
  /** From each key that went down to the paint after it. */
  keys: number[];
  /** How often another row came to stand under the place watched; the place, if one is. */
  moves: number;
  watched: { x: number; y: number } | null;
}

/** A real browser, signed in to a desk as its administrator. */
export class ConsoleBrowser {
  readonly #browser: Browser;
  readonly #state: Awaited<ReturnType<BrowserContext["storageState"]>>;

  private constructor(browser: Browser, state: Awaited<ReturnType<BrowserContext["storageState"]>>) {
    this.#browser = browser;
    this.#state = state;
  }

  static async signIn(desk: DeskUnderTest): Promise<ConsoleBrowser> {
    const browser = await playwright.launch({
      executablePath: await chromium.executablePath(),
      args: ["--no-sandbox"],
      headless: true,
    });
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(desk.server.signInLink);
    await page.getByRole("button").first().click();
    await page.waitForURL("**/desks/**");
    const state = await context.storageState();
    await context.close();
    return new ConsoleBrowser(browser, state);
  }

  /** A page in a window of its own with nothing in its cache, probed from the start. */
  async page(): Promise<Page> {
    const context = await this.#browser.newContext({
      viewport: { width: 1440, height: 900 },
      storageState: this.#state,
    });
    await context.addInitScript(probe);
    return context.newPage();
  }

  /** Runs something with a CPU profile of the page's scripts, which is left in that file. */
  async profiled(page: Page, file: string, run: () => Promise<void>): Promise<void> {
    const session = await page.context().newCDPSession(page);
    await session.send("Profiler.enable");
    await session.send("Profiler.start");
    await run();
    const { profile } = await session.send("Profiler.stop");
    await session.detach();
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(profile));
  }

  /** What the renderer did on its main thread while `run` ran, as trace events. */
  async traced(page: Page, run: () => Promise<void>): Promise<readonly TraceEvent[]> {
    await this.#browser.startTracing(page, {
      categories: ["disabled-by-default-devtools.timeline", "devtools.timeline", "toplevel"],
    });
    let traced: Buffer;
    try {
      await run();
    } finally {
      traced = await this.#browser.stopTracing();
    }
    return (JSON.parse(traced.toString()) as { traceEvents: TraceEvent[] }).traceEvents;
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}

/** An event of Chromium's trace; times in µs. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** How long it lasted, and how much of that the thread was running. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Runs in the page before anything else. */
function probe(): void {
  const noted: PageProbe = { painted: null, frames: [], keys: [], moves: 0, watched: null };
  (globalThis as unknown as { benchProbe: PageProbe }).benchProbe = noted;
  const afterPaint = (then: () => void) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  };
  let last: number | null = null;
  let under: string | null = null;
  const rowAt = (x: number, y: number) =>
    document.elementFromPoint(x, y)?.closest("[data-id]")?.getAttribute("data-id");
  const frame = (now: number) => {
    if (last !== null) noted.frames.push(now - last);
    last = now;
    if (noted.painted === null && document.querySelector("[role=grid] [role=row]") !== null) {
      noted.painted = 0;
      afterPaint(() => {
        noted.painted = performance.now();
      });
    }
    if (noted.watched === null) under = null;
    else {
      const row = rowAt(noted.watched.x, noted.watched.y) ?? null;
      if (under !== null && row !== under) noted.moves++;
      under = row;
    }
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  addEventListener(
    "keydown",
    ({ timeStamp }) => requestAnimationFrame(() => afterPaint(() => noted.keys.push(performance.now() - timeStamp))),
    { capture: true },
  );
}

/** What the probe has noted, and begins anew (but for what was painted). */
export function probed(page: Page): Promise<PageProbe> {
  return page.evaluate(() => {
    const noted = (globalThis as unknown as { benchProbe: PageProbe }).benchProbe;
    const copy = { ...noted, frames: [...noted.frames], keys: [...noted.keys] };
    noted.frames.length = 0;
    noted.keys.length = 0;
    noted.moves = 0;
    return copy;
  });
}

/** Waits until rows were painted; when that was, in ms since the navigation began. */
export async function painted(page: Page): Promise<number> {
  const handle = await page.waitForFunction(
    () => (globalThis as unknown as { benchProbe: PageProbe }).benchProbe.painted || null,
    undefined,
    { timeout: 120_000 },
  );
  return Number(await handle.jsonValue());
}

/** When a page asked for what, and how much it was, of what has this in its address. */
export function fetched(page: Page, part: string): Promise<Array<{ path: string; start: number; end: number }>> {
  return page.evaluate(
    (wanted) =>
      (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
        .filter(({ name }) => name.includes(wanted))
        .map(({ name, startTime, responseEnd }) => ({
          path: new URL(name).pathname,
          start: startTime,
          end: responseEnd,
        })),
    part,
  );
}

/** The size of a built file as it is and gzipped, in KB. */
export function shippedSize(path: string): { plain: number; gzipped: number } {
  const content = readFileSync(fileURLToPath(new URL(`.${path}`, built)));
  return { plain: content.length / 1024, gzipped: gzipSync(content, { level: 9 }).length / 1024 };
}
