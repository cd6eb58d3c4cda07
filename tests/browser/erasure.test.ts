import { afterAll, beforeAll, expect, test } from "vitest";
import type { Seat } from "../fixtures/browser.ts";
import { beginEvening, type Evening } from "../fixtures/evening.ts";

let evening: Evening;
let karen: Seat;

beforeAll(async () => {
  evening = await beginEvening();
  karen = await evening.join("Karen", ["flow-manager", "administrator"]);
});
afterAll(() => evening?.end());

test("S2: an administrator looks for an author, sees how much it is, and erases it; the consoles load anew", async () => {
  const { page } = karen;
  await evening.arrive({
    externalId: "erased-1",
    channel: "instagram:fest",
    kind: "comment",
    author: { handle: "metteforget", name: "Mette Forget" },
    text: "Slet mig igen",
    at: new Date(Date.now() - 60_000).toISOString(),
  });
  await page.goto(`${evening.served.origin}/desks/${evening.desk}/settings?part=erasure`);
  await page.getByLabel("Handle, as on the channel").fill("nobody-at-all");
  await page.getByRole("button", { name: "Look" }).click();
  await page.getByText("Nothing of this author is kept here.").waitFor();
  await page.getByLabel("Handle, as on the channel").fill("@MetteForget");
  await page.getByRole("button", { name: "Look" }).click();
  await page.getByText("1 message of theirs").waitFor();
  await page.getByRole("button", { name: "Erase @MetteForget" }).click();
  await page.getByText("Erased.").waitFor();
  const log = await (await evening.read(`/api/desks/${evening.desk}/changes?since=0&limit=1000`)).text();
  expect(log).toContain("author.erased");
  expect(log).not.toMatch(/metteforget|Mette Forget|Slet mig igen/iu);
  await page.goto(`${evening.served.origin}/desks/${evening.desk}/flow`);
  await page.getByText("[erased]").first().waitFor();
  expect(await page.getByText("Slet mig igen").count()).toBe(0);
});
