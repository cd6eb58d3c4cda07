import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { handsOff, type Seat, viewports } from "../fixtures/browser.ts";
import { byPalette, lane, row } from "../fixtures/console-page.ts";
import { beginEvening, type Evening, itemsOnDesk, peopleOnDesk, postIn } from "../fixtures/evening.ts";

/**
 * Takes the README's picture of Flow: `npm run screenshot`. A server on an empty folder with its sample, four people at
 * their screens with work in hand, and posts in the next hour, one of them late: a minute has to pass for that.
 */
const picture = fileURLToPath(new URL("../../docs/flow.png", import.meta.url));

/** Who is there, besides the flow manager who looks: how much they take, what they speak, where they answer. */
const crew = [
  {
    name: "Aisha Rahman",
    capacity: 14,
    languages: ["da", "en"],
    channels: ["instagram:sommerfesten", "tiktok:sommerfesten"],
  },
  { name: "Jonas Lie", capacity: 8, languages: ["nb", "en"], channels: "all" },
  { name: "Sofie Holm", capacity: 10, languages: ["da"], channels: ["facebook:sommerfesten"] },
] as const;

/** Who has taken what, by how its text begins. */
const taken: ReadonlyArray<readonly [name: string, beginnings: readonly string[]]> = [
  ["Aisha Rahman", ["Toiletterne ved scene 2", "er det lov å ta", "Is there step-free", "Kommer ni till"]],
  ["Jonas Lie", ["Køen ved nordporten", "@sommerfest27 do you take", "Hej @sommerfest27, jeg"]],
  ["Sofie Holm", ["240 kr for en burger", "Er der hittegods"]],
];

/** What arrives while one looks: so many minutes ago. */
const arriving: ReadonlyArray<readonly [minutesAgo: number, channel: string, handle: string, text: string]> = [
  [9, "instagram:Sommerfesten", "emil.dk", "Hvornår åbner indgang Øst? Vi er 12 med barnevogne"],
  [8, "x:sommerfest27", "hanna_w", "@sommerfest27 er der lukket ved vandet? Vagten siger noget andet end appen"],
  [6, "instagram:Sommerfesten", "noor_a", "Kan man komme ind igen hvis man går ud?"],
  [5, "tiktok:sommerfesten", "kasper.t", "hvor står dj'en efter kl 23??"],
  [4, "instagram:Sommerfesten", "lise_marie", "Der er glasskår ved scene 3, lige ved børneområdet"],
  [3, "facebook:Sommerfesten", "Erik Dahl", "Kan jeg betale med kontanter i boderne?"],
  [2, "x:sommerfest27", "ida_larsen", "Sidste tog mod Roskilde, kører det til tiden i aften?"],
  [1, "instagram:Sommerfesten", "mikkel_b", "Er fyrværkeriet flyttet?"],
];

const posts = [
  {
    in: 0,
    title: "Nattog på Store Plads",
    text: "Nattog går på nu. Kom helt ned foran #sommerfest27",
  },
  { in: 14, title: "Fyrværkeri", text: "Fem minutter til fyrværkeri. Hvor ser du det fra? #sommerfest27" },
  { in: 38, title: "Sidste tog", text: "Sidste tog mod byen går 00.42 fra spor 2 #sommerfest27" },
  { in: 52, title: "Tak for i aften", text: "Tak for i aften! Kom godt hjem #sommerfest27" },
];

async function findItems(evening: Evening): Promise<(beginning: string) => string> {
  const items = [...(await itemsOnDesk(evening))];
  return (beginning) => {
    const found = items.find(([, { preview }]) => preview.startsWith(beginning));
    if (found === undefined) throw new Error(`Nothing on the desk begins with: ${beginning}`);
    return found[0];
  };
}

const evening = await beginEvening("sample");
try {
  const karen = await evening.join("Karen Møller", ["flow-manager", "administrator"], {
    viewport: viewports.desktop,
    deviceScaleFactor: 1.4,
    colorScheme: "light",
  });
  const seats: Seat[] = [];
  for (const { name } of crew) seats.push(await evening.join(name, ["community-manager"]));
  const people = await peopleOnDesk(evening);
  const idOf = (name: string) => people.get(name) ?? "";

  for (const post of posts) {
    const plan = postIn(post.in, {
      title: post.title,
      text: post.text,
      owner: idOf("Karen Møller"),
      channels: ["instagram:sommerfesten", "x:sommerfest27", "facebook:sommerfesten"],
    });
    await evening.command("post.plan", plan);
    if (post.in > 0) continue;
    for (const { id } of plan.variants.slice(0, 2))
      await evening.direct("post.live", { post: plan.post, variant: id, link: `https://example.org/${id}` });
  }
  const planned = Date.now();

  for (const [index, { name, capacity, languages, channels }] of crew.entries()) {
    const member = idOf(name);
    await evening.command("member.capacity", { member, capacity });
    await evening.command("member.languages", { member, languages });
    if (channels !== "all") await evening.command("member.channels", { member, channels });
    const seat = seats[index];
    if (seat !== undefined) await byPalette(seat.page, "Start shift");
  }
  const item = await findItems(evening);
  for (const [name, beginnings] of taken)
    await evening.direct("item.assign", { items: beginnings.map(item), to: idOf(name) });
  await evening.arrive(
    ...arriving.map(([minutesAgo, channel, handle, text], index) => ({
      externalId: `picture-${index}`,
      channel,
      kind: channel.startsWith("x:") ? "mention" : "comment",
      author: { handle },
      text,
      at: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
    })),
  );
  await row(karen.page, "Er fyrværkeriet flyttet?").waitFor();
  await karen.page.waitForTimeout(Math.max(0, planned + 66_000 - Date.now()));

  const { page } = karen;
  await lane(page, "Sofie").waitFor();
  await row(page, "Hvornår spiller de?").click();
  const reply = page.getByRole("article").getByRole("textbox");
  await reply.fill("Kære Kirsten. De går på kl. 21, og der er stole ved platformen til højre #sommerfst27");
  await page.getByText("#sommerfst27: did you mean").waitFor();
  await handsOff(page);
  await page.getByRole("alert").getByRole("button", { name: "Dismiss" }).click();
  await page.getByRole("alert").waitFor({ state: "detached" });
  await page.waitForTimeout(500);
  writeFileSync(picture, await page.screenshot());
} finally {
  await evening.end();
}
