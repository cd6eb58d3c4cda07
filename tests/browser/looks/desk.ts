import { byButton, dialog, type Look, openRow, withReply } from "./look.ts";

const inFlow = { path: "flow", ready: "Where is gate 3?" } as const;
const inRunSheet = { path: "run-sheet", ready: "Fireworks" } as const;
const inMyDesk = { path: "my-desk", ready: "Taken by Karen" } as const;

/** The screens on which an evening is worked, in what states they can be without leaving anything behind. */
export const deskLooks: readonly Look[] = [
  { name: "Flow", ...inFlow },
  {
    name: "Flow with the tip of a button",
    ...inFlow,
    only: "desktop",
    act: async (page) => {
      await page.getByRole("button", { name: "Pause the list" }).hover();
      await page.getByRole("tooltip", { includeHidden: true }).waitFor();
    },
  },
  { name: "Flow with an item open", ...inFlow, act: (page) => openRow(page) },
  {
    name: "Flow with an item that somebody else has",
    ...inFlow,
    only: "desktop",
    act: async (page) => {
      await page
        .getByRole("complementary", { name: "On shift" })
        .getByRole("button", { name: /\bJonas\b/u })
        .click();
      await openRow(page, "Taken by Jonas");
      await page.getByRole("button", { name: "To the queue" }).click();
    },
  },
  {
    name: "Flow with an item that is hard to read",
    ...inFlow,
    act: async (page) => {
      await openRow(page, "hidden: hard to read");
      await page.getByText("May be hard to read.").waitFor();
    },
  },
  { name: "a near miss in a reply", ...inFlow, act: withReply("At nine #sommerfst27", /did you mean/u) },
  { name: "a banned tag in a reply", ...inFlow, act: withReply("At nine #worstfest", "#worstfest is banned here") },
  { name: "a reply that is too long", ...inFlow, act: withReply("Too long. ".repeat(250), /too many|too long/u) },
  {
    name: "a note being written",
    ...inFlow,
    act: async (page) => {
      await withReply("", "Note")(page);
      await page.getByRole("article").getByRole("button", { name: "Note" }).click();
      await page.getByRole("button", { name: "Save note" }).waitFor();
      await page
        .getByRole("article")
        .getByRole("button", { name: /^Reply as/u })
        .click();
    },
  },
  {
    name: "a template being looked for",
    ...inFlow,
    act: async (page) => {
      await withReply("", "Templates")(page);
      await page.getByRole("article").getByRole("textbox").pressSequentially("/ga");
      await page.getByRole("listbox").waitFor();
    },
  },
  {
    name: "a promise being chosen",
    ...inFlow,
    act: async (page) => {
      await withReply("More is coming", "Promise")(page);
      await page.getByRole("article").getByRole("button", { name: "Promise" }).click();
      await page.getByRole("menu").waitFor();
    },
  },
  {
    name: "an item's further commands",
    ...inFlow,
    act: async (page) => {
      await openRow(page);
      await page.getByRole("article").getByRole("button", { name: "More" }).first().click();
      await page.getByRole("menu").waitFor();
    },
  },
  {
    name: "a reply to be put out by hand",
    path: "my-desk",
    ready: "By hand, please",
    act: async (page) => {
      await openRow(page, "By hand, please");
      await page.getByRole("article").getByRole("button", { name: "Sent" }).waitFor();
    },
  },
  {
    name: "Flow with a selection",
    ...inFlow,
    only: "desktop",
    act: async (page) => {
      for (const key of ["Escape", "j", "x", "j", "x"]) await page.keyboard.press(key);
      await page.getByRole("toolbar").waitFor();
    },
  },
  {
    name: "Flow narrowed down to nothing",
    ...inFlow,
    act: async (page) => {
      await page.getByRole("searchbox", { name: "Narrow down" }).fill("nobody wrote this");
      await page.getByText("Nothing fits.").waitFor();
    },
  },
  {
    name: "Flow paused",
    ...inFlow,
    act: async (page) => {
      await page.getByRole("button", { name: "Pause the list" }).click();
      await page.getByText("Paused").first().waitFor();
    },
    leave: (page) => page.getByRole("button", { name: "Let the list run" }).click(),
  },
  {
    name: "Flow's people on a phone",
    ...inFlow,
    only: "phone",
    act: (page) => page.getByRole("tab", { name: "On shift" }).click(),
  },
  {
    name: "Flow's next hour on a phone",
    ...inFlow,
    only: "phone",
    act: async (page) => {
      await page.getByRole("tab", { name: "Next hour" }).click();
      await page.getByText("Encore").first().waitFor();
    },
  },
  { name: "My desk", ...inMyDesk },
  { name: "My desk with an item open", ...inMyDesk, act: (page) => openRow(page, "Taken by Karen") },
  { name: "Run sheet", ...inRunSheet },
  {
    name: "Run sheet with a post that is due",
    ...inRunSheet,
    act: async (page) => {
      await page
        .getByRole("button", { name: /Fireworks/u })
        .first()
        .click();
      await page.getByLabel("Link where it stands").first().waitFor();
    },
  },
  {
    name: "Run sheet with a post being put out early",
    ...inRunSheet,
    act: async (page) => {
      await page
        .getByRole("button", { name: /Good night/u })
        .first()
        .click();
      const post = page.getByRole("complementary", { name: "Good night" });
      await post.getByRole("button", { name: "Put it out now" }).first().click();
      await post.getByRole("button", { name: "More about this channel" }).first().click();
      await page.getByRole("menuitem", { name: "Edit the text" }).click();
      await post.getByRole("textbox", { name: /^Text for/u }).fill("Too long #worstfest ".repeat(20));
      await post.getByText("#worstfest is banned here").first().waitFor();
    },
  },
  {
    name: "Run sheet with a post being moved",
    ...inRunSheet,
    act: async (page) => {
      await page
        .getByRole("button", { name: /Good night/u })
        .first()
        .click();
      await page.getByRole("complementary", { name: "Good night" }).getByRole("button", { name: "Move" }).click();
      await dialog(page).waitFor();
    },
  },
  {
    name: "Run sheet with a post being planned",
    ...inRunSheet,
    act: async (page) => {
      await byButton("Plan a post")(page);
      await dialog(page).getByText("Fest on X").click();
      await dialog(page).getByLabel("Text for all channels").fill("Come all #sommerfst27");
      await dialog(page)
        .getByText(/did you mean/u)
        .first()
        .waitFor();
    },
  },
  {
    name: "Run sheet on a day without posts",
    path: "run-sheet?day=2099-01-01",
    ready: "Nothing is planned for this day.",
  },
  { name: "a post that is gone", path: "run-sheet?post=none", ready: "This post is not here." },
  { name: "Review", path: "review?span=all", ready: "Median" },
  {
    name: "Review with what stands behind a figure",
    path: "review?span=all",
    ready: "Median",
    act: async (page) => {
      await page
        .getByRole("button", { name: /^Longest/u })
        .first()
        .click();
      await page
        .getByRole("complementary", { name: /^Behind /u })
        .getByRole("listitem")
        .first()
        .waitFor();
    },
  },
  {
    name: "Review with figures as a table",
    path: "review?span=all",
    ready: "Median",
    act: (page) => page.getByRole("button", { name: "As a table" }).first().click(),
  },
  {
    name: "Review of a day on which nothing was answered",
    path: "review?first=2020-01-01&last=2020-01-01",
    ready: "No answers in this span",
  },
  { name: "the wall", path: "wall", ready: "Run sheet" },
];
