import type { Page } from "playwright-core";
import { byButton, dialog, type Look } from "./look.ts";

const parts = [
  ["account", "My account"],
  ["alarms", "Alarms"],
  ["keys", "Keys"],
  ["people", "Jonas"],
  ["channels", "Fest on X"],
  ["desk", "Desk"],
  ["wall", "No wall has a link yet."],
  ["erasure", "Erase an author"],
  ["targets", "Targets"],
  ["calendars", "Office"],
  ["needs", "Needs"],
  ["hashtags", "Hashtags"],
  ["folding", "Folding"],
  ["templates", "Gates"],
  ["tags", "Tags"],
  ["tokens", "The platforms"],
  ["simulation", "Play"],
] as const;

const part = (id: string, ready: string | RegExp, name: string, act: (page: Page) => Promise<unknown>): Look => ({
  name: `Settings: ${name}`,
  path: `settings?part=${id}`,
  ready,
  act,
});

/** Opens a dialog by a button, and fills something in. */
const filled = (button: string | RegExp, label: string, text: string) => async (page: Page) => {
  await byButton(button)(page);
  await dialog(page).getByLabel(label).first().fill(text);
};

/** Opens a dialog in which a name leads to a link or token that is shown once. */
const shownOnce = (button: string, label: string, make: string, shows: string | RegExp) => async (page: Page) => {
  await filled(button, label, "Crew room")(page);
  await dialog(page).getByRole("button", { name: make }).click();
  await dialog(page).getByText(shows).first().waitFor();
};

/** A table of messages: named so that it is understood, or not; some rows of it good, one not. */
const table = (columns: string) =>
  [columns, "1,x:fest,mention,maja,Hvor er porten?,2026-07-04T20:00:00Z", "2,x:fest,mention,ole,,not a time"].join(
    "\n",
  );

const chosen = (columns: string, then: (page: Page) => Promise<unknown>) => async (page: Page) => {
  await page
    .getByRole("main")
    .locator("input[type=file]")
    .setInputFiles({ name: "evening.csv", mimeType: "text/csv", buffer: Buffer.from(table(columns)) });
  await then(page);
};

