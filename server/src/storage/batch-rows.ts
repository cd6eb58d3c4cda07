import {
  idOf,
  isBriefingChange,
  isChannelChange,
  isItemChange,
  isKeepingChange,
  isMemberChange,
  isPolicyChange,
  isPostChange,
} from "@flowdesk/shared/desk/change.ts";
import type { Response } from "@flowdesk/shared/desk/item/response.ts";
import { millis } from "@flowdesk/shared/time/instant.ts";
import type { BatchWrites } from "../desk/store.ts";
import { Texts } from "./json.ts";
import { itemRow, messageRow, postRow, responseRow } from "./rows.ts";
import { type Cell, type CellRow, cellsOf, type MessageRow } from "./tables.ts";

/** What a batch writes, as rows: what goes to the thread that writes. */
export interface BatchRows {
  readonly desk: string;
  /** The desk's head after the batch. */
  readonly seq: number;
  readonly at: number;
  /** The last change of the batch that altered desk, members or channels; null if none did. */
  readonly roster: number | null;
  /** The desk's own fields, where they were altered. */
  readonly altered: { readonly name: string; readonly policy: string } | null;
  /** How long an answered item stays open, in ms, where that was altered: other items' timers move with it. */
  readonly closeAfterMs: number | null;
  readonly members: readonly CellRow[];
  readonly channels: readonly CellRow[];
  readonly items: readonly CellRow[];
  readonly messages: readonly CellRow[];
  /** Items whose responses are replaced by those in `responses`. */
  readonly rederived: readonly string[];
  readonly responses: readonly CellRow[];
  readonly posts: readonly CellRow[];
  readonly briefings: readonly CellRow[];
  readonly log: readonly CellRow[];
}

/** Makes the rows that a batch's changes come to, and yields after each. Null if there are no changes. */
export function* batchRows(desk: string, { changes, state }: BatchWrites): Generator<void, BatchRows | null> {
  const last = changes.at(-1)?.change;
  if (last === undefined) return null;
  const texts = new Texts();
  const { policy } = state.desk;
  /** Every item named, with the number of the change that made it, or 0. */
  const items = new Map<string, number>();
  const members = new Set<string>();
  const channels = new Set<string>();
  const posts = new Set<string>();
  const briefings = new Set<string>();
  const messages = new Map<string, MessageRow>();
  const responses = new Map<string, { readonly response: Response; readonly seq: number }[]>();
  const rederived = new Set<string>();
  const parts = new Map<string, number>();
  const log: Cell[][] = [];
  let [altered, roster, closing] = [false, null as number | null, false];

  for (const { change, scope, acceptance } of changes) {
    let about: string | null = null;
    if (isItemChange(change)) {
      about = idOf(change.item);
      if (!items.has(about)) items.set(about, change.type === "item.received" ? change.seq : 0);
      const item = state.items.get(about);
      if (item === undefined) throw new Error(`${change.type} ${change.seq} is about an item that is not in the state`);
      if (change.message !== undefined) {
        const key = `${about}\n${change.message.id}`;
        const seq = messages.get(key)?.seq ?? change.seq;
        messages.set(key, messageRow(desk, item, change.message, seq, texts.of(change.message)));
      }
      if (change.responses !== undefined) {
        rederived.add(about);
        responses.set(
          about,
          change.responses.map((response) => ({ response, seq: change.seq })),
        );
      } else if (change.response !== undefined) {
        const ended = { response: change.response, seq: change.seq };
        const before = responses.get(about);
        if (before === undefined) responses.set(about, [ended]);
        else before.push(ended);
      }
    } else if (isPostChange(change)) posts.add(idOf(change.post));
    else if (isBriefingChange(change)) briefings.add(idOf(change.briefing));
    else if (!isKeepingChange(change)) {
      roster = change.seq;
      if (isMemberChange(change)) members.add(idOf(change.member));
      else if (isChannelChange(change)) channels.add(idOf(change.channel));
      else if (isPolicyChange(change)) {
        altered = true;
        closing ||= change.policy?.closeAfterMs !== undefined;
      }
    }
    let part: number | null = null;
    if (acceptance !== null) {
      const key = `${acceptance.actor}\n${acceptance.id}`;
      part = parts.get(key) ?? 0;
      parts.set(key, part + 1);
    }
    log.push([
      desk,
      change.seq,
      millis(change.at),
      change.by,
      acceptance?.id ?? null,
      part,
      acceptance?.hash ?? null,
      change.type,
      about,
      scope?.channel ?? null,
      scope?.kind ?? null,
      texts.ofParts(change),
    ]);
    yield;
  }

  const present = <T>(kind: string, ids: Iterable<string>, get: (id: string) => T | undefined): T[] =>
    Array.from(ids, (id) => {
      const entity = get(id);
      if (entity === undefined) throw new Error(`A change names the ${kind} ${id}, which is not in the state`);
      return entity;
    });
  const itemRows: CellRow[] = [];
  for (const item of present("item", items.keys(), (id) => state.items.get(id))) {
    itemRows.push(cellsOf("items", itemRow(desk, item, policy, items.get(item.id) ?? 0, texts.of(item))));
    yield;
  }
  const messageRows: CellRow[] = [];
  for (const row of messages.values()) {
    messageRows.push(cellsOf("messages", row));
    yield;
  }
  return {
    desk,
    seq: last.seq,
    at: millis(last.at),
    roster,
    altered: altered ? { name: state.desk.name, policy: JSON.stringify(policy) } : null,
    closeAfterMs: closing ? policy.closeAfterMs : null,
    members: present("member", members, (id) => state.members.get(id)).map((member) =>
      cellsOf("members", { desk, id: member.id, user: member.user, body: texts.of(member) }),
    ),
    channels: present("channel", channels, (id) => state.channels.get(id)).map((channel) =>
      cellsOf("channels", { desk, id: channel.id, body: texts.of(channel) }),
    ),
    items: itemRows,
    messages: messageRows,
    rederived: [...rederived],
    responses: Array.from(responses.values(), (ended) =>
      ended.map(({ response, seq }, position) => cellsOf("responses", responseRow(desk, response, seq, position))),
    ).flat(),
    posts: present("post", posts, (id) => state.posts.get(id)).map((post) =>
      cellsOf("posts", postRow(desk, post, texts.of(post))),
    ),
    briefings: present("briefing", briefings, (id) => state.briefings.get(id)).map((briefing) =>
      cellsOf("briefings", { desk, id: briefing.id, at: millis(briefing.at), body: texts.of(briefing) }),
    ),
    log,
  };
}
