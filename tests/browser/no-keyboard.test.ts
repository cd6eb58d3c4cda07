import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Audience, audienceOf, patience } from "../fixtures/audience.ts";
import { type Seat, sit, viewports } from "../fixtures/browser.ts";
import { composer, dialog, notices, opened, region, row } from "../fixtures/console-page.ts";
import { beginEvening, type Evening, emailOf, passwordOf, peopleOnDesk, postIn } from "../fixtures/evening.ts";
import { smallTargets } from "../fixtures/layout.ts";

/** A telephone: text comes into its fields by the keyboard on the screen, and everything else by a tap. */
const phone = { viewport: viewports.phone, hasTouch: true, isMobile: true };

let evening: Evening;
let ask: Audience["ask"];
let status: Audience["status"];
let karen: Seat;
let sofie: Seat;

async function join(name: string, ...roles: Parameters<Evening["invite"]>[1]): Promise<Seat> {
  const seat = await sit(evening.browser, name, phone);
  const { page } = seat;
  await page.goto(await evening.invite(name, roles));
  await page.getByLabel("Email address").fill(emailOf(name));
  await page.getByLabel("Password").fill(passwordOf(name));
  await page.getByRole("button", { name: "Make an account and join" }).tap();
  await page.getByText("LIVE", { exact: true }).waitFor();
  return seat;
}

/** Goes to a screen by the bar at the foot. */
async function go(page: Page, screen: string): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: screen }).tap();
}

async function tapItem(page: Page, text: string): Promise<Locator> {
  await row(page, text).tap();
  await opened(page).getByText(text).first().waitFor();
  return opened(page);
}

/** Chooses from an open item's further commands. */
async function more(page: Page, command: string | RegExp): Promise<void> {
  await opened(page).getByRole("button", { name: "More" }).tap();
  await page.getByRole("menuitem", { name: command }).tap();
}

/** Opens one's own menu and chooses from it. */
async function own(page: Page, command: string): Promise<void> {
  await page.getByRole("button", { name: /: shift, appearance, language$/u }).tap();
  await page.getByRole("menuitem", { name: command }).tap();
  await page.getByRole("menu").waitFor({ state: "detached" });
}

/** Whatever can be pressed is at least 24 px either way, and what is pressed all the time at least 44 px. */
async function canBeHit(page: Page): Promise<void> {
  expect.soft(await smallTargets(page, "body", 24)).toEqual([]);
  expect
    .soft(await smallTargets(page, "nav, [role=tablist], [role=grid], article > header, [role=dialog]", 44))
    .toEqual([]);
}

beforeAll(async () => {
  evening = await beginEvening();
  ({ ask, status } = audienceOf(evening));
  await evening.command("policy.tags", { tags: ["gates", "toilets"] });
});
afterAll(() => evening?.end());

