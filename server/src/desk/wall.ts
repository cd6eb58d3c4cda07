import { type Channel, platformOf, publishingPlatforms } from "@flowdesk/shared/desk/channel/channel.ts";
import { coverOf, hasCover } from "@flowdesk/shared/desk/cover/cover-of.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import { kinds } from "@flowdesk/shared/desk/item/need.ts";
import { isOnShift, type Member } from "@flowdesk/shared/desk/member/member.ts";
import type { Policy } from "@flowdesk/shared/desk/policy/policy.ts";
import type { Post } from "@flowdesk/shared/desk/post/post.ts";
import type { View } from "@flowdesk/shared/desk/view.ts";
import { type PulseLine, pulseMinutes } from "@flowdesk/shared/protocol/pulse.ts";
import type { Wall } from "@flowdesk/shared/protocol/wall.ts";
import { mostAsked, wordsOf } from "@flowdesk/shared/question/most-asked.ts";
import { scrubbed } from "@flowdesk/shared/question/scrub.ts";
import { truncate } from "@flowdesk/shared/text/truncate.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import type { Reader } from "../storage/queries/readings.ts";
import type { WallWork } from "../storage/queries/wall.ts";
import type { Pulses } from "./pulse.ts";

/** For so long one wall serves every screen at least, in ms; and so many times as long as it took to make. */
const shared = 1_000;
const owed = 4;

/** Walls are made of everything: what they show of it names nobody. */
const everything: View = { kinds: [...kinds], channels: "all" };

/** Most characters of a post's title. */
const longestTitle = 80;

interface Shared {
  readonly making: Promise<Wall | null>;
  until: number;
}

/** What big screens show, made once for all screens of a desk. */
export class Walls {
  readonly #deps: { readonly store: Reader; readonly pulses: Pulses; readonly now: () => number };
  readonly #release: string | null;
  readonly #desks = new Map<string, Shared>();

  /** @param release names the console that the server gives out */
  constructor(
    deps: { readonly store: Reader; readonly pulses: Pulses; readonly now: () => number },
    release: string | null,
  ) {
    this.#deps = deps;
    this.#release = release;
  }

  /** Null if there is no such desk. */
  of(desk: string): Promise<Wall | null> {
    const began = performance.now();
    const known = this.#desks.get(desk);
    if (known !== undefined && began < known.until) return known.making;
    const making = this.#make(desk);
    const entry: Shared = { making, until: Number.POSITIVE_INFINITY };
    this.#desks.set(desk, entry);
    making.then(
      (made) => {
        if (made === null) this.#desks.delete(desk);
        const now = performance.now();
        entry.until = now + Math.max(shared, owed * (now - began));
      },
      () => this.#desks.delete(desk),
    );
    return making;
  }

  async #make(desk: string): Promise<Wall | null> {
    const work = await this.#deps.store.read("wall", { desk, now: this.#deps.now() });
    if (work === null) return null;
    const channels = work.channels.map((body) => JSON.parse(body) as Channel).filter(({ retired }) => !retired);
    const { now, lines } = await this.#deps.pulses.of(desk, everything);
    return wallOf(work, channels, lines, now, this.#release);
  }
}

