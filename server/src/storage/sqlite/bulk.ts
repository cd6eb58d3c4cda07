import { sql } from "kysely";
import type { Bulk } from "../queries/bulk.ts";
import { type Cell, columns } from "../tables.ts";
import { alteredIn, inserting, keyOf, quoted } from "../written.ts";
import type { Connection } from "./connection.ts";

/**
 * Many rows at once in SQLite: lists go in as one JSON parameter; rows are written one by one by a prepared statement,
 * which for 500 items of 1 KB takes a third of the time that `insert … select … from json_each(?)` does, because
 * nothing is escaped, parsed and rendered again. Of a row that is there only what differs is set: SQLite writes every
 * index anew that a column named in an update stands in, and each is a page or more that the commit has to bring to disk
 * (a claim touched ten, and touches seven).
 */
export function bulkOf({ prepare }: Pick<Connection, "prepare">): Bulk {
  return {
    texts: (names, rows) => {
      const cells = names.map((name, index) => sql`value ->> ${sql.lit(index)} as ${sql.ref(name)}`);
      return sql`(select ${sql.join(cells)} from json_each(${JSON.stringify(rows)}))`;
    },
    among: (column, values) => sql`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`,
    put: (table, rows) => {
      if (rows.length === 0) return;
      const { insert, read, key, altered, where } = statementsOf(table);
      const inserted = prepare(insert);
      for (const row of rows as ReadonlyArray<Cell[]>) {
        if (inserted.run(...row).changes > 0) continue;
        const keyed = key.map((place) => row[place] ?? null);
        const stands = prepare(read).get(...keyed);
        const differing = altered.filter(({ name, place }) => stands?.[name] !== row[place]);
        if (differing.length === 0) continue;
        const set = differing.map(({ name }) => `${quoted(name)} = ?`);
        prepare(`update ${table} set ${set} where ${where}`).run(
          ...differing.map(({ place }) => row[place] ?? null),
          ...keyed,
        );
      }
    },
    moveOn: (desk, seq, at) => {
      prepare("update desks set seq = ?, at = ? where desk = ?").run(seq, at, desk);
    },
  };
}

type Table = keyof typeof columns;

/** What writes the rows of a table; places are those in the order of its columns. */
interface Statements {
  /** Writes nothing where the row is there already. */
  readonly insert: string;
  /** Reads what is altered in a row that is there. */
  readonly read: string;
  readonly where: string;
  readonly key: readonly number[];
  readonly altered: ReadonlyArray<{ readonly name: string; readonly place: number }>;
}

const statements = new Map<Table, Statements>();

function statementsOf(table: Table): Statements {
  let known = statements.get(table);
  if (known === undefined) {
    const { insert, onConflict } = inserting(table);
    const ignored = onConflict === "" ? "" : `${onConflict} do nothing`;
    const placeOf = (name: string) => (columns[table] as readonly string[]).indexOf(name);
    const where = keyOf(table)
      .map((name) => `${quoted(name)} = ?`)
      .join(" and ");
    known = {
      insert: `${insert} values (${columns[table].map(() => "?")})${ignored}`,
      read: `select ${alteredIn(table).map(quoted)} from ${table} where ${where}`,
      where,
      key: keyOf(table).map(placeOf),
      altered: alteredIn(table).map((name) => ({ name, place: placeOf(name) })),
    };
    statements.set(table, known);
  }
  return known;
}
