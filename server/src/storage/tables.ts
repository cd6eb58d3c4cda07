/**
 * The tables of a desk, for every engine alike. Every primary key and unique index begins with the desk, and no query
 * crosses desks (the list of desks and their heads aside), so that desks can be spread over a distributed database by
 * that column. Times are integer milliseconds since 1970 in UTC; 0 and 1 are false and true; `body` is the whole entity
 * as JSON in the form of the wire, and what queries need of it stands beside it.
 */
export interface Tables {
  desks: DeskRow;
  members: MemberRow;
  channels: ChannelRow;
  items: ItemRow;
  messages: MessageRow;
  archive: ArchiveRow;
  responses: ResponseRow;
  posts: PostRow;
  briefings: BriefingRow;
  log: LogRow;
}

export interface DeskRow {
  desk: string;
  name: string;
  /** IANA zone. */
  zone: string;
  /** JSON. */
  policy: string;
  /** The random id of the desk's log (rule L5). */
  log: string;
  /** The number of the last change, and its time. */
  seq: number;
  at: number;
  /** The number of the last change that altered the desk itself, its members or its channels. */
  roster: number;
  /** Everything on it is a simulation. */
  demonstration: number;
}

export interface MemberRow {
  desk: string;
  id: string;
  /** The account of the person; null for a program. */
  user: string | null;
  body: string;
}

export interface ChannelRow {
  desk: string;
  id: string;
  body: string;
}

export interface ItemRow {
  desk: string;
  id: string;
  channel: string;
  kind: string;
  /** The author's handle, case folded. */
  author: string;
  thread: string | null;
  status: string;
  need: string;
  assignee: string | null;
  /** Neither closed nor dismissed. */
  open: number;
  /** Stands in the queue. */
  queued: number;
  /** How pressing it is before any deadline counts: more is more (`pressing`). */
  rank: number;
  due_at: number | null;
  /** `due_at`, and `noDeadline` where there is none, so that what has none stands last. */
  due_order: number;
  awaiting_since: number | null;
  /** When the next of its timers comes. */
  wakes_at: number | null;
  newest_at: number;
  closed_at: number | null;
  received_at: number;
  /** The number of the change that made it. */
  received_seq: number;
  /** All that was said in it lies in the archive; whatever alters the item takes this back. */
  archived: number;
  body: string;
}

/** Stands after every deadline; the largest integer that every engine and JavaScript hold alike. */
export const noDeadline = Number.MAX_SAFE_INTEGER;

export interface MessageRow {
  desk: string;
  item: string;
  id: string;
  /** The number of the change that brought it. */
  seq: number;
  channel: string;
  /** Null for notes, which no platform knows; `(desk, channel, external_id)` is unique. */
  external_id: string | null;
  direction: string;
  at: number;
  /** Its item's kind; null for what was brought before this was noted. */
  kind: string | null;
  /** Empty: it lies in the archive. */
  body: string;
}

/** The body of a message that was moved away from where the others lie. One that stands in `messages` is the newer. */
export interface ArchiveRow {
  desk: string;
  item: string;
  message: string;
  channel: string;
  body: string;
}

export interface ResponseRow {
  desk: string;
  item: string;
  /** The reply that ended the wait. */
  message: string;
  /** The number of the change that it came with, and its place among those of the same change: the thread's order. */
  seq: number;
  position: number;
  channel: string;
  kind: string;
  need: string;
  from_at: number;
  to_at: number;
  ms: number;
  by: string | null;
  author: string;
  target_ms: number;
  within: number;
  first: number;
}

export interface PostRow {
  desk: string;
  id: string;
  at: number;
  wakes_at: number | null;
  /** A variant is still planned or due. */
  unfinished: number;
  source: string | null;
  body: string;
}

export interface BriefingRow {
  desk: string;
  id: string;
  at: number;
  body: string;
}

export interface LogRow {
  desk: string;
  seq: number;
  at: number;
  /** Who commanded it. */
  actor: string;
  /** Under which id, which of the command's changes it is, and the fingerprint of what was said; null for arrivals. */
  command: string | null;
  part: number | null;
  hash: string | null;
  type: string;
  /** The item that it is about, with its channel and kind, by which views are filtered. */
  item: string | null;
  channel: string | null;
  kind: string | null;
  /** The change as JSON in the form of the wire. */
  body: string;
}

/** The columns of each table in the order in which rows are handed over as lists. */
export const columns = {
  members: ["desk", "id", "user", "body"],
  channels: ["desk", "id", "body"],
  items: [
    "desk",
    "id",
    "channel",
    "kind",
    "author",
    "thread",
    "status",
    "need",
    "assignee",
    "open",
    "queued",
    "rank",
    "due_at",
    "due_order",
    "awaiting_since",
    "wakes_at",
    "newest_at",
    "closed_at",
    "received_at",
    "received_seq",
    "archived",
    "body",
  ],
  messages: ["desk", "item", "id", "seq", "channel", "external_id", "direction", "at", "kind", "body"],
  archive: ["desk", "item", "message", "channel", "body"],
  responses: [
    "desk",
    "item",
    "message",
    "seq",
    "position",
    "channel",
    "kind",
    "need",
    "from_at",
    "to_at",
    "ms",
    "by",
    "author",
    "target_ms",
    "within",
    "first",
  ],
  posts: ["desk", "id", "at", "wakes_at", "unfinished", "source", "body"],
  briefings: ["desk", "id", "at", "body"],
  log: ["desk", "seq", "at", "actor", "command", "part", "hash", "type", "item", "channel", "kind", "body"],
} as const satisfies { readonly [T in Exclude<keyof Tables, "desks">]: ReadonlyArray<keyof Tables[T]> };

/** A value of a column. */
export type Cell = string | number | null;
/** A row as a list, in the order of `columns`. */
export type CellRow = readonly Cell[];

/** The row as a list in the order of the table's columns. */
export function cellsOf<T extends keyof typeof columns>(table: T, row: Tables[T]): CellRow {
  return columns[table].map((column) => (row as unknown as Record<string, Cell>)[column] ?? null);
}
