import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handsOff, type Seat, viewports } from "../fixtures/browser.ts";
import { byPalette, composer, filled, go, idsInList, open, opened, row, turnTo } from "../fixtures/console-page.ts";
import { beginEvening, type Evening } from "../fixtures/evening.ts";
import { clipped, overflow } from "../fixtures/layout.ts";
import { byName } from "./looks/look.ts";

let count = 0;

/** A question of so many minutes ago. */
function question(text: string, minutesAgo = 1): object {
  count += 1;
  return {
    externalId: `criteria-${count}`,
    channel: "instagram:fest",
    kind: "comment",
    author: { handle: `visitor${count}` },
    text,
    at: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
  };
}

/** When what is read out by itself changed, in ms since the page began, with what is said then. */
interface Announced {
  readonly at: number;
  readonly text: string;
}

/** Watches every live region of a page, those to come too. Gives how to stop and what was said. */
async function listen(page: Page): Promise<() => Promise<Announced[]>> {
  const heard = await page.evaluateHandle(() => {
    const live = "[aria-live], [role=status], [role=alert], [role=log], [role=timer]";
    const said = new Map<Element, string>();
    const announced: Announced[] = [];
    const regionOf = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest(live) ?? null;
    const isOff = (region: Element) =>
      (region.getAttribute("aria-live") ?? (region.getAttribute("role") === "timer" ? "off" : "polite")) === "off";
    // What a part that is not live says within one that is, is not said.
    const textOf = (region: Element) => {
      const copy = region.cloneNode(true) as Element;
      for (const quiet of copy.querySelectorAll("[aria-live=off], [role=timer], [aria-hidden=true]")) quiet.remove();
      return copy.textContent?.trim() ?? "";
    };
    const hear = (region: Element) => {
      const text = isOff(region) ? "" : textOf(region);
      if (text !== "" && said.get(region) !== text) announced.push({ at: performance.now(), text });
      said.set(region, text);
    };
    for (const region of document.querySelectorAll(live)) said.set(region, textOf(region));
    const observer = new MutationObserver((records) => {
      const regions = new Set<Element>();
      for (const { target, addedNodes } of records) {
        const region = regionOf(target);
        if (region !== null) regions.add(region);
        for (const node of addedNodes)
          if (node instanceof Element) {
            if (node.matches(live)) regions.add(node);
            for (const inner of node.querySelectorAll(live)) regions.add(inner);
          }
      }
      for (const region of regions) hear(region);
    });
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    return {
      stop: () => {
        observer.disconnect();
        return announced;
      },
    };
  });
  return () => heard.evaluate(({ stop }) => stop());
}

