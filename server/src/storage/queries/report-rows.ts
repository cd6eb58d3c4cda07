import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { ItemEntry, ResponseEntry } from "@flowdesk/shared/protocol/review.ts";
import { personKey } from "@flowdesk/shared/protocol/review.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Narrowed, ReportScope } from "../../report/scope.ts";
import type { Reading } from "./reading.ts";
import { dismissedConditions, openConditions } from "./report-responses.ts";
import { allOf, isEmptyScope, responseConditions, scopeConditions, spanConditions } from "./report-scope.ts";

/** Where the next page begins: the last row's time and key. */
export interface RowCursor {
  readonly at: number;
  readonly item: string;
  readonly message: string;
}

export interface RowsAsked {
  readonly scope: ReportScope;
  readonly narrowed: Narrowed;
  readonly limit: number;
  readonly after: RowCursor | null;
}

/** A response as a file of them has it. */
export interface ResponseFields {
  readonly item: string;
  readonly message: string;
  readonly channel: string;
  readonly kind: string;
  readonly need: string;
  /** The author of the item, by whom it is looked up: case folded. */
  readonly customer: string;
  /** In ms UTC. */
  readonly from_at: number;
  readonly to_at: number;
  readonly ms: number;
  readonly target_ms: number;
  readonly first: number;
  readonly by: string | null;
  readonly author: string;
}

/** Responses of a scope in the order of their time, a page at a time. */
export const responseFields: Reading<RowsAsked, { rows: ResponseFields[]; next: RowCursor | null }> = async (
  { db },
  { scope, narrowed, limit, after },
) => {
  if (isEmptyScope(scope)) return { rows: [], next: null };
  const rows = await db
    .selectFrom("responses")
    .innerJoin("items", (join) =>
      join.onRef("items.desk", "=", "responses.desk").onRef("items.id", "=", "responses.item"),
    )
    .select([
      "responses.item",
      "responses.message",
      "responses.channel",
      "responses.kind",
      "responses.need",
      "items.author as customer",
      "responses.from_at",
      "responses.to_at",
      "responses.ms",
      "responses.target_ms",
      "responses.first",
      "responses.by",
      "responses.author",
    ])
    .where(allOf(rowConditions(scope, narrowed)))
    .where(after === null ? sql<SqlBool>`1 = 1` : isBeyond(after, ">"))
    .orderBy("responses.to_at")
    .orderBy("responses.item")
    .orderBy("responses.message")
    .limit(limit)
    .execute();
  return { rows, next: cursorAfter(rows, limit) };
};

/** The responses behind a figure, the newest first. */
export const responsesBehind: Reading<RowsAsked, { responses: ResponseEntry[]; next: RowCursor | null }> = async (
  { db },
  { scope, narrowed, limit, after },
) => {
  if (isEmptyScope(scope)) return { responses: [], next: null };
  const rows = await db
    .selectFrom("responses")
    .innerJoin("items", (join) =>
      join.onRef("items.desk", "=", "responses.desk").onRef("items.id", "=", "responses.item"),
    )
    .selectAll("responses")
    .select("items.body")
    .where(allOf(rowConditions(scope, narrowed)))
    .where(after === null ? sql<SqlBool>`1 = 1` : isBeyond(after, "<"))
    .orderBy("responses.to_at", "desc")
    .orderBy("responses.item", "desc")
    .orderBy("responses.message", "desc")
    .limit(limit)
    .execute();
  const responses = rows.map((row): ResponseEntry => {
    const { author, preview } = JSON.parse(row.body) as Item;
    return {
      item: row.item,
      message: row.message,
      channel: row.channel,
      kind: row.kind as ResponseEntry["kind"],
      need: row.need as ResponseEntry["need"],
      customer: author.handle,
      preview,
      from: instant(row.from_at),
      to: instant(row.to_at),
      ms: row.ms,
      targetMs: row.target_ms,
      within: row.ms <= row.target_ms,
      first: row.first === 1,
      person: personKey(row.by, row.author),
    };
  });
  return { responses, next: cursorAfter(rows, limit) };
};

function rowConditions(scope: ReportScope, narrowed: Narrowed): RawBuilder<SqlBool>[] {
  return [
    ...scopeConditions("responses", scope),
    ...spanConditions(sql.ref("responses.to_at"), scope),
    ...responseConditions(scope, narrowed),
  ];
}

/** Whether a response stands beyond the last of the page before. Compared as one row: by time, then by key. */
function isBeyond({ at, item, message }: RowCursor, direction: "<" | ">"): RawBuilder<SqlBool> {
  return sql<SqlBool>`(responses.to_at, responses.item, responses.message) ${sql.raw(direction)} (${at}, ${item}, ${message})`;
}

function cursorAfter(
  rows: ReadonlyArray<{ to_at: number; item: string; message: string }>,
  limit: number,
): RowCursor | null {
  const last = rows.at(-1);
  return last === undefined || rows.length < limit ? null : { at: last.to_at, item: last.item, message: last.message };
}

export interface ItemsAsked extends RowsAsked {
  readonly list: "open" | "dismissed";
  /** The time at which ages are reckoned, in ms UTC. */
  readonly now: number;
}

/** The items that wait, the longest first, or that were dismissed, the last first. */
export const itemsBehind: Reading<ItemsAsked, { items: ItemEntry[]; next: RowCursor | null }> = async (
  { db },
  { list, scope, narrowed, now, limit, after },
) => {
  if (isEmptyScope(scope)) return { items: [], next: null };
  const isOpen = list === "open";
  const column = isOpen ? "items.awaiting_since" : "items.closed_at";
  const conditions = isOpen ? [...openConditions(scope), ...ageConditions(narrowed, now)] : dismissedConditions(scope);
  const rows = await db
    .selectFrom("items")
    .select(["items.id", "items.body"])
    .select(sql<number>`${sql.ref(column)}`.as("at"))
    .where(allOf(conditions))
    .where(
      after === null
        ? sql<SqlBool>`1 = 1`
        : sql<SqlBool>`(${sql.ref(column)}, items.id) ${sql.raw(isOpen ? ">" : "<")} (${after.at}, ${after.item})`,
    )
    .orderBy(column, isOpen ? "asc" : "desc")
    .orderBy("items.id", isOpen ? "asc" : "desc")
    .limit(limit)
    .execute();
  const last = rows.at(-1);
  return {
    items: rows.map(({ body }) => entryOf(JSON.parse(body) as Item)),
    next: last === undefined || rows.length < limit ? null : { at: last.at, item: last.id, message: "" },
  };
};

/** An age of more than `over` and not more than `upTo`; what arrived a moment ahead of the clock has no age yet. */
function ageConditions({ over, upTo }: Narrowed, now: number): RawBuilder<SqlBool>[] {
  return [
    ...(over === undefined ? [] : [sql<SqlBool>`items.awaiting_since < ${now - over}`]),
    ...(upTo === undefined ? [] : [sql<SqlBool>`items.awaiting_since >= ${now - upTo}`]),
  ];
}

function entryOf(item: Item): ItemEntry {
  const { dismissed } = item;
  return {
    item: item.id,
    channel: item.channel,
    kind: item.kind,
    need: item.need,
    customer: item.author.handle,
    preview: item.preview,
    status: item.status,
    mark: item.mark,
    assignee: item.assignee,
    awaitingSince: item.awaitingSince,
    dueAt: item.dueAt,
    dismissed: dismissed === null ? null : { reason: dismissed.reason, at: dismissed.at },
  };
}
