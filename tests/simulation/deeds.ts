import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import type { Seat } from "./seat.ts";
import type { Step } from "./step.ts";
import { worldBegins } from "./virtual-time.ts";

type Deed = readonly [type: string, data: Record<string, unknown>];

const texts = ["Tak!", "Den er ved scenen", "På vej", "We are looking into it", "😀"];
const people = ["jonas", "sofie", "noor", "aisha"];

/** Items as a console shows them, in an order of their own. */
export function itemsAt(seat: Seat): readonly Item[] {
  const items = seat.shown.state?.items;
  return items === undefined ? [] : [...items.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function at<T>(among: readonly T[], number: number): T | undefined {
  return among[number % Math.max(1, among.length)];
}

/** What a person at a console does in a step; null if there is nothing to do it to. */
export function deedOf(seat: Seat, { what, detail }: Step, now: number): Deed | null {
  const item = at(itemsAt(seat), detail)?.id;
  if (item === undefined) return null;
  const mine = itemsAt(seat).filter(({ assignee }) => assignee === seat.member);
  const own = at(mine, detail)?.id ?? item;
  const text = at(texts, detail) ?? "Tak!";
  const until = instant(worldBegins + now + 3_000);
  const deeds: readonly Deed[] = [
    ["item.claim", { item }],
    ["item.claim", { item }],
    ["item.claim", { item }],
    ["item.reply", { item: own, text }],
    ["item.reply", { item: own, text }],
    ["item.reply", { item: own, text, promise: until }],
    ["item.reply", { item, text }],
    ["item.sent", { item: own }],
    ["item.sent", { item: own }],
    ["item.reply.undo", { item: own }],
    ["item.release", { item: own }],
    ["item.release", { item: own }],
    ["item.note", { item, text }],
    ["item.tag", { item, tag: `t${detail % 3}` }],
    ["item.untag", { item, tag: `t${detail % 3}` }],
    ["item.need", { item, need: detail % 2 === 0 ? "urgent" : "practical" }],
    ["item.assign", { item, to: at(people, detail >> 4) ?? "jonas" }],
    ["item.snooze", { item: own, until }],
    ["item.passOn", { item: own, on: "first aid" }],
    ["item.prioritise", { item, priority: detail % 4 }],
    ["item.see", { item }],
    ["items.deal", { count: 1 + (detail % 3) }],
    ["item.close", { item: own }],
    ["member.shift", { shift: at(["on", "break", "away"], detail) ?? "on", handOver: detail % 2 === 0 }],
    [
      "item.claim",
      {
        items: itemsAt(seat)
          .slice(0, 3)
          .map(({ id }) => id),
      },
    ],
    ...(detail % 5 === 0 ? ([["item.dismiss", { item, reason: "spam" }]] as const) : []),
  ];
  return at(deeds, what) ?? null;
}

/** What an administrator or flow manager alters about somebody. */
export function managedOf({ what, detail }: Step): Deed {
  const member = at(["jonas", "sofie", "noor", "ida"], what) ?? "jonas";
  const channels = at(
    ["all", ["instagram:festival"], ["x:festival"], ["x:festival", "instagram:festival"]],
    detail >> 3,
  );
  const roles = at([["community-manager"], ["analyst"], ["producer"], ["community-manager", "analyst"]], detail >> 3);
  const cover = at(
    [[], [{ channels: "all" }], [{ channels: ["x:festival"] }, { channels: "all", standIn: true }]],
    detail >> 3,
  );
  const all: readonly Deed[] = [
    ["member.channels", { member, channels }],
    ["member.channels", { member, channels }],
    ["member.roles", { member, roles }],
    ["member.cover", { member, cover }],
    ["member.cover", { member, cover }],
    ["member.capacity", { member, capacity: 1 + (detail % 5) }],
    ["member.shift", { member, shift: detail % 3 === 0 ? "off" : "on" }],
  ];
  return at(all, detail) ?? ["member.capacity", { member, capacity: 3 }];
}

/** Messages as a source has them: new ones, the same again, edits, deletions, answers made elsewhere, late history. */
export function messagesOf({ who, what, detail }: Step, now: number): readonly IncomingMessage[] {
  const count = 1 + (what % 3);
  return Array.from({ length: count }, (_, index) => {
    const number = (detail + index * 7) % 60;
    const kind = at(["mention", "mention", "comment", "dm"] as const, number) ?? "mention";
    const late = (detail >> 6) % 6 === 0 ? 3_600_000 * (1 + (number % 5)) : 0;
    const out = (detail >> 9) % 7 === 0;
    return {
      externalId: `e${number}`,
      channel: number % 3 === 0 ? "instagram:festival" : "x:festival",
      kind,
      author: { handle: out ? "festival" : `guest${number % 7}` },
      text: (who >> 4) % 5 === 0 ? `Rettet ${who % 50}` : `Besked ${number}`,
      at: instant(worldBegins + now - late - (number % 10) * 100),
      ...(kind === "dm" ? { thread: `dm${number % 4}` } : {}),
      ...(number % 4 === 1 ? { inReplyTo: `e${(number * 5) % 60}` } : {}),
      ...(out ? { direction: "out" as const } : {}),
      ...((who >> 8) % 23 === 0 ? { deleted: true } : {}),
    };
  });
}

/** A robot's command under an id that other robots use too. */
export function robotDeedOf(items: readonly Item[], { what, detail }: Step): Deed | null {
  const item = at(items, what)?.id;
  if (item === undefined) return null;
  const deeds: readonly Deed[] = [
    ["item.note", { item, text: `Note ${detail % 4}` }],
    ["item.tag", { item, tag: `robot${detail % 2}` }],
    ["item.prioritise", { item, priority: detail % 4 }],
    ["item.claim", { item }],
    ["item.release", { item }],
  ];
  return at(deeds, detail >> 3) ?? null;
}
