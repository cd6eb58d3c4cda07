import { targetPresets } from "@flowdesk/shared/clock/target.ts";
import { newChannel } from "@flowdesk/shared/desk/channel/channel.ts";
import { isOpen } from "@flowdesk/shared/desk/item/item.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { firstPolicy, type Policy } from "@flowdesk/shared/desk/policy/policy.ts";
import { type DeskState, emptyState } from "@flowdesk/shared/desk/state.ts";
import { Table } from "@flowdesk/shared/desk/table.ts";
import { instant, minute } from "@flowdesk/shared/time/instant.ts";
import { clockwork, DeskUnderTest } from "../../fixtures/desk.ts";
import { aisha, jonas, maja, noor, sofie, solveig } from "../../fixtures/people.ts";

/** How full the desk of a story is. */
export type Fullness = "empty" | "busy" | "flooded" | "alone";

const incoming = [
  "instagram:sommerfest",
  "x:sommerfest27",
  "facebook:sommerfest",
  "web:sommerfest.dk",
  "screen:store-plads",
];

const people: readonly Member[] = [
  { ...aisha, roles: ["flow-manager", "community-manager"], channels: incoming, capacity: 4 },
  { ...jonas, channels: ["instagram:sommerfest", "tiktok:sommerfest"], languages: ["da", "en"] },
  { ...sofie, channels: incoming, languages: ["nb", "sv"] },
  { ...noor, channels: ["instagram:sommerfest", "x:sommerfest27"] },
  maja,
];

const policy: Policy = {
  ...firstPolicy,
  targets: [...targetPresets.live],
  tags: ["toilets", "tickets", "lost and found", "access", "press"],
  templates: [
    { id: "east", name: "Entrance East", text: "Hej {name}! Indgang Øst åbner kl. 20.30. #sommerfest27", lang: "da" },
    { id: "found", name: "Lost and found", text: "Hi {name}, lost and found is by the ferris wheel.", lang: "en" },
  ],
  hashtags: {
    rules: [
      { tag: "sommerfest27", standing: "canonical" },
      { tag: "sommerfestkaos", standing: "banned", reason: "Feeds the rumour." },
    ],
    requireInReplies: false,
  },
};

function startingState(fullness: Fullness): DeskState {
  const written = [
    ["instagram:sommerfest", "simulated"],
    ["x:sommerfest27", "by-hand"],
    ["facebook:sommerfest", "simulated"],
    ["tiktok:sommerfest", "simulated"],
    ["youtube:sommerfest", "simulated"],
    ["web:sommerfest.dk", "by-hand"],
    ["screen:store-plads", "by-hand"],
  ] as const;
  const channels = written.flatMap(([id, connection]) => newChannel(id, connection) ?? []);
  const members = fullness === "alone" ? [solveig] : people;
  return {
    ...emptyState({ id: "fest", name: "Sommerfesten", zone: "Europe/Copenhagen", policy }),
    members: Table.of(members.map((one) => [one.id, one])),
    channels: Table.of(channels.map((one) => [one.id, one])),
    lookups: { known: Table.empty(), conversations: Table.empty() },
  };
}

const texts = [
  ["maja_k", "Hvor er indgang Øst? Vi står ved vandet og kan kun se Vest 🙈", "da"],
  ["ole_brandt", "er der plads i p-huset endnu, eller skal vi tage toget?", "da"],
  ["kim.paavei", "Hvornår spiller de? Min mor på 82 vil med, og hun kan ikke stå så længe", "da"],
  ["nattely", "er det lov å ta med egen vannflaske inn?", "nb"],
  ["tilde__", "Toiletterne ved scene 2 er løbet tør for papir igen…", "da"],
  ["tim_abroad", "do you take foreign cards at the bars? Mine got declined twice.", "en"],
  ["wheels_and_waves", "Is there step-free access to the main stage, and where do I ask for the platform?", "en"],
  ["press_hanne", "jeg skriver for Dagens Kultur. Hvem kan jeg tale med om billetsalget i aften?", "da"],
  ["kurt_k", "Hører at der er aflyst på grund af vejret?? https://example.org/rygte \u202Eetsisk\u202C", "da"],
  ["sol_og_sommer", "❤️❤️❤️", "da"],
  ["גלית", "האם יש כניסה נגישה?", "he"],
] as const;
const channelsIn = ["instagram:sommerfest", "x:sommerfest27", "facebook:sommerfest", "instagram:sommerfest"] as const;
const kinds = ["comment", "mention", "dm"] as const;