describe("a whole shift without a keyboard", () => {
  test("people come in by their invitations and check in", async () => {
    karen = await join("Karen", "flow-manager", "administrator");
    sofie = await join("Sofie", "community-manager");
    for (const { page } of [karen, sofie]) {
      await go(page, "Flow");
      await canBeHit(page);
      await region(page, "My shift").getByRole("button", { name: "Check in" }).tap();
      const checkIn = dialog(page, "Check in");
      await checkIn.waitFor();
      await canBeHit(page);
      await checkIn.getByRole("button", { name: "Start shift" }).tap();
      await checkIn.waitFor({ state: "detached" });
    }
  });

  test("the flow manager covers a channel", async () => {
    const { page } = karen;
    await page
      .getByRole("button", { name: /^Cover/u })
      .first()
      .tap();
    const cover = dialog(page, "Cover");
    await canBeHit(page);
    await cover.getByRole("button", { name: "Give Fest on X to somebody" }).tap();
    await page.getByRole("menuitem", { name: /^Sofie/u }).tap();
    await cover.getByRole("button", { name: "Sofie" }).waitFor();
    await cover.getByRole("button", { name: "Close" }).tap();
    await cover.waitFor({ state: "detached" });
    await ask("x:fest", "Covered by Sofie");
    await expect.poll(() => status("Covered by Sofie"), patience).toBe("assigned");
  });

  test("2.5.7 what a mouse may drag is given by taps, and the queue is dealt out", async () => {
    const { page } = karen;
    await ask("instagram:fest", "Where is the east gate?", "Do you take cash?", "Is there parking?");
    await tapItem(page, "Do you take cash?");
    await canBeHit(page);
    await opened(page)
      .getByRole("button", { name: /^Assign/u })
      .tap();
    await page.getByRole("dialog").getByText("Sofie").tap();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(() => status("Do you take cash?"), patience).toBe("assigned");
    await opened(page).getByRole("button", { name: "Back" }).tap();
    await page.getByRole("button", { name: /^Deal/u }).first().tap();
    await page.getByRole("dialog").getByRole("textbox").fill("1");
    await page.getByRole("dialog").getByRole("button", { name: /^Deal/u }).tap();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByRole("tab", { name: /On shift/u }).tap();
    await canBeHit(page);
    await page.getByRole("tab", { name: /Queue/u }).tap();
    await own(page, "Message to everybody");
    const form = dialog(page, "Message to everybody");
    await form.getByLabel("What everybody is to know").fill("Gate East is open now.");
    await form.getByRole("button", { name: "Send to everybody" }).tap();
    await form.waitFor({ state: "detached" });
  });

  test("the community manager reads the message, claims, answers, mends a hashtag, takes back and sends", async () => {
    const { page } = sofie;
    const told = region(page, "Messages to everybody");
    await told.getByRole("button", { name: "Read", exact: true }).tap();
    await told.waitFor({ state: "detached" });
    await ask("instagram:fest", "Where is the north gate?");
    const item = await tapItem(page, "Where is the north gate?");
    await item.getByRole("button", { name: /^Claim/u }).tap();
    await item.getByText("yours", { exact: true }).waitFor();
    await composer(page).tap();
    await composer(page).fill("East of the stage #sommerfst27");
    await item.getByRole("button", { name: /#sommerfest27/u }).tap();
    expect(await composer(page).inputValue()).toBe("East of the stage #sommerfest27");
    await canBeHit(page);
    await item.getByRole("button", { name: /^Send/u }).tap();
    await item.getByText(/^Leaves in \d+ s$/u).waitFor();
    await item.getByRole("button", { name: /^Undo/u }).tap();
    await item.getByText("taken back").waitFor();
    await item.getByRole("button", { name: /^Send/u }).tap();
    await item.getByText(/^Leaves in \d+ s$/u).waitFor();
    await expect.poll(() => status("Where is the north gate?"), patience).toBe("answered");
    await item.getByRole("button", { name: "Back" }).tap();
  });

  test("an item is tagged, needs more, is promised, put off, and needs no reply", async () => {
    const { page } = sofie;
    await ask("instagram:fest", "Tagged one", "Snoozed one", "Thanks, all");
    const item = await tapItem(page, "Tagged one");
    await item.getByRole("button", { name: /^Claim/u }).tap();
    await item.getByText("yours", { exact: true }).waitFor();
    await more(page, /^Tag/u);
    await page.getByRole("dialog").getByRole("menuitem", { name: "gates" }).tap();
    await item.getByText("gates", { exact: true }).waitFor();
    await more(page, /urgent/iu);
    await item.getByText("urgent", { exact: true }).first().waitFor();
    await composer(page).fill("More is coming.");
    await item.getByRole("button", { name: "Promise" }).tap();
    await canBeHit(page);
    await page.getByRole("menuitem").first().tap();
    await item.getByRole("button", { name: /^Send/u }).tap();
    await item.getByText(/^Leaves in \d+ s$/u).waitFor();
    await item.getByRole("button", { name: "Back" }).tap();

    for (const [text, command] of [
      ["Snoozed one", /^Snooze/u],
      ["Thanks, all", /^No reply needed/u],
    ] as const) {
      const next = await tapItem(page, text);
      await next.getByRole("button", { name: /^Claim/u }).tap();
      await next.getByText("yours", { exact: true }).waitFor();
      await next.getByRole("button", { name: command }).tap();
      if (text !== "Snoozed one") continue;
      await canBeHit(page);
      await page.getByRole("dialog").getByRole("listitem").first().getByRole("button").tap();
      await expect.poll(() => status(text), patience).toBe("snoozed");
      const back = opened(page).getByRole("button", { name: "Back" });
      if (await back.isVisible()) await back.tap();
    }
    // What is dismissed leaves the open work.
    await expect.poll(() => status("Thanks, all"), patience).toBeUndefined();
  });

  test("a break moves what waits by one tap, and back on shift it is taken back", async () => {
    const { page } = sofie;
    await go(page, "My desk");
    await row(page, "Covered by Sofie").waitFor();
    await canBeHit(page);
    const bar = page.getByRole("group", { name: "My shift" });
    await bar.getByRole("button", { name: "Take a break" }).tap();
    await notices(page)
      .getByText(/^Moved: /u)
      .waitFor();
    await expect.poll(() => status("Covered by Sofie"), patience).toBe("waiting");
    await bar.getByRole("button", { name: "I am back" }).tap();
    const offer = region(page, "My shift");
    await offer.getByRole("button", { name: /^Take .* back$/u }).tap();
    await offer.waitFor({ state: "detached" });
    await expect.poll(() => status("Covered by Sofie"), patience).toBe("assigned");
  });

  test("a post is said to be out on the run sheet, and a rule is made in Settings", async () => {
    const { page } = karen;
    const owner = (await peopleOnDesk(evening)).get("Karen") ?? "";
    await evening.command(
      "post.plan",
      postIn(0, { title: "Fireworks", text: "Now #sommerfest27", owner, channels: ["linkedin:fest"] }),
    );
    await go(page, "Run sheet");
    await page
      .getByRole("button", { name: /Fireworks/u })
      .first()
      .tap();
    const post = page.getByRole("complementary", { name: "Fireworks" });
    await post.getByLabel("Link where it stands").fill("https://www.linkedin.com/posts/1");
    await canBeHit(page);
    await post.getByRole("button", { name: "It is out" }).tap();
    await post.getByText(/^live \d/u).waitFor();
    await go(page, "Settings");
    await canBeHit(page);
    await page.getByRole("main").getByRole("link", { name: "Targets" }).tap();
    await page.getByRole("button", { name: "Add a rule" }).tap();
    const form = page.getByRole("dialog");
    await form.getByLabel("Answered within").fill("2 h");
    await canBeHit(page);
    await form.getByRole("button", { name: /Kind$/u }).tap();
    await page.getByRole("option", { name: "comment" }).tap();
    await form.getByRole("button", { name: "Save" }).tap();
    await form.waitFor({ state: "detached" });
  });

  test("the shift ends with a sentence, and nothing is left behind", async () => {
    const { page } = sofie;
    await page.getByRole("group", { name: "My shift" }).getByRole("button", { name: "End shift" }).tap();
    const end = dialog(page, "End of shift");
    await end.getByLabel("In a sentence").fill("The toilets by the east gate are closed.");
    await canBeHit(page);
    await end.getByRole("button", { name: "End shift" }).tap();
    await dialog(page, "You are off shift.").getByRole("button", { name: "Done" }).tap();
    await dialog(page, "You are off shift.").waitFor({ state: "detached" });
    await expect.poll(() => status("Covered by Sofie"), patience).toBe("waiting");
    expect([...karen.errors, ...sofie.errors]).toEqual([]);
  });
});
