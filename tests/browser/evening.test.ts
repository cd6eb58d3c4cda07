import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handsOff, type Seat } from "../fixtures/browser.ts";
import { beginEvening, type Evening, itemsOnDesk } from "../fixtures/evening.ts";

let count = 0;

/** A comment under a post of ours a minute ago, unlike any other by its text. */
function comment(text: string, more: object = {}): object {
  count += 1;
  return {
    externalId: `evening-${count}`,
    channel: "instagram:fest",
    kind: "comment",
    author: { handle: `visitor${count}` },
    text,
    at: new Date(Date.now() - 60_000).toISOString(),
    ...more,
  };
}

const row = (page: Page, text: string) => page.getByRole("row").filter({ hasText: text });
const opened = (page: Page) => page.getByRole("article");
const composer = (page: Page) => opened(page).getByRole("textbox");
const lane = (page: Page, name: string) =>
  page.getByRole("complementary", { name: "On shift" }).getByRole("button", { name: new RegExp(`\\b${name}\\b`) });
const notices = (page: Page) => page.getByRole("region", { name: "Notices" });

/** Clicks a row, which opens its item, and waits until its messages are there. */
async function open(page: Page, text: string): Promise<Locator> {
  await row(page, text).click();
  await opened(page).getByText(text).first().waitFor();
  return opened(page);
}

/** Goes to a screen by its two keys. */
async function go(page: Page, letter: string): Promise<void> {
  await handsOff(page);
  await page.keyboard.press("g");
  await page.keyboard.press(letter);
  await handsOff(page);
}

