import { sql } from "kysely";
import type { Bulk } from "../queries/bulk.ts";
import { type CellRow, columns } from "../tables.ts";
import type { Connection } from "./connection.ts";

/** What finds the row that is there already. */
const keys: { readonly [T in keyof typeof columns]: readonly string[] } = {
  members: ["desk", "id"],
  channels: ["desk", "id"],
  items: ["desk", "id"],
  messages: ["desk", "item", "id"],
  responses: ["desk", "item", "message"],
  posts: ["desk", "id"],
  log: [],
};

/** What stays as it was first written: by which change something came. */
const kept: ReadonlySet<string> = new Set(["items.received_seq", "messages.seq"]);

/**
 * Many rows at once in SQLite: lists go in as one JSON parameter; rows are written one by one by a prepared statement,
 * which for 500 items of 1 KB takes a third of the time that `insert … select … from json_each(?)` does, because
 * nothing is escaped, parsed and rendered again.
 */
export function bulkOf(connection: Connection): Bulk {
  return {
    texts: (names, rows) => {
      const cells = names.map((name, index) => sql`value ->> ${sql.lit(index)} as ${sql.ref(name)}`);
      return sql`(select ${sql.join(cells)} from json_each(${JSON.stringify(rows)}))`;
    },
    list: (values) => sql`(select value from json_each(${JSON.stringify(values)}))`,
    put: (table, rows) => {
      if (rows.length === 0) return;
      const statement = connection.prepare(putting(table));
      for (const row of rows) statement.run(...(row as CellRow));
    },
  };
}

const statements = new Map<string, string>();

function putting(table: keyof typeof columns): string {
  const known = statements.get(table);
  if (known !== undefined) return known;
  const names = columns[table];
  const key = keys[table];
  const altered = names.filter((name) => !key.includes(name) && !kept.has(`${table}.${name}`));
  const insert = `insert into ${table} (${names.map(quoted)}) values (${names.map(() => "?")})`;
  const made =
    key.length === 0
      ? insert
      : `${insert} on conflict (${key}) do update set ${altered.map((name) => `${quoted(name)} = excluded.${quoted(name)}`)}`;
  statements.set(table, made);
  return made;
}

function quoted(name: string): string {
  return `"${name}"`;
}
