import type { Briefing } from "@flowdesk/shared/desk/briefing/briefing.ts";
import type { Channel } from "@flowdesk/shared/desk/channel/channel.ts";
import type { Desk } from "@flowdesk/shared/desk/desk.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Message } from "@flowdesk/shared/desk/item/message.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import type { Policy } from "@flowdesk/shared/desk/policy/policy.ts";
import type { Post } from "@flowdesk/shared/desk/post/post.ts";
import type { Thread } from "@flowdesk/shared/desk/state.ts";
import { Table } from "@flowdesk/shared/desk/table.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import type { Head, LoadedBatch } from "../desk/store.ts";
import type { BatchTexts, RosterTexts, ThreadTexts } from "./queries/load-batch.ts";
import { responseOf } from "./rows.ts";
import type { DeskRow } from "./tables.ts";

/** A desk's own fields, members and channels, as of the change by which they were last altered. */
export interface Roster {
  readonly log: string;
  readonly roster: number;
  readonly desk: Desk;
  readonly members: Table<Member>;
  readonly channels: Table<Channel>;
}

export function headOf(row: Pick<DeskRow, "log" | "seq" | "at">): Head {
  return { log: row.log, seq: row.seq, at: instant(row.at) };
}

export function deskOf(row: Pick<DeskRow, "desk" | "name" | "zone" | "policy" | "demonstration">): Desk {
  return {
    id: row.desk,
    name: row.name,
    zone: row.zone,
    policy: JSON.parse(row.policy) as Policy,
    ...(row.demonstration === 1 ? { demonstration: true } : {}),
  };
}

/** The roster as it was read; as it was known if that is still the one in force. */
export function rosterOf(texts: RosterTexts | null, known: Roster | null): Roster {
  if (texts === null) {
    if (known === null) throw new Error("A roster was held back that nobody has.");
    return known;
  }
  const { desk, members, channels } = texts;
  return {
    log: desk.log,
    roster: desk.roster,
    desk: deskOf(desk),
    members: tableOf<Member>(members),
    channels: tableOf<Channel>(channels),
  };
}

/** What a batch was given, from its texts. */
export function loadedBatch(texts: BatchTexts, roster: Roster): LoadedBatch {
  return {
    head: headOf(texts.desk),
    accepted: texts.accepted,
    state: {
      desk: roster.desk,
      members: roster.members,
      channels: roster.channels,
      items: tableOf<Item>(texts.items),
      posts: tableOf<Post>(texts.posts),
      briefings: tableOf<Briefing>(texts.briefings),
      threads: Table.of(texts.threads.map((thread) => [thread.item, threadOf(thread)] as const)),
      lookups: {
        known: Table.of(
          texts.known.map(
            ({ key, item, message }) => [key, { item, message: JSON.parse(message) as Message }] as const,
          ),
        ),
        conversations: Table.of(texts.conversations),
      },
    },
  };
}

export function threadOf({ messages, responses }: ThreadTexts): Thread {
  return {
    messages: messages.map(({ seq, body }) => ({ seq, message: JSON.parse(body) as Message })),
    responses: responses.map(responseOf),
  };
}

function tableOf<T extends { readonly id: string }>(bodies: readonly string[]): Table<T> {
  return Table.of(
    bodies.map((body) => {
      const entity = JSON.parse(body) as T;
      return [entity.id, entity] as const;
    }),
  );
}
