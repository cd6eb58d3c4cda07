import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { violations } from "../fixtures/axe.ts";
import { type Seat, sit } from "../fixtures/browser.ts";
import { beginEvening, type Evening } from "../fixtures/evening.ts";

let evening: Evening;
let karin: Seat;

beforeAll(async () => {
  evening = await beginEvening();
  karin = await evening.join("Karin", ["administrator", "community-manager"]);
});
afterAll(() => evening?.end());

/** Messages in which people ask the same, and one that is for nobody else's eyes. */
function arriving(): object[] {
  const texts = ["Hvor er toiletterne?", "hvor er toilettet henne?", "Hej! Hvor finder jeg et toilet?", "Fedt!"];
  const at = new Date(Date.now() - 5_000).toISOString();
  const message = (number: number, text: string, more: object = {}) => ({
    externalId: `wall-${number}`,
    channel: "x:fest",
    kind: "mention",
    author: { handle: `outsider_${number}`, name: `Outside Person${number}` },
    text,
    at,
    ...more,
  });
  return [...texts.map((text, number) => message(number, text)), message(9, "Only between us", { kind: "dm" })];
}

/** The wall's own text, and whether anything of it lies beyond the screen's edge. */
async function looked(page: Page): Promise<{ text: string; overflow: number }> {
  return page.evaluate(() => {
    const main = document.querySelector("main");
    if (main === null) throw new Error("No wall");
    const parts = [main, ...main.querySelectorAll("section")];
    const overflow = Math.max(...parts.map((part) => part.scrollHeight - part.clientHeight));
    return { text: main.textContent ?? "", overflow };
  });
}

test("a wall is made in Settings, shows the evening to whoever has its link, and goes when the link is removed", async () => {
  await evening.arrive(...arriving());
  const { page } = karin;
  await page.goto(`${evening.served.origin}/desks/${evening.desk}/settings?part=wall`);
  await page.getByRole("button", { name: "Make a link" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Where the screen hangs").fill("Crew room");
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const link = await dialog.getByRole("textbox", { name: /^The link/u }).inputValue();
  await dialog.getByRole("img", { name: "The link as a QR code" }).waitFor();
  await dialog.getByRole("button", { name: "Done" }).click();

  const screen = await sit(evening.browser, "The screen", { viewport: { width: 1920, height: 1080 } });
  await screen.page.goto(link);
  const wall = screen.page.getByRole("main");
  await wall.getByText("Hvor er toiletterne?").waitFor();
  await wall.getByText("by 3 people").waitFor();
  await wall.getByText("LIVE", { exact: true }).waitFor();
  const { text, overflow } = await looked(screen.page);
  expect(text).toContain("Fest");
  expect(text).not.toMatch(/outsider|Outside|between us/iu);
  expect(overflow).toBeLessThanOrEqual(1);
  expect(await violations(screen.page)).toEqual([]);
  await screen.page.setViewportSize({ width: 1280, height: 720 });
  expect((await looked(screen.page)).overflow).toBeLessThanOrEqual(1);

  await screen.context.setOffline(true);
  await wall.getByText(/^no connection since/u).waitFor({ timeout: 30_000 });
  await screen.context.setOffline(false);
  // It asks again after ten seconds, and waits some for the answer.
  await wall.getByText("LIVE", { exact: true }).waitFor({ timeout: 30_000 });

  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByRole("button", { name: "Remove the link" }).click();
  await screen.page.getByRole("heading", { name: "This link shows no wall." }).waitFor();
  expect(screen.errors).toEqual([]);
  await screen.context.close();
}, 120_000);

test("whoever may make a link sees the wall without one, in the language and the colours that the address asks for", async () => {
  const { page } = karin;
  await page.goto(`${evening.served.origin}/desks/${evening.desk}/wall?lang=da&theme=dark`);
  await page.getByRole("heading", { name: "Køreplan" }).waitFor();
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme])).toEqual([
    "da",
    "dark",
  ]);
  await page.goto(`${evening.served.origin}/desks/${evening.desk}/my-desk`);
  await page.getByText("LIVE", { exact: true }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
});