describe("what WCAG 2.2 asks beyond what a machine finds", () => {
  let evening: Evening;
  let karen: Seat;
  let page: Page;
  const at = (path: string) => `${evening.served.origin}/desks/${evening.desk}/${path}`;

  beforeAll(async () => {
    evening = await beginEvening();
    karen = await evening.join("Karen", ["flow-manager", "community-manager", "administrator"]);
    await (await evening.join("Jonas", ["community-manager"])).context.close();
    page = karen.page;
    await byPalette(page, "Start shift");
    await evening.arrive(...Array.from({ length: 12 }, (_, index) => question(`Where is gate ${index}?`, 30 - index)));
    await filled(page, 12);
  });
  afterAll(() => evening?.end());

  test("2.2.2 a list that fills by itself stands while it is paused, by its button as by P", async () => {
    await page.getByRole("button", { name: /^Pause/u }).click();
    await page.getByText("Paused").waitFor();
    await handsOff(page);
    const before = await idsInList(page);
    await evening.arrive(question("During the pause", 600));
    await page.getByRole("button", { name: /^1 new/u }).waitFor();
    expect(await idsInList(page)).toEqual(before);
    await page.keyboard.press("p");
    await row(page, "During the pause").waitFor();
  });

  test("2.2.2 nothing moves for those who ask for less motion", async () => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").waitFor();
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .filter(({ playState }) => playState === "running")
        .map(({ effect }) => (effect instanceof KeyframeEffect ? (effect.target?.className ?? "") : "")),
    );
    expect(moving).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.emulateMedia({ reducedMotion: "no-preference" });
  });

  test("2.1.4 single keys can be turned off: letters do nothing then, ⌘K and arrows do", async () => {
    await page.goto(at("settings?part=keys"));
    await page.getByText("Single letters are commands").click();
    await go(page, "f");
    expect(new URL(page.url()).pathname).toMatch(/settings$/u);
    await page.goto(at("flow"));
    await row(page, "Where is gate 0?").waitFor();
    const before = await idsInList(page);
    await row(page, "Where is gate 0?").focus();
    for (const key of ["j", "c", "z", "e", "s", "t", "a", "d", "x", "1", "u", "?", "Shift+C", "Shift+Z"])
      await page.keyboard.press(key);
    await handsOff(page);
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await page.getByRole("toolbar").count()).toBe(0);
    expect(await idsInList(page)).toEqual(before);
    expect(await opened(page).count()).toBe(0);

    await row(page, "Where is gate 0?").focus();
    await page.keyboard.press("ArrowDown");
    await page.locator("[role=row]:focus").filter({ hasNotText: "Where is gate 0?" }).waitFor();
    await page.keyboard.press("Enter");
    await opened(page).waitFor();
    await byPalette(page, "Claim");
    await opened(page).getByText("yours", { exact: true }).waitFor();
    await page.goto(at("settings?part=keys"));
    await page.getByText("Single letters are commands").click();
    await go(page, "f");
    await row(page, "Where is gate 0?").waitFor();
  });

  test("4.1.3 what is refused is told by itself, without the focus", async () => {
    expect(await page.locator("[role=status][aria-live=polite]").count()).toBeGreaterThan(0);
    await open(page, "Where is gate 5?");
    const heard = await listen(page);
    await page.keyboard.press("u");
    await page.keyboard.press("u");
    await page.keyboard.press("u");
    await expect.poll(() => page.locator("[role=status][aria-live=polite]").allTextContents()).not.toEqual([""]);
    expect((await heard()).length).toBeGreaterThan(0);
  });

  test("4.1.3 at twenty changes a second at most one thing in five seconds is told", async () => {
    // A page of its own: what was refused before is still being told.
    await page.goto(at("flow"));
    await open(page, "Where is gate 5?");
    await composer(page).fill("At nine, by the main stage");
    await page.keyboard.press("Control+Enter");
    await opened(page)
      .getByText(/^Leaves in/u)
      .waitFor();
    const stop = await listen(page);
    const begun = performance.now();
    for (let second = 0; second < 12; second++) {
      await evening.arrive(...Array.from({ length: 20 }, (_, index) => question(`Flood ${second}.${index}`, 300)));
      await new Promise((resume) => setTimeout(resume, Math.max(0, begun + (second + 1) * 1000 - performance.now())));
    }
    const said = await stop();
    const tooClose = said.filter(({ at: time }, index) => time - (said[index - 1]?.at ?? -5000) < 5000 - 50);
    expect(tooClose, JSON.stringify(said)).toEqual([]);
  });

  /** Goes through the screens, with an item open at the end, and says what does not fit; a line each. */
  async function misfits(...faults: ReadonlyArray<(page: Page) => Promise<string[]>>): Promise<string[]> {
    const found: string[] = [];
    const look = async (where: string) => {
      for (const fault of faults) found.push(...(await fault(page)).map((one) => `${where}: ${one}`));
    };
    for (const path of ["my-desk", "run-sheet", "review", "settings?part=people", "settings?part=targets", "flow"]) {
      await turnTo(page, at(path));
      await page.getByRole("main").getByText(/\w/u).first().waitFor();
      await page.getByRole("main").locator(".pulse-soft").first().waitFor({ state: "detached" });
      await look(path);
    }
    await page.getByRole("row").first().click();
    await composer(page).fill("By the main stage");
    await look("an item");
    expect(await isReachable(opened(page).getByRole("button", { name: /^Send/u }))).toBe(true);
    await byName("Message to everybody")(page);
    await look("a dialog");
    const send = page.getByRole("dialog").getByRole("button", { name: "Send to everybody" });
    expect(await isReachable(send)).toBe(true);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    return found;
  }

  test("1.4.4 at 200 % of 1280 pixels nothing is lost, and all of it can be done", async () => {
    // A page at 200 % has half as many pixels of its own.
    await page.setViewportSize({ width: 640, height: 450 });
    expect(await misfits(overflow, clipped)).toEqual([]);
  });

  test("1.4.10 at 320 pixels nothing has to be scrolled sideways", async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await misfits(overflow)).toEqual([]);
  });

  test("1.4.12 with text spaced out nothing is lost", async () => {
    await page.setViewportSize(viewports.desktop);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`
        *, ::before, ::after {
          line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
        }
        p { margin-bottom: 2em !important; }
      `);
      document.adoptedStyleSheets.push(sheet);
    });
    expect(await misfits(overflow, clipped)).toEqual([]);
    expect(karen.errors).toEqual([]);
  });
});

/** Whether a button can be brought into sight and be pressed there. */
async function isReachable(button: Locator): Promise<boolean> {
  await button.scrollIntoViewIfNeeded();
  return button.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const within = left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
    const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return within && there !== null && element.contains(there);
  });
}
