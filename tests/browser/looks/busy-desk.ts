import { targetPresets } from "@flowdesk/shared/clock/target.ts";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { type Evening, itemsOnDesk, peopleOnDesk, postIn } from "../../fixtures/evening.ts";

/** Brings in what an evening has: every urgency, kind and state that a list shows, and posts before and after their time. */
export async function fill(evening: Evening): Promise<void> {
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
    [
      "policy.hashtags",
      {
        hashtags: {
          rules: [
            { tag: "sommerfest27", standing: "required" },
            { tag: "worstfest", standing: "banned", reason: "It is not ours" },
          ],
          requireInReplies: false,
        },
      },
    ],
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
  await evening.direct("briefing.write", {
    text: "Fireworks at eleven, seen best from the lake.\nSay nothing of the surprise act.",
    numbers: [{ name: "Security", number: "+45 12 34 56 78" }],
  });
  await evening.direct("briefing.announce", { text: "Gate East is open now." });
}

/** A burst of so many messages that nobody could have read them. */
export async function flood(evening: Evening): Promise<void> {
  const most = 100;
  for (let begin = 0; begin < 400; begin += most)
    await evening.arrive(
      ...Array.from({ length: most }, (_, index) => ({
        externalId: `flood-${begin + index}`,
        channel: index % 2 === 0 ? "x:fest" : "instagram:fest",
        kind: "comment",
        author: { handle: `visitor${index}` },
        text: index % 3 === 0 ? "Hvor er toiletterne?" : `Question ${begin + index}`,
        at: new Date(Date.now() - (begin + index) * 1000).toISOString(),
      })),
    );
}

/** Begins a reply on a channel without a connection, which then waits for its writer. */
export async function byHand(page: Page, flow: string): Promise<void> {
  await page.goto(flow);
  await page.getByRole("row").filter({ hasText: "By hand, please" }).click();
  const reply = page.getByRole("article").getByRole("textbox");
  await reply.fill("On its way");
  await reply.press("Control+Enter");
  await page.getByRole("article").getByRole("button", { name: "Sent" }).waitFor();
}
