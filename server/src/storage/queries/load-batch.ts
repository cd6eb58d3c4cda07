import type { QueueWithin } from "@flowdesk/shared/desk/command.ts";
import { coverDepth } from "@flowdesk/shared/desk/item/cover.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import { conversationKey, messageKey } from "@flowdesk/shared/desk/state.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import { type Kysely, type NotNull, sql } from "kysely";
import type { Acceptance, BatchKeys } from "../../desk/store.ts";
import type { DeskRow, ResponseRow, Tables } from "../tables.ts";
import type { Bulk } from "./bulk.ts";
import { isFound } from "./is-found.ts";
import { lateThreads } from "./late-threads.ts";
import { withArchived } from "./with-archived.ts";

/** Which state of a desk's own fields, members and channels the asker has already. */
export interface RosterVersion {
  readonly log: string;
  readonly roster: number;
}

/** What a batch is given, as text: it is read where it is used. */
export interface BatchTexts {
  readonly desk: Pick<DeskRow, "log" | "seq" | "at">;
  /** Null if the asker has it as it is. */
  readonly roster: RosterTexts | null;
  readonly items: readonly string[];
  readonly posts: readonly string[];
  readonly briefings: readonly string[];
  /** Messages that arrivals may meet again, by `messageKey`. */
  readonly known: ReadonlyArray<{ readonly key: string; readonly item: string; readonly message: string }>;
  /** The newest items of the arrivals' conversations, by `conversationKey`. */
  readonly conversations: ReadonlyArray<readonly [key: string, item: string]>;
  readonly threads: readonly ThreadTexts[];
  readonly accepted: readonly Acceptance[];
}

/** A desk's own fields, members and channels. */
export interface RosterTexts {
  readonly desk: DeskRow;
  readonly members: readonly string[];
  readonly channels: readonly string[];
}

export interface ThreadTexts {
  readonly item: string;
  readonly messages: ReadonlyArray<{ readonly seq: number; readonly body: string }>;
  readonly responses: readonly ResponseRow[];
}

/**
 * Loads what a batch touches. Null if there is no such desk. To be run under the desk's lock. What does not depend on each
 * other is asked for at once: over a network the waits are what takes long, and a command waits once where nothing but
 * what it names is touched.
 */
export async function loadBatch(
  db: Kysely<Tables>,
  bulk: Bulk,
  desk: string,
  keys: BatchKeys,
  has: RosterVersion | null,
): Promise<BatchTexts | null> {
  const named = new Set([...keys.items, ...keys.threads]);
  const [row, known, conversations, posts, briefings, accepted, threads, ...rows] = await Promise.all([
    db.selectFrom("desks").select(["log", "seq", "at", "roster"]).where("desk", "=", desk).executeTakeFirst(),
    loadKnown(db, bulk, desk, keys),
    loadConversations(db, bulk, desk, keys),
    loadBodies(db, bulk, desk, "posts", keys.posts),
    loadBodies(db, bulk, desk, "briefings", keys.briefings),
    loadAccepted(db, bulk, desk, keys.commands),
    loadThreads(db, bulk, desk, [...new Set(keys.threads)]),
    loadItems(db, bulk, desk, [...named]),
    ...loadWork(db, bulk, desk, keys),
  ]);
  if (row === undefined) return null;
  const items = new Map<string, string>();
  const add = (some: ItemRows) => {
    for (const { id, body } of some) items.set(id, body);
  };
  for (const some of rows) add(some);
  const met = [...known.map(({ item }) => item), ...conversations.map(([, item]) => item)];
  const [roster, others] = await Promise.all([
    has !== null && has.log === row.log && has.roster === row.roster ? null : loadRoster(db, desk),
    loadItems(
      db,
      bulk,
      desk,
      [...new Set(met)].filter((item) => !items.has(item)),
    ),
  ]);
  add(others);
  const late = lateThreads(keys, {
    itemOf: new Map(known.map(({ key, item }) => [key, item])),
    conversations: new Map(conversations),
    newestOf: (item) => {
      const body = items.get(item);
      return body === undefined ? undefined : (JSON.parse(body) as Item).newest;
    },
    headAt: instant(row.at),
  });
  const asked = new Set(keys.threads);
  const further = [...new Set(late)].filter((item) => items.has(item) && !asked.has(item));
  return {
    desk: row,
    roster,
    items: [...items.values()],
    posts,
    briefings,
    known,
    conversations,
    threads: [...threads.filter(({ item }) => items.has(item)), ...(await loadThreads(db, bulk, desk, further))],
    accepted,
  };
}

