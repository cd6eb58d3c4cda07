import { columns } from "./tables.ts";

type Written = keyof typeof columns;

/** What finds the row that is there already. */
const keys: { readonly [T in Written]: readonly string[] } = {
  members: ["desk", "id"],
  channels: ["desk", "id"],
  items: ["desk", "id"],
  messages: ["desk", "item", "id"],
  archive: ["desk", "item", "message"],
  responses: ["desk", "item", "message"],
  posts: ["desk", "id"],
  briefings: ["desk", "id"],
  log: [],
};

/** What stays as it was first written: by which change something came. */
const kept: ReadonlySet<string> = new Set(["items.received_seq", "messages.seq"]);

/** The columns by which a row is found that is there already; none for the log, which only grows. */
export function keyOf(table: Written): readonly string[] {
  return keys[table];
}

/** The columns that are written anew where a row is there already. */
export function alteredIn(table: Written): readonly string[] {
  const key = keys[table];
  return columns[table].filter((name) => !key.includes(name) && !kept.has(`${table}.${name}`));
}

/** The start of the statement by which every engine writes rows, and the end that says which row is there already. */
export function inserting(table: Written): { readonly insert: string; readonly onConflict: string } {
  const key = keys[table];
  return {
    insert: `insert into ${table} (${columns[table].map(quoted)})`,
    onConflict: key.length === 0 ? "" : ` on conflict (${key})`,
  };
}

export function quoted(name: string): string {
  return `"${name}"`;
}
