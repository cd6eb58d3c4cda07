import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handsOff, type Seat } from "../fixtures/browser.ts";
import {
  beginReply,
  byPalette,
  composer,
  go,
  idsInList,
  lane,
  notices,
  open,
  opened,
  putAway,
  row,
} from "../fixtures/console-page.ts";
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
      await byPalette(page, "Start shift");
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
      for (const { page } of [jonas, sofie]) await putAway(page);
    }
  });

  test("a near miss is mended in one key, and the reply taken back within its grace, before everyone's eyes", async () => {
    const { page } = jonas;
    await evening.arrive(comment("When does it start?"));
    await open(page, "When does it start?");
    await page.keyboard.press("c");
    await opened(page).getByText("yours", { exact: true }).waitFor();
    await beginReply(page);
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

    await beginReply(page);
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
    for (const seat of [jonas, karen]) await putAway(seat.page);
  });

  test("on a channel without a connection the reply is copied, and has left when its writer says so", async () => {
    const { page, context } = sofie;
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await evening.arrive(comment("Whom do I ask about sponsoring?", { channel: "linkedin:fest" }));
    const item = await open(page, "Whom do I ask about sponsoring?");
    await beginReply(page);
    await page.keyboard.type("Write to partners@example.org");
    await page.keyboard.press("Control+Enter");
    await item.getByText("Copy the text, put it on LinkedIn, then press Sent.").waitFor();
    const status = async () =>
      [...(await itemsOnDesk(evening)).values()].find(({ preview }) => preview.startsWith("Whom do I ask"))?.status;
    await expect.poll(status).toBe("assigned");
    await item.getByRole("button", { name: "Copy text" }).click();
    await item.getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("Write to partners@example.org");
    await item.getByRole("button", { name: "Sent" }).click();
    await item.getByRole("button", { name: "Sent" }).waitFor({ state: "detached" });
    await expect.poll(status).toBe("answered");
    await putAway(page);
  });

  test.concurrent("a planned post falls due, is late and goes live with its link, and everyone sees it", async ({
    expect,
  }) => {
    const { page } = karen;
    await go(page, "r");
    await page.getByRole("button", { name: "Plan a post" }).first().waitFor();
    await page.keyboard.press("n");
    const dialog = page.getByRole("dialog");
    // The next full minute that is still ahead when the form is filled in.
    const at = Temporal.Now.zonedDateTimeISO("Europe/Copenhagen").add({ seconds: 70 });
    await dialog.getByLabel("Title", { exact: true }).fill("Fireworks");
    await dialog.getByLabel("Date").fill(at.toPlainDate().toString());
    await dialog.getByLabel("Time", { exact: true }).fill(at.toPlainTime().toString().slice(0, 5));
    for (const channel of ["Fest on X", "Fest on LinkedIn"])
      await dialog.getByRole("checkbox", { name: channel }).locator("xpath=ancestor::label").click();
    const text = dialog.getByLabel("Text for all channels");
    await text.fill("Five minutes to the fireworks #sommerfest72");
    await dialog.getByText("#sommerfest72: did you mean").first().waitFor();
    expect(await dialog.getByRole("button", { name: "Plan it" }).isDisabled()).toBe(true);
    await text.fill("Five minutes to the fireworks #sommerfest27");
    await dialog.getByRole("button", { name: "Plan it" }).click();
    await dialog.waitFor({ state: "detached" });

    const post = page.getByRole("complementary", { name: "Fireworks" });
    const onX = post.getByRole("article").filter({ hasText: "Fest on X" });
    const onLinkedIn = post.getByRole("article").filter({ hasText: "Fest on LinkedIn" });
    const nextHour = sofie.page.getByRole("region", { name: "Run sheet: now and the next hour" });
    await nextHour.getByText("Fireworks").waitFor();
    await onX.getByText("now", { exact: true }).waitFor({ timeout: 75_000 });
    await onLinkedIn.getByLabel("Link where it stands").fill("https://www.linkedin.com/posts/1");
    await onLinkedIn.getByRole("button", { name: "It is out" }).click();
    await onLinkedIn.getByText(/^live \d/u).waitFor();

    await onX.getByText(/late$/u).waitFor({ timeout: 75_000 });
    await nextHour.getByText(/late/u).waitFor();
    await onX.getByLabel("Link where it stands").fill("x.com/fest/1");
    expect(await onX.getByRole("button", { name: "It is out" }).isDisabled()).toBe(true);
    await onX.getByLabel("Link where it stands").fill("https://x.com/fest/status/1");
    await onX.getByRole("button", { name: "It is out" }).click();
    await onX.getByText("went out late").waitFor();
    expect(await onX.getByRole("link").getAttribute("href")).toBe("https://x.com/fest/status/1");
    expect(await onLinkedIn.getByText("went out late").count()).toBe(0);
    await nextHour.getByText(/late/u).waitFor({ state: "detached" });
    await page.keyboard.press("Escape");
    await go(page, "f");
  }, 240_000);

  test.concurrent("F1: a connection cut for a minute is caught up without loss, and what was done meanwhile is done", async ({
    expect,
  }) => {
    const { page, context } = jonas;
    await evening.arrive(comment("Before the cut"), comment("Taken in the dark"));
    await row(page, "Before the cut").waitFor();
    await context.setOffline(true);
    await page.getByText(/^offline since/u).waitFor();
    const cut = Date.now();

    const during = Array.from({ length: 40 }, (_, index) => comment(`During the cut ${index}.`));
    for (let begin = 0; begin < during.length; begin += 10) await evening.arrive(...during.slice(begin, begin + 10));
    await row(sofie.page, "During the cut 0.").waitFor();
    await open(sofie.page, "During the cut 0.");
    await sofie.page.keyboard.press("c");
    await opened(sofie.page).getByText("yours", { exact: true }).waitFor();
    await putAway(sofie.page);
    await row(sofie.page, "During the cut 0.").waitFor({ state: "detached" });

    // What Jonas does without a connection shows at once, and is shown as queued.
    await row(page, "Taken in the dark").click();
    await page.keyboard.press("c");
    await page.getByText(/^offline since .* 1 queued here$/u).waitFor();
    expect(await page.getByText("During the cut").count()).toBe(0);
    await new Promise((resume) => setTimeout(resume, Math.max(0, cut + 60_000 - Date.now())));

    await context.setOffline(false);
    await page.getByText("LIVE", { exact: true }).waitFor();
    await putAway(page);
    await page.keyboard.press("n");
    await page.getByText("queued here").waitFor({ state: "detached" });
    const waiting = async () =>
      [...(await itemsOnDesk(evening))].flatMap(([id, { status }]) => (status === "waiting" ? [id] : []));
    expect(await waiting()).toHaveLength(40);
    await expect.poll(() => idsInList(page).then((ids) => ids.toSorted())).toEqual((await waiting()).toSorted());
    await go(page, "m");
    await row(page, "Taken in the dark").waitFor();
    await go(page, "f");
  }, 240_000);

  test("nobody's page has failed", () => {
    expect(everyone().flatMap(({ name, errors }) => errors.map((error) => `${name}: ${error}`))).toEqual([]);
  });

  test("A2: who is removed is out, and nothing reaches them after", async () => {
    const { page } = karen;
    await page.goto(`${evening.served.origin}/desks/${evening.desk}/settings?part=people`);
    await page.getByRole("button", { name: "Edit Sofie" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Remove from the desk" }).click();
    await dialog.getByRole("button", { name: "Yes, remove them" }).click();
    await sofie.page.getByText("You no longer have a part in this desk.").waitFor();
    // Of this morning, so that it stands on top.
    await evening.arrive(comment("After the removal", { at: new Date(Date.now() - 36_000_000).toISOString() }));
    await go(page, "f");
    await row(karen.page, "After the removal").waitFor();
    expect(await sofie.page.getByText("After the removal").count()).toBe(0);
    await lane(karen.page, "Sofie").waitFor({ state: "detached" });
  });
});
