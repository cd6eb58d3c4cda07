import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Seat, viewports } from "../fixtures/browser.ts";
import { turnTo } from "../fixtures/console-page.ts";
import { beginEvening, type Evening, peopleOnDesk, postIn } from "../fixtures/evening.ts";
import { clipped, overflow } from "../fixtures/layout.ts";

const languages = ["da", "nb", "en"] as const;
const parts = [
  "account",
  "alarms",
  "keys",
  "people",
  "channels",
  "desk",
  "wall",
  "targets",
  "calendars",
  "needs",
  "hashtags",
  "folding",
  "templates",
  "tags",
  "tokens",
  "bringIn",
  "simulation",
];
const screens = ["flow", "my-desk", "run-sheet", "review", ...parts.map((part) => `settings?part=${part}`)];

/** What the search for commands leads to that has a page of words: by a key, so that it is the same in every language. */
const dialogs: ReadonlyArray<readonly [name: string, keys: readonly string[]]> = [
  ["everything one can do", ["Control+k"]],
  ["keys", ["?"]],
  ["briefing", ["g", "b"]],
  ["cover", ["Shift+C"]],
  ["dealing", ["d"]],
  ["assigning", ["j", "a"]],
  ["putting off", ["j", "s"]],
  ["no reply needed", ["j", "Shift+Z"]],
];

/** Words that were looked up in vain: a catalogue's key stands in their place. */
async function rawKeys(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const key = /^(?:[a-z][A-Za-z-]*:)?[a-z][A-Za-z]*(?:\.[a-z][A-Za-z]*)+$|\{\{|^[a-z][A-Za-z]+:[a-z][A-Za-z.]+$/u;
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? "";
      // What others have written and addresses of the internet are nobody's words of the catalogue.
      const isOwn = node.parentElement?.closest("bdi, code, pre, script, style, textarea, a[href^=http]") === null;
      if (isOwn && key.test(text)) found.push(text);
    }
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder]"))
      for (const name of ["aria-label", "title", "placeholder"]) {
        const text = element.getAttribute(name) ?? "";
        if (key.test(text)) found.push(`${name}: ${text}`);
      }
    return found;
  });
}

/** Goes to a screen, and waits until what it fetches of its own is there: until then its place pulses. */
async function goTo(page: Page, path: string): Promise<void> {
  await turnTo(page, path);
  const main = page.getByRole("main");
  await main.locator("h2, [role=row], [role=grid], form").first().waitFor({ state: "attached" });
  await main.locator(".pulse-soft").first().waitFor({ state: "detached" });
}

/** Everything that is wrong with the words on a page; a line each. */
async function faults(page: Page, where: string): Promise<string[]> {
  return [...(await overflow(page)), ...(await clipped(page)), ...(await rawKeys(page))].map(
    (fault) => `${where}: ${fault}`,
  );
}

let evening: Evening;
let karen: Seat;

beforeAll(async () => {
  evening = await beginEvening();
  karen = await evening.join("Karen", ["flow-manager", "community-manager", "administrator"]);
  await (await evening.join("Jonas", ["community-manager"])).context.close();
  await evening.arrive(
    ...Array.from({ length: 12 }, (_, index) => ({
      externalId: `words-${index}`,
      channel: index % 2 === 0 ? "x:fest" : "instagram:fest",
      kind: index % 3 === 0 ? "mention" : "comment",
      author: { handle: `visitor${index}` },
      text: `Hvor er indgang ${index}?`,
      at: new Date(Date.now() - (index + 1) * 600_000).toISOString(),
    })),
  );
  const owner = (await peopleOnDesk(evening)).get("Karen") ?? "";
  for (const minutes of [0, 20])
    await evening.command(
      "post.plan",
      postIn(minutes, { title: "Finale", text: "Nu #sommerfest27", owner, channels: ["x:fest", "linkedin:fest"] }),
    );
  await evening.command("policy.needs", { needs: [{ kind: "dm", need: "urgent" }] });
});
afterAll(() => evening?.end());

describe.each(languages)("in %s every word has its place", (language) => {
  test.each(Object.entries(viewports))("on a %s", async (_, viewport) => {
    const { page } = karen;
    const found: string[] = [];
    await page.setViewportSize(viewport);
    await page.evaluate(
      (spoken) => localStorage.setItem("flowdesk.settings", JSON.stringify({ language: spoken })),
      language,
    );
    await page.goto(`${evening.served.origin}/desks/${evening.desk}/flow`);
    await page.locator(`html[lang=${language}]`).waitFor();
    await page.getByRole("row").first().waitFor();
    for (const screen of screens) {
      await goTo(page, `/desks/${evening.desk}/${screen}`);
      found.push(...(await faults(page, screen)));
    }
    await goTo(page, `/desks/${evening.desk}/flow`);
    await page.getByRole("row").first().waitFor();
    for (const [name, keys] of dialogs) {
      for (const key of keys) await page.keyboard.press(key);
      await page.getByRole("dialog").waitFor();
      found.push(...(await faults(page, name)));
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
    await page.getByRole("row").first().click();
    await page.getByRole("article").getByRole("textbox").waitFor();
    found.push(...(await faults(page, "an item")));
    expect(found).toEqual([]);
  });
});

test("nothing has failed meanwhile", () => {
  expect(karen.errors).toEqual([]);
});
