import { type RawBuilder, sql } from "kysely";
import type { Bulk } from "../queries/bulk.ts";
import { type CellRow, columns } from "../tables.ts";
import { alteredIn, inserting, keyOf, quoted } from "../written.ts";
import { binaryArray, type ElementType } from "./arrays.ts";
import type { Send } from "./one-connection.ts";

/** The columns that hold numbers; all others hold texts. */
const numeric: ReadonlySet<string> = new Set([
  "seq",
  "at",
  "part",
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
  "position",
  "from_at",
  "to_at",
  "ms",
  "target_ms",
  "within",
  "first",
  "unfinished",
]);

/** The type of a column, whichever table's it is. */
export const typeOf = (column: string): ElementType => (numeric.has(column) ? "bigint" : "text");

/** Many rows at once in PostgreSQL: each column goes in as one array, and `unnest` makes rows of them again. */
export function bulkOf(send: Send): Bulk {
  return {
    texts: <C extends string>(names: readonly C[], rows: ReadonlyArray<readonly string[]>) => {
      const lists = names.map((_, place) => textArray(rows.map((row) => row[place] ?? null)));
      const cells = names.map((name) => sql.ref(name));
      return sql`(select * from unnest(${sql.join(lists)}) as given (${sql.join(cells)}))`;
    },
    // A condition of an index; a list to join with is put after the whole table where a plan is older than its rows.
    among: (column, values) => sql`${sql.ref(column)} = any(${textArray(values)})`,
    put: async (table, rows) => {
      const last = newest(table, rows);
      if (last.length === 0) return;
      const lists = columns[table].map((column, place) =>
        binaryArray(
          typeOf(column),
          last.map((row) => row[place] ?? null),
        ),
      );
      await send(statementFor(table), lists);
    },
    moveOn: async (desk, seq, at) => {
      await send("update desks set seq = $1, at = $2 where desk = $3", [seq, at, desk]);
    },
  };
}

function textArray(values: ReadonlyArray<string | null>): RawBuilder<unknown> {
  return sql`${binaryArray("text", values)}::text[]`;
}

/** One statement must not write a row twice: of those with one key the last stands, as if written one by one. */
export function newest(table: keyof typeof columns, rows: readonly CellRow[]): readonly CellRow[] {
  const key = keyOf(table);
  if (key.length === 0 || rows.length < 2) return rows;
  const places = key.map((name) => (columns[table] as readonly string[]).indexOf(name));
  const byKey = new Map<string, CellRow>();
  for (const row of rows) byKey.set(places.map((place) => row[place]).join("\n"), row);
  return byKey.size === rows.length ? rows : [...byKey.values()];
}

const statements = new Map<string, string>();

function statementFor(table: keyof typeof columns): string {
  let statement = statements.get(table);
  if (statement === undefined) {
    const lists = columns[table].map((column, place) => `$${place + 1}::${typeOf(column)}[]`);
    statement = writing(table, `select * from unnest(${lists})`);
    statements.set(table, statement);
  }
  return statement;
}

/** The statement that writes rows to a table. `source` is the part of it that gives them, with the table's columns. */
export function writing(table: keyof typeof columns, source: string): string {
  const { insert, onConflict } = inserting(table);
  const set = alteredIn(table).map((name) => `${quoted(name)} = excluded.${quoted(name)}`);
  const replaced = onConflict === "" ? "" : `${onConflict} do update set ${set}`;
  return `${insert} ${source}${replaced}`;
}