/** A desk of an evening at a festival, as full as the story wants it. @param now in ms */
export function storyDesk(fullness: Fullness, now: number): DeskUnderTest {
  const desk = new DeskUnderTest(startingState(fullness), instant(now - 60 * minute));
  if (fullness === "empty") {
    desk.now = instant(now);
    return desk;
  }
  const count = fullness === "flooded" ? 20_000 : 64;
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    const age = fullness === "flooded" ? (1 - i / count) * 14 : 29 * (1 - i / count) ** 1.6;
    desk.now = instant(Math.round(now - age * minute));
    const [handle, text, lang] = texts[(i * 7) % texts.length] ?? texts[0];
    const channel = channelsIn[i % channelsIn.length] ?? "x:sommerfest27";
    const kind = channel.startsWith("x:") ? "mention" : (kinds[i % kinds.length] ?? "comment");
    ids.push(
      desk.receive({
        externalId: `m${i}`,
        channel,
        kind,
        text,
        lang,
        author: {
          handle: i < texts.length ? handle : `${handle}${i}`,
          ...(i % 3 === 0 ? { name: `${handle} Lund` } : {}),
        },
        ...(kind === "comment"
          ? {
              parent: {
                text: "Kl. 21 tager Nattog scenen på Store Plads. #sommerfest27",
                url: "https://example.org/post/1",
              },
            }
          : {}),
        ...(i % 9 === 4
          ? { media: [{ kind: "image", url: "https://example.org/picture.jpg", alt: "En kø foran et toilet" }] }
          : {}),
      }),
    );
  }
  desk.now = instant(now);
  const flow = fullness === "alone" ? solveig : aisha;
  const set = (from: number, to: number, need: "urgent" | "practical" | "watch") => {
    const some = ids.slice(from, to);
    if (some.length > 0) desk.run(flow, "item.need", { items: some, need });
  };
  set(ids.length - 3, ids.length - 1, "urgent");
  set(ids.length - 30, ids.length - 4, "practical");
  set(2, 6, "watch");
  if (fullness !== "alone") {
    for (const [index, id] of ids.slice(20, 44).entries()) {
      const to = [jonas, jonas, sofie, aisha, noor][index % 5] ?? jonas;
      desk.run(flow, "item.assign", { item: id, to: to.id });
    }
    desk.run(sofie, "member.shift", { shift: "tied-up", note: "lost child" });
    desk.run(noor, "member.shift", { shift: "break" });
  }
  const first = ids[20];
  if (first !== undefined && fullness === "busy") {
    desk.run(aisha, "item.note", { item: first, text: "Security at East knows; gate opens 20.30." });
    desk.wait(30_000);
    desk.run(jonas, "item.reply", {
      item: first,
      text: "Hej! Indgang Øst åbner kl. 20.30, lige til højre for broen. #sommerfest27",
    });
  }
  desk.now = instant(now - 5 * minute);
  for (const [title, ahead] of [
    ["Main act on stage", -2],
    ["Fireworks in five minutes", 4],
    ["Last trains home", 38],
  ] as const) {
    desk.run(fullness === "alone" ? solveig : maja, "post.plan", {
      post: title.toLowerCase().replaceAll(" ", "-"),
      title,
      planned: { local: localTime(now + ahead * minute), zone: "Europe/Copenhagen" },
      variants: [
        { channel: "x:sommerfest27", text: `${title} #sommerfest27` },
        { channel: "instagram:sommerfest", text: `${title} #sommerfest27` },
        { channel: "screen:store-plads", text: title },
      ],
    });
  }
  for (const post of desk.state.posts.values()) {
    desk.now = instant(now);
    desk.run(clockwork, "post.fallDue", { post: post.id });
    const [one] = post.variants;
    if (one !== undefined && Date.parse(post.at) < now) {
      desk.run(maja, "post.live", { post: post.id, variant: one.id, link: "https://example.org/live" });
      desk.run(clockwork, "post.markLate", { post: post.id });
    }
  }
  desk.now = instant(now);
  return desk;
}

function localTime(at: number): string {
  return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone: "Europe/Copenhagen" })
    .format(at)
    .replace(" ", "T");
}

/** What a console loads of a desk: its open items, and no lookups. */
export function loadOf(state: DeskState): DeskState {
  return { ...state, items: Table.of([...state.items].filter(([, item]) => isOpen(item))), lookups: null };
}
