import { AxeBuilder } from "@axe-core/playwright";
import { targetPresets } from "@flowdesk/shared/clock/target.ts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Seat, sit, viewports } from "../fixtures/browser.ts";
import { beginEvening, type Evening, itemsOnDesk, peopleOnDesk, postIn } from "../fixtures/evening.ts";

type Viewport = keyof typeof viewports;

/** One look at the console: where, and what is done there first. */
interface Look {
  readonly name: string;
  readonly path: string;
  /** What has to stand there before anything is done. */
  readonly ready: string | RegExp;
  readonly act?: (page: Page) => Promise<unknown>;
  /** Only where there is room for it, or only where there is not. */
  readonly only?: Viewport;
}

const dialog = (page: Page) => page.getByRole("dialog").first().waitFor();
const key =
  (...keys: string[]) =>
  async (page: Page) => {
    await page.getByRole("row").first().waitFor();
    for (const one of keys) await page.keyboard.press(one);
    await dialog(page);
  };
const openFirst = async (page: Page) => {
  await page.getByRole("row").first().click();
  await page.getByRole("article").getByRole("textbox").waitFor();
};

const settingsParts = [
  ["account", "My account"],
  ["alarms", "Alarms"],
  ["keys", "Keys"],
  ["people", "People"],
  ["channels", "Channels"],
  ["desk", "Desk"],
  ["targets", "Targets"],
  ["calendars", "Opening hours"],
  ["needs", "Needs"],
  ["hashtags", "Hashtags"],
  ["folding", "Folding"],
  ["templates", "Templates"],
  ["tags", "Tags"],
  ["tokens", "Access tokens"],
] as const;

const looks: readonly Look[] = [
  { name: "Flow", path: "flow", ready: "Where is gate 3?" },
  { name: "Flow with an item open", path: "flow", ready: "Where is gate 3?", act: openFirst },
  {
    name: "Flow with a near miss in the reply",
    path: "flow",
    ready: "Where is gate 3?",
    act: async (page) => {
      await openFirst(page);
      await page.getByRole("article").getByRole("textbox").fill("At nine #sommerfst27");
      await page.getByText("#sommerfst27: did you mean").waitFor();
    },
  },
  {
    name: "Flow with a reply to be put out by hand",
    path: "my-desk",
    ready: "By hand, please",
    act: async (page) => {
      await page.getByRole("row").filter({ hasText: "By hand, please" }).click();
      await page.getByRole("article").getByRole("button", { name: "Sent" }).waitFor();
    },
  },
  {
    name: "Flow with a selection",
    path: "flow",
    ready: "Where is gate 3?",
    only: "desktop",
    act: async (page) => {
      for (const one of ["j", "x", "j", "x"]) await page.keyboard.press(one);
      await page.getByRole("toolbar").waitFor();
    },
  },
  {
    name: "Flow's people on a phone",
    path: "flow",
    ready: "Where is gate 3?",
    only: "phone",
    act: (page) => page.getByRole("tab", { name: "On shift" }).click(),
  },
  { name: "all that one can do", path: "flow", ready: "Where is gate 3?", act: key("j", "Control+k") },
  { name: "the question to whom", path: "flow", ready: "Where is gate 3?", act: key("j", "a") },
  { name: "the question how many to deal", path: "flow", ready: "Where is gate 3?", act: key("d") },
  { name: "the question which tag", path: "flow", ready: "Where is gate 3?", act: key("j", "t") },
  { name: "the question until when", path: "flow", ready: "Where is gate 3?", act: key("j", "s") },
  { name: "the question why not", path: "flow", ready: "Where is gate 3?", act: key("j", "Shift+Z") },
  { name: "the keys", path: "flow", ready: "Where is gate 3?", act: key("?") },
  {
    name: "one's own menu",
    path: "flow",
    ready: "Where is gate 3?",
    act: async (page) => {
      await page.getByRole("button", { name: /: shift, appearance, language$/u }).click();
      await page.getByRole("menu").waitFor();
    },
  },
  { name: "My desk", path: "my-desk", ready: "Taken by Karen" },
  {
    name: "My desk with an item open",
    path: "my-desk",
    ready: "Taken by Karen",
    act: openFirst,
  },
  { name: "Run sheet", path: "run-sheet", ready: "Fireworks" },
  {
    name: "Run sheet with a post open",
    path: "run-sheet",
    ready: "Fireworks",
    act: async (page) => {
      await page
        .getByRole("button", { name: /Fireworks/u })
        .first()
        .click();
      await page.getByLabel("Link where it stands").first().waitFor();
    },
  },
  {
    name: "Run sheet with a post being planned",
    path: "run-sheet",
    ready: "Fireworks",
    act: async (page) => {
      await page.getByRole("button", { name: "Plan a post" }).click();
      await dialog(page);
    },
  },
  { name: "Review", path: "review", ready: "median" },
  { name: "Settings", path: "settings", ready: "Access tokens", only: "phone" },
  ...settingsParts.map(([part, ready]): Look => ({ name: `Settings: ${ready}`, path: `settings?part=${part}`, ready })),
  {
    name: "Settings with a member being edited",
    path: "settings?part=people",
    ready: "Jonas",
    act: async (page) => {
      await page.getByRole("button", { name: "Edit Jonas" }).click();
      await dialog(page);
    },
  },
  {
    name: "Settings with opening hours being edited",
    path: "settings?part=calendars",
    ready: "Office",
    act: async (page) => {
      await page.getByRole("button", { name: "Edit: Office" }).click();
      await page.getByText("A message that comes now is due").waitFor();
    },
  },
  {
    name: "Settings with a template being edited",
    path: "settings?part=templates",
    ready: "Gates",
    act: async (page) => {
      await page.getByRole("button", { name: "Edit: Gates" }).click();
      await page.getByText("As it would read").first().waitFor();
    },
  },
  {
    name: "Flow with a template being looked for",
    path: "flow",
    ready: "Where is gate 3?",
    act: async (page) => {
      await openFirst(page);
      await page.getByRole("article").getByRole("textbox").pressSequentially("/ga");
      await page.getByRole("listbox").waitFor();
    },
  },
  { name: "Bring in", path: "settings?part=bringIn", ready: /messages/iu },
];

