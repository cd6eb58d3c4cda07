import { millis } from "@flowdesk/shared/time/instant.ts";
import type { BatchRows } from "../batch-rows.ts";
import type { After } from "../table-store.ts";
import { columns } from "../tables.ts";
import { newest, typeOf, writing } from "./bulk.ts";
import { clock } from "./clock.ts";

/** A batch of so few changes is written in one statement: with more of them its steps are lost among its rows. */
export const few = 4;

/** A statement with its values. It gives one row if it has written, and none if the desk stands elsewhere. */
export interface OneStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What a batch writes rows to. */
const tables = [
  "members",
  "channels",
  "items",
  "messages",
  "responses",
  "posts",
  "briefings",
  "log",
] as const satisfies ReadonlyArray<keyof typeof columns & keyof BatchRows>;

/**
 * A small batch that was decided beside the lock as a single statement, which is a transaction of its own: nothing is
 * parsed, sent or answered for the locking, each table and the commit. Null for what is large or is written in steps.
 *
 * The desk is moved on only from where the batch was decided. Whoever else moves it is waited for, and the row is then
 * looked at again as they have left it (PostgreSQL's manual, 13.2.1). Commands that the log was given after the statement
 * began have moved the desk too. Without the desk moved nothing is written.
 */
export function inOneStatement(rows: BatchRows, { log, seq, at, commands }: After): OneStatement | null {
  const isSmall = rows.log.length <= few && commands.length <= few;
  if (!isSmall || rows.altered !== null || rows.closeAfterMs !== null || rows.rederived.length > 0) return null;
  const written = tables
    .map((table) => ({ table, rows: newest(table, rows[table]) }))
    .filter((part) => part.rows.length > 0);
  const text = statementFor(commands.length, written);
  if (text === null) return null;
  return {
    text,
    values: [
      ...[rows.desk, log, seq, rows.at, rows.seq, rows.roster, millis(at)],
      ...commands.flatMap(({ actor, id }) => [actor, id]),
      ...written.flatMap((part) => part.rows.flat()),
    ],
  };
}

interface Part {
  readonly table: (typeof tables)[number];
  readonly rows: readonly unknown[];
}

/** Prepared, each takes some 200 KB of the memory of every connection; what a desk does all day is a dozen of them. */
const mostStatements = 40;
const statements = new Map<string, string>();

/** The statement for so many commands and so many rows of each table; null for one too many. */
function statementFor(commands: number, parts: readonly Part[]): string | null {
  const name = [commands, ...parts.map(({ table, rows }) => `${table} ${rows.length}`)].join();
  const known = statements.get(name);
  if (known !== undefined) return known;
  if (statements.size >= mostStatements) return null;
  let last = 7;
  const value = () => `$${++last}`;
  const statement = `with ${[
    `moved as (${moving(commands, value)})`,
    ...parts.map(({ table, rows }) => {
      const lists = rows.map(() => `(${columns[table].map((column) => `${value()}::${typeOf(column)}`)})`);
      return `into_${table} as (${writing(table, `select given.* from moved, (values ${lists}) as given`)})`;
    }),
  ].join(", ")} select stood from moved`;
  statements.set(name, statement);
  return statement;
}

/**
 * Moves the desk on if it stands there, its log has none of the commands, and the time that they were given is the
 * database's own within two seconds (rule L2: a machine's clock may have been set meanwhile) when it begins, or when
 * somebody else has altered the row whose lock it waited for.
 */
function moving(commands: number, value: () => string): string {
  const isNew = Array.from(
    { length: commands },
    () => `and not exists (select from log where desk = $1 and actor = ${value()} and command = ${value()})`,
  );
  return `update desks set seq = $5, at = $4, roster = coalesce($6::bigint, roster)
    where desk = $1 and log = $2 and seq = $3 and at = $7 and abs(${clock} - $4::bigint) < 2000 ${isNew.join(" ")}
    returning true as stood`;
}
