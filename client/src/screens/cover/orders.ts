import type { Cover } from "@flowdesk/shared/desk/cover/cover.ts";
import { mayCover } from "@flowdesk/shared/desk/cover/cover-of.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { viewOf } from "@flowdesk/shared/desk/view.ts";

/** A standing order on one channel, or on all of them. */
export type Order = Omit<Cover, "channels"> & { readonly channel: string };

/** Stands for every channel, those to come too. */
export const everyChannel = "all";

/** A member's cover channel by channel. */
export function ordersOf(cover: readonly Cover[]): readonly Order[] {
  return cover.flatMap(({ channels, ...rest }) =>
    channels === everyChannel
      ? [{ channel: everyChannel, ...rest }]
      : channels.map((channel) => ({ channel, ...rest })),
  );
}

/** Standing orders as a member's cover: those alike but for their channel are one. */
export function coverFrom(orders: readonly Order[]): Cover[] {
  const alike = new Map<string, { rest: Omit<Cover, "channels">; channels: string[] }>();
  for (const { channel, ...rest } of orders) {
    const isAll = channel === everyChannel;
    const key = JSON.stringify([isAll, rest.kinds ?? null, rest.languages ?? null, rest.standIn ?? false]);
    const one = alike.get(key);
    if (one === undefined) alike.set(key, { rest, channels: [channel] });
    else if (!one.channels.includes(channel)) one.channels.push(channel);
  }
  return [...alike.values()].map(({ rest, channels }) => ({
    ...rest,
    channels: channels[0] === everyChannel ? everyChannel : channels,
  }));
}

/** Whether two orders are the same one. */
export function isSameOrder(a: Order, b: Order): boolean {
  return JSON.stringify(coverFrom([a])) === JSON.stringify(coverFrom([b]));
}

/** Those to whom a channel can be given: they answer, and they see it. */
export function candidatesFor(channel: string, members: readonly Member[]): readonly Member[] {
  return members.filter((member) => {
    if (!mayCover(member)) return false;
    const { channels } = viewOf(member);
    return channel === everyChannel || channels === "all" || channels.includes(channel);
  });
}

/**
 * A cover to begin with: the channels dealt over those who are at work, the busiest first and each to whoever has the
 * least so far; the next in line stands in. Who only directs is asked last.
 * @param channels with how much is open on each
 */
export function suggestedCover(
  channels: ReadonlyArray<{ readonly id: string; readonly open: number }>,
  atWork: readonly Member[],
): ReadonlyMap<string, readonly Cover[]> {
  const orders = new Map<string, Order[]>();
  const given = new Map<string, number>();
  const answering = atWork.filter(({ roles }) => roles.includes("community-manager"));
  const people = answering.length > 0 ? answering : atWork;
  const busiest = [...channels].sort((a, b) => b.open - a.open || (a.id < b.id ? -1 : 1));
  const add = (member: Member, order: Order, weight: number) => {
    orders.set(member.id, [...(orders.get(member.id) ?? []), order]);
    given.set(member.id, (given.get(member.id) ?? 0) + weight);
  };
  for (const { id, open } of busiest) {
    const able = [...candidatesFor(id, people)].sort(
      (a, b) => (given.get(a.id) ?? 0) - (given.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1),
    );
    const [first, second] = able;
    if (first !== undefined) add(first, { channel: id }, 1 + open);
    if (second !== undefined) add(second, { channel: id, standIn: true }, 0);
  }
  return new Map([...orders].map(([member, of]) => [member, coverFrom(of)]));
}