/** What axe finds in both themes, one line for each. */
async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.locator(`html[data-theme=${theme}]`).waitFor();
    // What fades in is judged when it has.
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))));
    // What is said of a page, and in which order, is the same in both themes: in the dark only its colours are new.
    const axe = new AxeBuilder({ page });
    // While a dialog stands, the page around it is hidden from everyone, its heading and its main part with it.
    if ((await page.getByRole("dialog").count()) > 0) axe.disableRules(["landmark-one-main", "page-has-heading-one"]);
    const { violations: broken } = await (theme === "dark" ? axe.withRules("color-contrast") : axe).analyze();
    for (const { id, nodes } of broken)
      for (const { target, failureSummary, html } of nodes)
        found.push(`${theme}: ${id} at ${target.join(" ")}: ${failureSummary ?? ""}\n${html}`);
  }
  return found;
}

/** Brings in what an evening has: every urgency, kind and state that a list shows, and posts before and after their time. */
async function fill(evening: Evening): Promise<void> {
  const texts = [
    "Where is gate 3?",
    "Taken by Karen",
    "Taken by Jonas",
    "By hand, please",
    "My child is lost",
    "Long over",
    "Almost over",
    "Only a nice evening ❤️",
    "مرحبا، أين المدخل؟",
    "Second question",
    "Third question",
    "Answered",
    "sh*t, all of it",
  ];
  await evening.arrive(
    ...texts.map((text, index) => ({
      externalId: `look-${index}`,
      channel: text === "By hand, please" ? "linkedin:fest" : index % 3 === 0 ? "x:fest" : "instagram:fest",
      kind: index % 4 === 0 ? "mention" : "comment",
      author: { handle: `visitor${index}`, name: `Visitor ${index}` },
      text,
      at: new Date(
        Date.now() - (text === "Long over" ? 1600 : text === "Almost over" ? 1300 : index + 1) * 60_000,
      ).toISOString(),
      media: index === 0 ? [{ kind: "image", url: "https://example.org/gate.jpg", alt: "A gate" }] : [],
      parent: { externalId: "post-1", text: "Doors open at eight #sommerfest27" },
    })),
  );
  let items = new Map<string, string>();
  await expect
    .poll(async () => {
      items = new Map([...(await itemsOnDesk(evening))].map(([id, { preview }]) => [preview, id]));
      return items.size;
    })
    .toBe(texts.length);
  const item = (text: string) => ({ item: items.get(text) });
  const people = await peopleOnDesk(evening);
  const karen = people.get("Karen") ?? "";
  await evening.direct("item.assign", { ...item("Taken by Karen"), to: karen });
  await evening.direct("item.assign", { ...item("Taken by Jonas"), to: people.get("Jonas") });
  await evening.direct("item.need", { ...item("My child is lost"), need: "urgent" });
  await evening.direct("item.need", { ...item("Only a nice evening ❤️"), need: "watch" });
  await evening.direct("item.tag", { ...item("Where is gate 3?"), tag: "gates" });
  await evening.direct("item.reply", { ...item("Answered"), text: "Yes." });
  await evening.direct("item.passOn", { ...item("Third question"), on: "Security" });
  const fireworks = { text: "Five minutes #sommerfest27", owner: karen, channels: ["x:fest", "linkedin:fest"] };
  for (const [minutes, title] of [
    [0, "Fireworks"],
    [3, "Encore"],
    [45, "Good night"],
  ] as const)
    await evening.command("post.plan", postIn(minutes, { title, ...fireworks }));
  for (const [type, data] of [
    ["policy.tags", { tags: ["gates", "toilets"] }],
    [
      "policy.templates",
      { templates: [{ id: "gates", name: "Gates", lang: "en", text: "Hi {name}, gate 3 is east." }] },
    ],
    [
      "policy.targets",
      {
        targets: [...targetPresets.live, { ms: 3_600_000, hours: "Office" }],
        calendars: {
          Office: {
            zone: "Europe/Copenhagen",
            weekly: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }],
            holidays: ["2099-12-24", "2099-12-25"],
            extra: [{ date: "2099-12-24", from: "09:00", to: "12:00" }],
          },
        },
      },
    ],
    ["policy.folding", { folding: { words: ["go home"], builtIn: true, pictures: "abusive" } }],
    ["policy.needs", { needs: [{ kind: "dm", need: "urgent" }] }],
  ] as const)
    await evening.command(type, data);
}