/** The settings, each part and its dialogs. */
export const settingsLooks: readonly Look[] = [
  { name: "Settings", path: "settings", ready: "Access tokens", only: "phone" },
  ...parts.map(([id, ready]): Look => ({ name: `Settings: ${id}`, path: `settings?part=${id}`, ready })),
  part("people", "Jonas", "a member being edited", byButton("Edit Jonas")),
  part("people", "Jonas", "a member about to be removed", async (page) => {
    await byButton("Edit Jonas")(page);
    await dialog(page).getByRole("button", { name: "Remove from the desk" }).click();
    await dialog(page).getByRole("button", { name: "Yes, remove them" }).waitFor();
  }),
  part("people", "Jonas", "somebody being invited", byButton("Invite somebody")),
  part("channels", "Fest on X", "a channel being added wrongly", async (page) => {
    await filled("Add a channel", "Platform", "not a platform!")(page);
    await dialog(page).getByLabel("Handle").fill("fest");
    await dialog(page).getByText("A platform has letters, digits and hyphens").waitFor();
  }),
  part("channels", "Fest on X", "a channel's menu", byButton(/^More: /u, "menu")),
  part("targets", "Targets", "a target being made wrongly", async (page) => {
    await filled("Add a rule", "Answered within", "soon")(page);
    await dialog(page).getByText("Write a length of time").first().waitFor();
  }),
  part("targets", "Targets", "other targets about to take their place", async (page) => {
    await page.getByRole("button", { name: "24 hours for everything" }).click();
    await page.getByRole("button", { name: "Replace the rules" }).waitFor();
  }),
  part("calendars", "Office", "opening hours being edited", async (page) => {
    await byButton("Edit: Office")(page);
    await page.getByText("A message that comes now is due").waitFor();
  }),
  part("needs", "Needs", "a need being set by a rule", byButton("Add a rule")),
  part("needs", "Needs", "a list of authors being made", byButton("Add a list")),
  part("needs", "Needs", "what the rules would change", async (page) => {
    await page.getByRole("button", { name: "Look at the last two days" }).click();
    await page.getByText(/of the last 48 hours/u).waitFor();
  }),
  part("hashtags", "Hashtags", "a rule for a hashtag being made", filled("Add a rule", "Tag", "two words")),
  part("hashtags", "Hashtags", "a text being tried", async (page) => {
    await page.getByLabel("Text", { exact: true }).fill("At nine #sommerfst27 #worstfest");
    await page.getByText("#worstfest is banned here").waitFor();
  }),
  part("templates", "Gates", "a template being edited", async (page) => {
    await byButton("Edit: Gates")(page);
    await page.getByText("As it would read").first().waitFor();
    await dialog(page).getByLabel("Text").first().fill("Hi {nobody}, gate 3. ".repeat(30));
    await dialog(page)
      .getByText(/is no placeholder/u)
      .first()
      .waitFor();
  }),
  part("tokens", "The platforms", "a token being made", byButton("Make a token")),
  part("tokens", "The platforms", "a token about to be revoked", async (page) => {
    await page.getByRole("button", { name: "Revoke" }).first().click();
    await page.getByRole("button", { name: "Yes, revoke it" }).waitFor();
  }),
  part("wall", "No wall has a link yet.", "a link being made for a wall", byButton("Make a link")),
  part("erasure", "Erase an author", "an author who wrote here", async (page) => {
    await page.getByLabel("Handle, as on the channel").fill("visitor1");
    await page.getByRole("button", { name: "Look" }).click();
    await page.getByText("1 message of theirs").waitFor();
  }),
  part("erasure", "Erase an author", "an author of whom nothing is kept", async (page) => {
    await page.getByLabel("Handle, as on the channel").fill("nobody-at-all");
    await page.getByRole("button", { name: "Look" }).click();
    await page.getByText("Nothing of this author is kept here.").waitFor();
  }),
  part("simulation", "Play", "an evening that cannot begin then", async (page) => {
    await page.getByLabel(/^From/u).fill("25:61");
    await page.getByText(/^Write a time as/u).waitFor();
  }),
  part("bringIn", "Messages", "a file to be brought in", (page) => page.getByText("Drop a file here, or").waitFor()),
  part(
    "bringIn",
    "Messages",
    "a table whose columns have to be named",
    chosen("a,b,c,d,e,f", (page) => page.getByText(/^Still to be filled/u).waitFor()),
  ),
  part(
    "bringIn",
    "Messages",
    "a table with rows that are refused",
    chosen("externalId,channel,kind,author,text,at", async (page) => {
      await page.getByRole("button", { name: "Try it out" }).click();
      // A desk takes one file at a time: of those who bring one in at once, one is told so.
      const isBusy = page.getByRole("alert").filter({ hasText: "A file is being brought into this desk already." });
      await page.getByRole("heading", { name: "Refused rows" }).or(isBusy).first().waitFor();
    }),
  ),
  part("bringIn", "Messages", "a calendar of posts to be brought in", (page) =>
    page.getByRole("tab", { name: "Calendar of posts" }).click(),
  ),
];

/** What shows a link or a token once: the desk has one more for each. */
export const onceLooks: readonly Look[] = [
  part("people", "Jonas", "the link of an invitation", async (page) => {
    await byButton("Invite somebody")(page);
    await dialog(page).getByRole("checkbox").first().check({ force: true });
    await dialog(page).getByRole("button", { name: "Make the link" }).click();
    await dialog(page).getByText("It is shown now and never again.").first().waitFor();
  }),
  part(
    "tokens",
    "The platforms",
    "a token, shown once",
    shownOnce("Make a token", "What it is for", "Make the token", "It is shown now and never again."),
  ),
  part(
    "wall",
    "Wall",
    "the link of a wall",
    shownOnce("Make a link", "Where the screen hangs", "Make the link", "The link is shown only now."),
  ),
];