type ItemRows = readonly { readonly id: string; readonly body: string }[];

async function loadItems(db: Kysely<Tables>, bulk: Bulk, desk: string, ids: readonly string[]): Promise<ItemRows> {
  if (ids.length === 0) return [];
  return itemsOf(db, desk).where(bulk.among("id", ids)).execute();
}

/** The items that a batch does not name: the top of the queue, and what people have. */
function loadWork(db: Kysely<Tables>, bulk: Bulk, desk: string, keys: BatchKeys): Array<Promise<ItemRows>> {
  const work = keys.queueWithin.map((within) => topOfQueue(db, desk, coverDepth, within));
  if (keys.queue > 0) work.push(topOfQueue(db, desk, keys.queue));
  const open = () => itemsOf(db, desk).where("open", "=", sql.lit(1));
  if (keys.loads) work.push(open().where("assignee", "is not", null).where("status", "<>", "answered").execute());
  if (keys.holdings.length > 0) work.push(open().where(bulk.among("assignee", keys.holdings)).execute());
  return work;
}

function itemsOf(db: Kysely<Tables>, desk: string) {
  return db.selectFrom("items").select(["id", "body"]).where("desk", "=", desk);
}

async function loadRoster(db: Kysely<Tables>, desk: string): Promise<RosterTexts> {
  const [row, members, channels] = await Promise.all([
    db.selectFrom("desks").selectAll().where("desk", "=", desk).executeTakeFirstOrThrow(),
    db.selectFrom("members").select("body").where("desk", "=", desk).orderBy("id").execute(),
    db.selectFrom("channels").select("body").where("desk", "=", desk).orderBy("id").execute(),
  ]);
  return { desk: row, members: members.map(({ body }) => body), channels: channels.map(({ body }) => body) };
}

/** The top of the queue in the order of `compareQueued`, or of the part of it that a standing order is about. */
function topOfQueue(
  db: Kysely<Tables>,
  desk: string,
  limit: number,
  within: QueueWithin = { channels: "all" },
): Promise<ItemRows> {
  const { channels, kinds } = within;
  return db
    .selectFrom("items")
    .select(["id", "body"])
    .where("desk", "=", desk)
    .where("queued", "=", sql.lit(1))
    .$if(channels !== "all", (query) => query.where("channel", "in", channels as readonly string[]))
    .$if(kinds !== undefined, (query) => query.where("kind", "in", kinds ?? []))
    .orderBy("rank", "desc")
    .orderBy("due_order")
    .orderBy("awaiting_since")
    .orderBy("id")
    .limit(limit)
    .execute();
}

async function loadKnown(
  db: Kysely<Tables>,
  bulk: Bulk,
  desk: string,
  { arrivals }: BatchKeys,
): Promise<BatchTexts["known"]> {
  const pairs = new Map<string, readonly [string, string]>();
  for (const { channel, externalIds } of arrivals)
    for (const id of externalIds) pairs.set(messageKey(channel, id), [channel, id]);
  if (pairs.size === 0) return [];
  const rows = await db
    .selectFrom(bulk.texts(["channel", "external_id"], [...pairs.values()]).as("wanted"))
    // Both engines look up what is wanted one by one, and do not begin with the whole table, where it stands on the right.
    .leftJoin("messages", (join) =>
      join
        .on("messages.desk", "=", desk)
        .onRef("messages.channel", "=", "wanted.channel")
        .onRef("messages.external_id", "=", "wanted.external_id"),
    )
    .where(isFound("messages.item"))
    .select(["wanted.channel", "wanted.external_id", "messages.item", "messages.id", "messages.body"])
    .$narrowType<{ item: NotNull; id: NotNull; body: NotNull }>()
    .execute();
  return (await withArchived(db, bulk, desk, rows)).map((row) => ({
    key: messageKey(row.channel, row.external_id),
    item: row.item,
    message: row.body,
  }));
}