/** Begins a reply on a channel without a connection, which then waits for its writer. */
async function byHand(page: Page, flow: string): Promise<void> {
  await page.goto(flow);
  await page.getByRole("row").filter({ hasText: "By hand, please" }).click();
  const reply = page.getByRole("article").getByRole("textbox");
  await reply.fill("On its way");
  await reply.press("Control+Enter");
  await page.getByRole("article").getByRole("button", { name: "Sent" }).waitFor();
}

describe.each(Object.keys(viewports) as Viewport[])("axe finds nothing on a %s", (viewport) => {
  let evening: Evening;
  let karen: Seat;
  const options =
    viewport === "phone"
      ? { viewport: viewports.phone, hasTouch: true, isMobile: true }
      : { viewport: viewports.desktop };
  const at = (path: string) => `${evening.served.origin}/desks/${evening.desk}/${path}`;

  beforeAll(async () => {
    evening = await beginEvening();
  });
  afterAll(() => evening?.end());

  test("signing in, an invitation, and a link that is broken", async () => {
    const { page, context } = await sit(evening.browser, "nobody", options);
    await page.goto(`${evening.served.origin}/sign-in`);
    await page.getByRole("button", { name: "Sign in" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto(await evening.invite("Aisha", ["producer"]));
    await page.getByLabel("Password").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto(`${evening.served.origin}/enter`);
    await page.getByText("This link does not work").waitFor();
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  test("a desk with nothing on it", async () => {
    karen = await evening.join("Karen", ["flow-manager", "community-manager", "administrator"], options);
    const { page } = karen;
    for (const path of ["flow", "my-desk", "run-sheet", "review"]) {
      await page.goto(at(path));
      await page.getByText("LIVE", { exact: true }).waitFor();
      await page.getByRole("main").getByText(/\w/u).first().waitFor();
      expect(await violations(page), path).toEqual([]);
    }
  });

  test("a desk with people and work on it", async () => {
    const jonas = await evening.join("Jonas", ["community-manager"], options);
    await jonas.page.goto(at("my-desk"));
    await jonas.page.getByRole("button", { name: "Start shift" }).click();
    await jonas.page.getByText("You can be given items.").waitFor();
    expect(await violations(jonas.page)).toEqual([]);
    await fill(evening);
    await byHand(karen.page, at("flow"));
    // What an item says of who has it open is looked at too.
    await jonas.page.goto(at("flow"));
    await jonas.page.getByRole("row").first().click();
  });

  for (const { name, path, ready, act, only } of looks) {
    if (only !== undefined && only !== viewport) continue;
    test(name, async () => {
      const { page } = karen;
      await page.goto(at(path));
      await page.getByText(ready).first().waitFor();
      await act?.(page);
      expect(await violations(page)).toEqual([]);
    });
  }

  test("a connection that is lost", async () => {
    const { page, context } = karen;
    await page.goto(at("flow"));
    await page.getByText("Where is gate 3?").waitFor();
    await context.setOffline(true);
    await page.getByText(/^offline since/u).waitFor();
    expect(await violations(page)).toEqual([]);
    await context.setOffline(false);
  });

  test("the screen of somebody who has been removed", async () => {
    const aisha = await evening.join("Aisha", ["producer"], options);
    await expect.poll(async () => (await peopleOnDesk(evening)).get("Aisha")).toBeDefined();
    await evening.command("member.remove", { member: (await peopleOnDesk(evening)).get("Aisha") });
    await aisha.page.getByText("You no longer have a part in this desk.").waitFor();
    expect(await violations(aisha.page)).toEqual([]);
    expect([...aisha.errors, ...karen.errors]).toEqual([]);
  });
});
