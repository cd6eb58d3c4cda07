import { AxeBuilder } from "@axe-core/playwright";
import type { Briefing } from "@flowdesk/shared/desk/briefing/briefing.ts";
import { type Item, isOpen, isQueued } from "@flowdesk/shared/desk/item/item.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handsOff, type Seat, sit, viewports } from "../fixtures/browser.ts";
import { byPalette, go, notices } from "../fixtures/console-page.ts";
import { beginEvening, type Evening } from "../fixtures/evening.ts";

/** A shift in a real browser: it begins, breaks and ends, and whatever happens no question is lost between people. */
let evening: Evening;
let karen: Seat;
let jonas: Seat;
let sofie: Seat;

const at = (path: string) => `${evening.served.origin}/desks/${evening.desk}/${path}`;
const dialog = (page: Page, name: string): Locator => page.getByRole("dialog", { name });
const region = (page: Page, name: string): Locator => page.getByRole("region", { name });
const shiftBar = (page: Page): Locator => page.getByRole("group", { name: "My shift" });

/** Everything of a sort that really stands on the desk. */
async function onDesk<Entity>(kind: "item" | "member" | "briefing"): Promise<Entity[]> {
  const lines = (await (await evening.read(`/api/desks/${evening.desk}/snapshot`)).text()).trim().split("\n");
  return lines.flatMap((line) => {
    const entity = (JSON.parse(line) as Record<string, Entity>)[kind];
    return entity === undefined || "seq" in JSON.parse(line) ? [] : [entity];
  });
}

const memberOf = async (name: string): Promise<Member> => {
  const member = (await onDesk<Member>("member")).find((one) => one.name === name);
  if (member === undefined) throw new Error(`${name} is not on the desk`);
  return member;
};

/** Who has what, by the text of it; null: the queue. */
async function hands(): Promise<Record<string, string | null>> {
  const members = new Map((await onDesk<Member>("member")).map(({ id, name }) => [id, name]));
  const items = (await onDesk<Item>("item")).filter(isOpen);
  return Object.fromEntries(
    items.map(({ preview, assignee }) => [preview, assignee === null ? null : (members.get(assignee) ?? assignee)]),
  );
}

/** What waits for an answer is with somebody who is at work, or has its place in the queue. */
async function nothingIsLost(): Promise<void> {
  const members = new Map((await onDesk<Member>("member")).map((member) => [member.id, member]));
  const waiting = (await onDesk<Item>("item")).filter((item) => isOpen(item) && item.awaitingSince !== null);
  expect(waiting.length).toBeGreaterThan(0);
  const lost = waiting.filter((item) => {
    const shift = item.assignee === null ? null : (members.get(item.assignee)?.shift ?? "off");
    return shift === null ? !isQueued(item) : shift !== "on" && shift !== "tied-up";
  });
  expect(lost.map(({ preview, status, assignee }) => ({ preview, status, assignee }))).toEqual([]);
}

/** What axe finds in both themes. */
async function axe(page: Page): Promise<void> {
  const found: string[] = [];
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.locator(`html[data-theme=${theme}]`).waitFor();
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))));
    const builder = new AxeBuilder({ page });
    if ((await page.getByRole("dialog").count()) > 0)
      builder.disableRules(["landmark-one-main", "page-has-heading-one"]);
    const { violations } = await (theme === "dark" ? builder.withRules("color-contrast") : builder).analyze();
    for (const { id, nodes } of violations)
      for (const { target, html } of nodes) found.push(`${theme}: ${id} at ${target.join(" ")}\n${html}`);
  }
  expect(found).toEqual([]);
}

/** Chooses what the search for commands offers under a name, and gives the dialog that it opens. */
async function askFor(page: Page, command: string, title: string): Promise<Locator> {
  await handsOff(page);
  await page.keyboard.press("Control+k");
  await dialog(page, "Everything you can do").getByRole("searchbox").fill(command);
  await page.keyboard.press("Enter");
  await dialog(page, title).waitFor();
  return dialog(page, title);
}