async function loadConversations(
  db: Kysely<Tables>,
  bulk: Bulk,
  desk: string,
  { arrivals }: BatchKeys,
): Promise<BatchTexts["conversations"]> {
  const wanted = new Map<string, readonly [string, string, string]>();
  for (const { channel, kind, thread } of arrivals) {
    const key = conversationKey(channel, kind, thread);
    if (key !== null && thread !== null) wanted.set(key, [channel, kind, thread]);
  }
  if (wanted.size === 0) return [];
  const rows = await db
    .selectFrom(bulk.texts(["channel", "kind", "thread"], [...wanted.values()]).as("wanted"))
    .select((eb) => [
      "wanted.channel",
      "wanted.kind",
      "wanted.thread",
      eb
        .selectFrom("items")
        .select("items.id")
        .where("items.desk", "=", desk)
        .whereRef("items.channel", "=", "wanted.channel")
        .whereRef("items.thread", "=", "wanted.thread")
        .whereRef("items.kind", "=", "wanted.kind")
        .orderBy("items.received_seq", "desc")
        .limit(1)
        .as("item"),
    ])
    .execute();
  return rows.flatMap(({ channel, kind, thread, item }) => {
    const key = conversationKey(channel, kind, thread);
    return item === null || key === null ? [] : [[key, item] as const];
  });
}

/** The threads of items, messages and responses each in the order of the log. */
export async function loadThreads(
  db: Kysely<Tables>,
  bulk: Bulk,
  desk: string,
  items: readonly string[],
): Promise<ThreadTexts[]> {
  if (items.length === 0) return [];
  const [messages, responses] = await Promise.all([
    db
      .selectFrom("messages")
      .select(["item", "id", "seq", "body"])
      .where("desk", "=", desk)
      .where(bulk.among("item", items))
      .orderBy("seq")
      .execute(),
    db
      .selectFrom("responses")
      .selectAll()
      .where("desk", "=", desk)
      .where(bulk.among("item", items))
      .orderBy("seq")
      .orderBy("position")
      .execute(),
  ]);
  const messagesOf = Map.groupBy(await withArchived(db, bulk, desk, messages), ({ item }) => item);
  const responsesOf = Map.groupBy(responses, ({ item }) => item);
  return items.map((item) => ({
    item,
    messages: (messagesOf.get(item) ?? []).map(({ seq, body }) => ({ seq, body })),
    responses: responsesOf.get(item) ?? [],
  }));
}

async function loadBodies(
  db: Kysely<Tables>,
  bulk: Bulk,
  desk: string,
  table: "posts" | "briefings",
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom(table)
    .select("body")
    .where("desk", "=", desk)
    .where(bulk.among("id", ids))
    .execute();
  return rows.map(({ body }) => body);
}

/** The first acceptance of each command that has one: the number of its last change (rule D4). */
async function loadAccepted(
  db: Kysely<Tables>,
  bulk: Bulk,
  desk: string,
  commands: BatchKeys["commands"],
): Promise<Acceptance[]> {
  const [only, second] = commands;
  if (only === undefined) return [];
  if (second === undefined) {
    // Nearly always: a person's one command. A maximum would have SQLite go back through the log.
    const parts = await db
      .selectFrom("log")
      .select(["seq", "hash"])
      .where("desk", "=", desk)
      .where("actor", "=", only.actor)
      .where("command", "=", only.id)
      .orderBy("part", "desc")
      .execute();
    const [last] = parts;
    const hash = parts.find((part) => part.hash !== null)?.hash ?? "";
    return last === undefined ? [] : [{ ...only, seq: last.seq, hash }];
  }
  return db
    .selectFrom(
      bulk
        .texts(
          ["actor", "id"],
          commands.map(({ actor, id }) => [actor, id]),
        )
        .as("wanted"),
    )
    .leftJoin("log", (join) =>
      join.on("log.desk", "=", desk).onRef("log.actor", "=", "wanted.actor").onRef("log.command", "=", "wanted.id"),
    )
    .where(isFound("log.command"))
    .select((eb) => [
      "wanted.actor",
      "wanted.id",
      eb.fn.max<number>("log.seq").as("seq"),
      eb.fn.max<string>("log.hash").as("hash"),
    ])
    .groupBy(["wanted.actor", "wanted.id"])
    .execute();
}