/** The wall of a desk at `now` (ms), from what was read of it. */
function wallOf(
  work: WallWork,
  channels: readonly Channel[],
  lines: readonly PulseLine[],
  now: number,
  release: string | null,
): Wall {
  const { name, zone, demonstration } = work.desk;
  const members = work.members
    .map((body) => JSON.parse(body) as Member)
    .filter(({ removedAt, program }) => removedAt === null && !program);
  const posts = work.posts.map((body) => JSON.parse(body) as Post);
  const unseen = work.urgent.filter((body) => (JSON.parse(body) as Item).seenAt === null).length;
  const loads = new Map(work.loads.map(({ member, items }) => [member, items]));
  return {
    desk: { name, zone, demonstration: demonstration === 1 },
    now: instant(now),
    release,
    numbers: {
      unseenUrgent: unseen,
      practicalOverdue: work.practicalOverdue,
      open: work.waiting,
      notTaken: work.queued,
      overdue: work.overdue,
    },
    arrivals: Array.from({ length: pulseMinutes }, (_, place) =>
      lines.reduce((sum, line) => sum + (line.arrivals[place] ?? 0), 0),
    ),
    channels: channels
      .filter(({ id }) => !publishingPlatforms.has(platformOf(id)))
      .map((one) => channelOf(one, lines, members)),
    people: peopleOf(members, loads),
    posts: posts.map(({ title, at, variants }) => ({
      title: titleOf(title, variants),
      at,
      variants: variants
        .filter(({ state }) => state !== "cancelled")
        .map(({ channel, state, late }) => ({ channel, state, late })),
    })),
    question: mostAsked(
      work.asked.map((body) => askedText(JSON.parse(body) as Item)),
      ownWords(work, channels, posts),
    ),
  };
}

/** A post's title; where it has none, how its text begins. */
function titleOf(title: string, variants: Post["variants"]): string {
  return truncate(title === "" ? scrubbed(variants[0]?.text ?? "") : title, longestTitle);
}

function channelOf(
  { id, name }: Channel,
  lines: readonly PulseLine[],
  members: readonly Member[],
): Wall["channels"][number] {
  const own = lines.filter(({ channel }) => channel === id);
  const silence = (dm: boolean) => own.find((line) => line.dm === dm && line.silent)?.silentMs ?? null;
  const perMinute = own.reduce((sum, { arrivals }) => sum + Math.max(arrivals.at(-1) ?? 0, arrivals.at(-2) ?? 0), 0);
  return { id, name, perMinute, silentMs: silence(false), dmSilentMs: silence(true), covered: isCovered(id, members) };
}

/** Whether what comes in goes to somebody; where nobody has a standing order, whether anybody who answers is on shift. */
function isCovered(channel: string, members: readonly Member[]): boolean {
  if (hasCover(members)) return coverOf(members, { channel }).present.length > 0;
  return members.some(
    (member) =>
      isOnShift(member) &&
      member.roles.includes("community-manager") &&
      (member.channels === "all" || member.channels.includes(channel)),
  );
}

/** Who is at work, by first name; by the whole first names and an initial where two have the same. */
function peopleOf(members: readonly Member[], loads: ReadonlyMap<string, number>): Wall["people"] {
  const here = members.filter(({ shift }) => shift !== "off");
  const firsts = Map.groupBy(here, ({ name }) => firstName(name));
  return here
    .flatMap(({ id, name, shift, shiftSince, capacity }) => {
      if (shift === "off") return [];
      const first = firstName(name);
      const last = name.trim().split(/\s+/u).slice(1).at(-1);
      const isShared = (firsts.get(first)?.length ?? 0) > 1 && last !== undefined;
      const shown = isShared ? `${first} ${last.slice(0, 1)}.` : first;
      return [{ name: shown, shift, since: shiftSince, load: loads.get(id) ?? 0, capacity }];
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function firstName(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? name;
}

function askedText({ channel, author, preview }: Item) {
  return {
    person: `${channel} ${author.handle.toLowerCase()}`,
    names: author.name === undefined ? [author.handle] : [author.handle, author.name],
    text: preview,
  };
}

/** The words of what the house itself has written: names of acts, places and tags may be shown. */
function ownWords({ desk }: WallWork, channels: readonly Channel[], posts: readonly Post[]): ReadonlySet<string> {
  const policy = JSON.parse(desk.policy) as Policy;
  const texts = [
    desk.name,
    ...channels.flatMap(({ name, handle }) => [name, handle]),
    ...posts.flatMap(({ title, variants }) => [title, ...variants.map(({ text }) => text)]),
    ...policy.templates.map(({ text }) => text),
  ];
  return new Set(texts.flatMap(wordsOf));
}