let arrived = 0;
async function ask(...texts: string[]): Promise<void> {
  await evening.arrive(
    ...texts.map((text) => ({
      externalId: `shift-${arrived++}`,
      channel: arrived % 2 === 0 ? "x:fest" : "instagram:fest",
      kind: "mention",
      author: { handle: `guest${arrived}` },
      text,
      at: new Date(Date.now() - 60_000).toISOString(),
    })),
  );
}

async function give(name: string, ...texts: string[]): Promise<void> {
  const to = (await memberOf(name)).id;
  for (const item of await onDesk<Item>("item"))
    if (texts.includes(item.preview)) await evening.direct("item.assign", { item: item.id, to });
}

beforeAll(async () => {
  evening = await beginEvening();
  karen = await evening.join("Karen", ["flow-manager"]);
  jonas = await evening.join("Jonas", ["community-manager"]);
  sofie = await evening.join("Sofie", ["community-manager"], {
    viewport: viewports.phone,
    hasTouch: true,
    isMobile: true,
  });
});
afterAll(() => evening?.end());

describe("a shift", () => {
  test("the briefing is written with the numbers to call, and everybody sees that it is new", async () => {
    const { page } = karen;
    await page.goto(at("flow"));
    await page.getByText("LIVE", { exact: true }).waitFor();
    await byPalette(page, "Start shift");
    const form = await askFor(page, "Write tonight", "Write tonight’s briefing");
    await form.getByLabel("Tonight’s lines").fill("Gate East opens at nine. Say nothing of the weather.");
    await form.getByRole("button", { name: "Add a number" }).click();
    await form.getByLabel("Who").fill("First aid");
    await form.getByLabel("Number", { exact: true }).fill("+45 12 34 56 78");
    await axe(page);
    await form.getByRole("button", { name: "Publish" }).click();
    await form.waitFor({ state: "detached" });
    await jonas.page.getByRole("button", { name: "Briefing: not read" }).waitFor();
  });

  test("whoever ends their shift writes one sentence; the page is written, and what is open moves in one step", async () => {
    const { page } = jonas;
    await page.goto(at("my-desk"));
    await page.getByRole("button", { name: "Start shift" }).click();
    await page.getByText("You can be given items.").waitFor();
    await ask("Where is gate 3?", "My child is lost", "Do you take cash?");
    await expect.poll(async () => Object.keys(await hands()).length).toBe(3);
    await give("Jonas", "Where is gate 3?", "My child is lost", "Do you take cash?");
    await page.getByRole("row").filter({ hasText: "Do you take cash?" }).waitFor();
    const cash = (await onDesk<Item>("item")).find(({ preview }) => preview === "Do you take cash?")?.id ?? "";
    await evening.direct("item.passOn", { item: cash, on: "The box office" });
    await nothingIsLost();
    await shiftBar(page).getByRole("button", { name: "End shift" }).click();
    const end = dialog(page, "End of shift");
    await end.getByText("Goes to: 3 to the queue.").waitFor();
    await end.getByText("Waits on others · 1").waitFor();
    await end.getByText("answered", { exact: true }).waitFor();
    await axe(page);
    await end.getByLabel("In a sentence").fill("The toilets by the east gate are closed.");
    await end.getByRole("button", { name: "End shift" }).click();
    await dialog(page, "You are off shift.").getByText("What was open has moved: 3 to the queue.").waitFor();
    await axe(page);
    await dialog(page, "You are off shift.").getByRole("button", { name: "Done" }).click();
    expect(await hands()).toEqual({ "Where is gate 3?": null, "My child is lost": null, "Do you take cash?": null });
    await nothingIsLost();
  });

  test("whoever checks in reads the hand-over, tonight's lines and the numbers on one page, and it is marked as read", async () => {
    const { page } = sofie;
    await page.goto(at("flow"));
    const offered = region(page, "My shift");
    await offered.getByText("You are off shift.").waitFor();
    await axe(page);
    await offered.getByRole("button", { name: "Check in" }).click();
    const checkIn = dialog(page, "Check in");
    await checkIn.getByText("The toilets by the east gate are closed.").waitFor();
    await checkIn.getByText("Where is gate 3?").waitFor();
    await checkIn.getByText("in the queue").first().waitFor();
    await checkIn.getByText("Gate East opens at nine.").waitFor();
    expect(await checkIn.getByRole("link", { name: /First aid/u }).getAttribute("href")).toBe("tel:+4512345678");
    await checkIn.getByText("#sommerfest27").waitFor();
    await checkIn.getByText("seen within 2 min, answered within 5 min").waitFor();
    await axe(page);
    await checkIn.getByRole("button", { name: "Start shift" }).click();
    await expect.poll(async () => (await memberOf("Sofie")).shift).toBe("on");
    const { id } = await memberOf("Sofie");
    await expect
      .poll(async () =>
        (await onDesk<Briefing>("briefing")).filter(({ readBy }) => !readBy.some(({ member }) => member === id)),
      )
      .toEqual([]);
    await region(page, "My shift").waitFor({ state: "detached" });
    await nothingIsLost();
  });

  test("a message to everybody stays until it is read, two fold into one, and the sender sees how far it has come", async () => {
    for (const text of ["Gate East is open now.", "Only urgent ones from here on."]) {
      await karen.page.getByRole("button", { name: "Message to everybody" }).click();
      const form = dialog(karen.page, "Message to everybody");
      await form.getByLabel("What everybody is to know").fill(text);
      await form.getByLabel("What everybody is to know").press("Control+Enter");
      await form.waitFor({ state: "detached" });
    }
    const { page } = sofie;
    const told = region(page, "Messages to everybody");
    await told.getByText("Only urgent ones from here on.").waitFor();
    await told.getByRole("button", { name: "and 1 more" }).waitFor();
    await axe(page);
    const sent = region(karen.page, "Your message");
    await sent.getByText("Read by 0 of 1").click();
    await sent.getByText("Sofie").waitFor();
    await axe(karen.page);
    await told.getByRole("button", { name: "All read" }).click();
    await told.waitFor({ state: "detached" });
    await sent.waitFor({ state: "detached" });
    await page.reload();
    await page.getByText("LIVE", { exact: true }).waitFor();
    expect(await told.count()).toBe(0);
  });

  test("a break moves what waits to the cover by one press, says to whom, and it is offered back", async () => {
    await jonas.page.goto(at("my-desk"));
    await jonas.page.getByRole("button", { name: "Start shift" }).click();
    await jonas.page.getByText("You can be given items.").waitFor();
    await give("Sofie", "Where is gate 3?", "My child is lost");
    await evening.command("member.cover", { member: (await memberOf("Jonas")).id, cover: [{ channels: "all" }] });
    const { page } = sofie;
    await go(page, "m");
    await page.getByText("If you step away: 2 to Jonas.").waitFor();
    await axe(page);
    await shiftBar(page).getByRole("button", { name: "Take a break" }).click();
    await notices(page).getByText("Moved: 2 to Jonas.").waitFor();
    expect(await hands()).toMatchObject({ "Where is gate 3?": "Jonas", "My child is lost": "Jonas" });
    await nothingIsLost();
    const mine = (await onDesk<Item>("item")).find(({ preview }) => preview === "My child is lost")?.id ?? "";
    await jonas.page.getByRole("row").filter({ hasText: "My child is lost" }).waitFor();
    await evening.direct("item.reply", { item: mine, text: "We have found her." });
    await shiftBar(page).getByRole("button", { name: "I am back" }).click();
    const offer = region(page, "My shift");
    await offer.getByText("1 item was set aside when you stepped away, and is still unanswered.").waitFor();
    await axe(page);
    await offer.getByRole("button", { name: "Take it back" }).click();
    await offer.waitFor({ state: "detached" });
    await expect.poll(hands).toMatchObject({ "Where is gate 3?": "Sofie" });
    await nothingIsLost();
  });

  test("from the search for commands it is said first what moves; tied up keeps what one has, or moves it too", async () => {
    const { page } = jonas;
    await ask("Is there parking?");
    await expect.poll(hands).toMatchObject({ "Is there parking?": "Jonas" });
    await page.getByRole("row").filter({ hasText: "Is there parking?" }).waitFor();
    await evening.command("member.cover", {
      member: (await memberOf("Sofie")).id,
      cover: [{ channels: "all", standIn: true }],
    });
    const away = await askFor(page, "Away", "Away");
    await away.getByText(/to Sofie/u).waitFor();
    await axe(page);
    await page.keyboard.press("Escape");
    const tied = await askFor(page, "Tied up", "Tied up");
    await tied.getByLabel("With what (others see it)").fill("the lost child");
    await tied.getByText(/^Move the/u).click();
    await tied.getByText(/^Goes to: .*to Sofie/u).waitFor();
    await axe(page);
    await tied.getByRole("button", { name: "Tied up" }).click();
    await notices(page)
      .getByText(/^Moved: .*to Sofie/u)
      .waitFor();
    await expect.poll(hands).toMatchObject({ "Is there parking?": "Sofie" });
    expect(await memberOf("Jonas")).toMatchObject({ shift: "tied-up", shiftNote: "the lost child" });
    await nothingIsLost();
  });

  test("a console that was gone is explained, and one press brings one back", async () => {
    const { id } = await memberOf("Sofie");
    await evening.command("member.lose", { member: id });
    const lost = region(sofie.page, "My shift");
    await lost.getByText("Your console was gone, so the desk set you away.").waitFor();
    await axe(sofie.page);
    await nothingIsLost();
    await lost.getByRole("button", { name: "Back on shift" }).click();
    await expect.poll(async () => (await memberOf("Sofie")).shift).toBe("on");
    await nothingIsLost();
  });

  test("a volunteer comes in by a code for one use, by name alone, and is at work until their end", async () => {
    const { page } = karen;
    const form = await askFor(page, "Add a volunteer", "Add a volunteer");
    await form.getByLabel("Languages").fill("da, en");
    await form.getByRole("button", { name: "What comes to them" }).click();
    await page.getByRole("option", { name: "Stand-in" }).click();
    await form.getByRole("button", { name: "Which" }).click();
    await page.getByRole("option", { name: "Mentions and comments" }).click();
    await axe(page);
    await form.getByRole("button", { name: "Make the code" }).click();
    const code = dialog(page, "Let them scan this");
    await code.getByRole("img", { name: "QR code with the invitation link" }).waitFor();
    await axe(page);
    const link = await code.getByLabel("Or send the link").inputValue();
    await code.getByRole("button", { name: "Done" }).click();
    const phone = { viewport: viewports.phone, hasTouch: true, isMobile: true };
    const vera = await sit(evening.browser, "Vera", phone);
    await vera.page.goto(link);
    await vera.page.getByLabel("Your name").fill("Vera");
    await axe(vera.page);
    await vera.page.getByRole("button", { name: "Come in" }).click();
    await vera.page.getByText("You can be given items.").waitFor();
    const member = await memberOf("Vera");
    expect(member).toMatchObject({ roles: ["community-manager"], languages: ["da", "en"], shift: "on" });
    const order = { channels: "all", kinds: ["mention", "comment"], languages: ["da", "en"], standIn: true };
    expect(member.cover).toEqual([order]);
    expect(Date.parse(member.accessUntil ?? "")).toBeGreaterThan(Date.now());
    const stranger = await sit(evening.browser, "a stranger", phone);
    await stranger.page.goto(link);
    await stranger.page.getByText("This link does not work").waitFor();
    await stranger.page.getByText(/has been used/u).waitFor();
    await axe(stranger.page);
    await nothingIsLost();
  });

  test("the flow manager reads the hand-overs with the figures of each", async () => {
    const { page } = karen;
    await page.getByRole("button", { name: /^Briefing/u }).click();
    const briefing = dialog(page, "Briefing");
    await briefing.getByText("The toilets by the east gate are closed.").waitFor();
    await briefing.getByRole("button", { name: "Figures of the shift" }).click();
    await briefing.getByText("answered", { exact: true }).waitFor();
    await axe(page);
    await page.keyboard.press("Escape");
    expect([karen, jonas, sofie].flatMap(({ errors }) => errors)).toEqual([]);
  });
});
