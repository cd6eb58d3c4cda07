import { DatabaseSync } from "node:sqlite";
import { migrate } from "../sqlite/migrate.ts";
import type { Cell } from "../tables.ts";

/** A table as it is copied. Its columns are those of this release, by their names. */
export interface CopiedTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The primary key: the order in which rows are read, the same on every engine, as texts are compared by their bytes. */
  readonly key: readonly string[];
  /** Columns that hold a time as the sign-in library writes it: read as ISO text from every engine. */
  readonly times: ReadonlySet<string>;
}

/** A row as a list in the order of its table's columns: numbers and texts alone, the same from every engine. */
export type CopiedRow = readonly Cell[];

/** The tables of people, with the column that names the account; they are not kept by desk. */
export const peopleTables: ReadonlyMap<string, string> = new Map([
  ["user", "id"],
  ["account", "userId"],
  ["session", "userId"],
]);

/** What is written for minutes and worth nothing elsewhere. */
const passing: ReadonlySet<string> = new Set(["verification"]);

/**
 * Every table that is copied, what others point to first: read from the migrations, so that a table that is added later
 * is copied without anybody thinking of it.
 */
export function copiedTables(): {
  readonly ofDesks: readonly CopiedTable[];
  readonly ofPeople: readonly CopiedTable[];
} {
  const raw = new DatabaseSync(":memory:");
  try {
    migrate(raw, ":memory:");
    const names = raw
      .prepare(
        "select name from pragma_table_list where type = 'table' and schema = 'main' and name not like 'sqlite_%'",
      )
      .all()
      .map(({ name }) => String(name))
      .filter((name) => !passing.has(name));
    const order = ["desks", ...peopleTables.keys()];
    const tables = names
      .sort((a, b) => rank(order, a) - rank(order, b) || (a < b ? -1 : 1))
      .map((name) => tableOf(raw, name));
    return {
      ofDesks: tables.filter(({ name }) => !peopleTables.has(name)),
      ofPeople: tables.filter(({ name }) => peopleTables.has(name)),
    };
  } finally {
    raw.close();
  }
}

function rank(order: readonly string[], name: string): number {
  const at = order.indexOf(name);
  return at === -1 ? order.length : at;
}

function tableOf(raw: DatabaseSync, name: string): CopiedTable {
  const columns = raw
    .prepare("select name, lower(type) as type, pk from pragma_table_info(?) order by cid")
    .all(name)
    .map((column) => ({ name: String(column.name), type: String(column.type), place: Number(column.pk) }));
  return {
    name,
    columns: columns.map((column) => column.name),
    key: columns
      .filter(({ place }) => place > 0)
      .sort((a, b) => a.place - b.place)
      .map((column) => column.name),
    times: new Set(columns.filter(({ type }) => type === "date").map((column) => column.name)),
  };
}