describe("an evening with three people at once", () => {
  let evening: Evening;
  let karen: Seat;
  let jonas: Seat;
  let sofie: Seat;
  const everyone = () => [karen, jonas, sofie];

  beforeAll(async () => {
    evening = await beginEvening();
    karen = await evening.join("Karen", ["flow-manager", "administrator"]);
    jonas = await evening.join("Jonas", ["community-manager"]);
    sofie = await evening.join("Sofie", ["community-manager"]);
    for (const { page } of [jonas, sofie]) {
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog").getByRole("searchbox").fill("Start shift");
      await page.keyboard.press("Enter");
      await go(page, "f");
    }
    await lane(karen.page, "Sofie").waitFor();
  });
  afterAll(() => evening?.end());

  test("those who were invited stand on the flow manager's screen, each at their own", async () => {
    await lane(karen.page, "Jonas").waitFor();
    expect(new URL(karen.page.url()).pathname).toBe("/desks/fest/flow");
    expect(await karen.page.evaluate(() => location.hash)).toBe("");
  });

  test("what comes in stands on every screen", async () => {
    await evening.arrive(comment("Where is the east gate?"));
    await Promise.all(everyone().map(({ page }) => row(page, "Where is the east gate?").waitFor()));
  });

  test("D deals over those on shift, and each finds theirs on their own desk", async () => {
    await evening.arrive(comment("Where is the cloakroom?"));
    const { page } = karen;
    await row(page, "Where is the cloakroom?").waitFor();
    await page.keyboard.press("d");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("2 not taken").waitFor();
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await lane(page, "Jonas").getByText("1/").waitFor();
    await lane(page, "Sofie").getByText("1/").waitFor();
    await page.getByText("The queue is empty.").waitFor();
    for (const seat of [jonas, sofie]) {
      await go(seat.page, "m");
      await expect.poll(() => seat.page.getByRole("row").count()).toBe(1);
      await go(seat.page, "f");
    }
  });

  test("a row dragged onto a person's lane is theirs", async () => {
    await evening.arrive(comment("Do you take cash?"));
    await row(karen.page, "Do you take cash?").dragTo(lane(karen.page, "Sofie"));
    await lane(karen.page, "Sofie").getByText("2/").waitFor();
    await go(sofie.page, "m");
    await row(sofie.page, "Do you take cash?").waitFor();
    await go(sofie.page, "f");
    await handsOff(karen.page);
  });

  test("D5: of two who press C on the same item one gets it, and the other reads who was sooner", async () => {
    for (const text of ["First race", "Second race", "Third race"]) {
      await evening.arrive(comment(text));
      await Promise.all([open(jonas.page, text), open(sofie.page, text)]);
      await Promise.all([jonas.page.keyboard.press("c"), sofie.page.keyboard.press("c")]);
      const [winner, loser] = await Promise.race(
        [
          [jonas, sofie],
          [sofie, jonas],
        ].map(async ([first, second]) => {
          if (first === undefined || second === undefined) throw new Error("nobody raced");
          await notices(second.page)
            .getByText(new RegExp(`^${first.name} (claimed this .* before you|has this)\\.$`))
            .waitFor();
          return [first, second] as const;
        }),
      );
      await opened(winner.page).getByText("yours", { exact: true }).waitFor();
      await opened(loser.page).getByText(`${winner.name} has this`, { exact: true }).waitFor();
      expect(await notices(winner.page).getByRole("listitem").count()).toBe(0);
      await notices(loser.page).getByRole("button", { name: "Dismiss" }).click();
      for (const { page } of [jonas, sofie]) {
        await page.keyboard.press("Escape");
        await handsOff(page);
      }
    }
  });

  test("a near miss is mended in one key, and the reply taken back within its grace, before everyone's eyes", async () => {
    const { page } = jonas;
    await evening.arrive(comment("When does it start?"));
    await open(page, "When does it start?");
    await page.keyboard.press("c");
    await opened(page).getByText("yours", { exact: true }).waitFor();
    await page.keyboard.press("r");
    await expect.poll(() => composer(page).evaluate((area) => area === document.activeElement)).toBe(true);
    await page.keyboard.type("At nine, on the main stage #sommerfst27");
    await opened(page).getByText("#sommerfst27: did you mean").waitFor();
    await page.keyboard.press("Alt+Enter");
    expect(await composer(page).inputValue()).toBe("At nine, on the main stage #sommerfest27");
    expect(await opened(page).getByText("did you mean").count()).toBe(0);

    // Karen looks over Jonas's shoulder: she opens his list from his lane.
    await lane(karen.page, "Jonas").click();
    await open(karen.page, "When does it start?");
    await page.keyboard.press("Control+Enter");
    await opened(page)
      .getByText(/^Leaves in \d+ s$/)
      .waitFor();
    await opened(karen.page)
      .getByText(/^Jonas's reply leaves in \d+ s$/)
      .waitFor();
    await opened(karen.page).getByText("At nine, on the main stage #sommerfest27").waitFor();

    await page.keyboard.press("Escape");
    await page.keyboard.press("u");
    await opened(page).getByText("taken back").waitFor();
    await opened(karen.page).getByText("taken back").waitFor();
    expect(await composer(page).inputValue()).toBe("At nine, on the main stage #sommerfest27");

    await page.keyboard.press("r");
    await page.keyboard.press("Control+Enter");
    await opened(page)
      .getByText(/^Leaves in \d+ s$/)
      .waitFor();
    await opened(page)
      .getByText(/^Leaves in \d+ s$/)
      .waitFor({ state: "detached" });
    await opened(page).getByText("yours", { exact: true }).waitFor();
    const answered = [...(await itemsOnDesk(evening)).values()].find(
      ({ preview }) => preview === "When does it start?",
    );
    expect(answered?.status).toBe("answered");
    await karen.page.getByRole("button", { name: "To the queue" }).click();
    for (const seat of [jonas, karen]) {
      await seat.page.keyboard.press("Escape");
      await handsOff(seat.page);
    }
  });

  test("on a channel without a connection the reply is copied, and has left when its writer says so", async () => {
    const { page, context } = sofie;
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await evening.arrive(comment("Whom do I ask about sponsoring?", { channel: "linkedin:fest" }));
    const item = await open(page, "Whom do I ask about sponsoring?");
    await page.keyboard.press("r");
    await expect.poll(() => composer(page).evaluate((area) => area === document.activeElement)).toBe(true);
    await page.keyboard.type("Write to partners@example.org");
    await page.keyboard.press("Control+Enter");
    await item.getByText("Copy the text, put it on LinkedIn, then press Sent.").waitFor();
    const status = async () =>
      [...(await itemsOnDesk(evening)).values()].find(({ preview }) => preview.startsWith("Whom do I ask"))?.status;
    expect(await status()).toBe("assigned");
    await item.getByRole("button", { name: "Copy text" }).click();
    await item.getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("Write to partners@example.org");
    await item.getByRole("button", { name: "Sent" }).click();
    await item.getByRole("button", { name: "Sent" }).waitFor({ state: "detached" });
    await expect.poll(status).toBe("answered");
    await page.keyboard.press("Escape");
    await handsOff(page);
  });

  test("nobody's page has failed", () => {
    expect(everyone().flatMap(({ name, errors }) => errors.map((error) => `${name}: ${error}`))).toEqual([]);
  });

  test("A2: who is removed is out, and nothing reaches them after", async () => {
    const members = await evening.read(`/api/desks/${evening.desk}/snapshot`);
    const id = (await members.text())
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { member?: { id: string; name: string } })
      .find(({ member }) => member?.name === "Sofie")?.member?.id;
    await evening.command("member.remove", { member: id });
    await sofie.page.getByText("You no longer have a part in this desk.").waitFor();
    await evening.arrive(comment("After the removal"));
    await row(karen.page, "After the removal").waitFor();
    expect(await sofie.page.getByText("After the removal").count()).toBe(0);
    await lane(karen.page, "Sofie").waitFor({ state: "detached" });
  });
});
