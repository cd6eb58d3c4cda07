import pg from "pg";
import { binaryArray } from "../postgres/arrays.ts";
import { clientConfig } from "../postgres/connections.ts";
import { stateOf, told } from "../postgres/failure.ts";
import { openPostgres, reachToRead } from "../postgres/open-postgres.ts";
import type { CopiedRow, CopiedTable } from "./copied-tables.ts";
import { CopyRefused } from "./copy-refused.ts";
import type { Among, CopySource, CopyTarget } from "./place.ts";

const quoted = (name: string) => `"${name}"`;
const listOf = (names: readonly string[]) => names.map(quoted).join(", ");

/**
 * One state of a PostgreSQL database, read beside whoever writes it. It may be a standby, or set to read only.
 * @throws CopyRefused if there are no tables; DatabaseUnusable if it cannot be used
 */
export async function openPostgresSource(url: string): Promise<CopySource> {
  const reached = await reachToRead(url);
  if (reached === null)
    throw new CopyRefused(
      "copy.source.missing",
      "There are no tables of Flowdesk's in the database: nothing to copy from. Is it the one that was meant?",
    );
  const client = await connected(reached, "begin isolation level repeatable read read only");
  return { ...reading(client), close: () => client.end() };
}

export async function openPostgresTarget(url: string): Promise<CopyTarget> {
  const store = await openPostgres(url, {
    onFatal: (error) => {
      throw error;
    },
  });
  await store.close();
  const client = await connected(store.address, "begin");
  const types = await typesOf(client);
  return {
    ...reading(client),
    insert: async ({ name, columns }, rows) => {
      const typed = columns.map((column) => ({ column, type: types.get(`${name}.${column}`) ?? "text" }));
      const lists = typed.map(({ type }, place) =>
        binaryArray(
          type === "bigint" ? "bigint" : "text",
          rows.map((row) => row[place] ?? null),
        ),
      );
      const given = typed.map(({ type }, place) => `$${place + 1}::${type === "bigint" ? "bigint" : "text"}[]`);
      const cells = typed.map(({ column, type }) =>
        type === "bigint" || type === "text" ? `given.${quoted(column)}` : `given.${quoted(column)}::${type}`,
      );
      await asked(
        client,
        `insert into ${quoted(name)} (${listOf(columns)}) select ${cells.join(", ")} from unnest(${given.join(", ")}) as given (${listOf(columns)})`,
        lists,
      );
    },
    giveSecret: async (secret) => {
      const { rowCount } = await asked(
        client,
        "insert into account_secret (one, secret) values (1, $1) on conflict do nothing",
        [secret],
      );
      return rowCount === 1;
    },
    commit: async () => {
      await asked(client, "commit", []);
    },
    close: () => client.end(),
  };
}

/** Connects to a database, as it was reached, for as long as a copy takes. */
async function connected(reached: string, begin: string): Promise<pg.Client> {
  const client = new pg.Client(clientConfig(reached));
  client.on("error", () => undefined);
  await client.connect();
  // Of two copies into one place the second waits at the first desk's row, and is refused.
  await client.query("set statement_timeout = 0; set idle_in_transaction_session_timeout = 600000");
  await client.query(begin);
  // A transaction has its state from its first question on.
  await client.query("select 1 from desks limit 1");
  return client;
}

/** The type of every column as the database has it, by `table.column`. */
async function typesOf(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await asked(
    client,
    "select table_name, column_name, data_type from information_schema.columns where table_schema = current_schema()",
    [],
  );
  return new Map(rows.map((row) => [`${row.table_name}.${row.column_name}`, String(row.data_type)]));
}

async function asked(client: pg.Client, text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
  try {
    return await client.query({ text, values: [...values] });
  } catch (error) {
    if (stateOf(error) === "23505")
      throw new CopyRefused(
        "copy.desk.exists",
        "Somebody has written the same desk or account into the target meanwhile. Nothing of this copy is kept.",
        { cause: error },
      );
    throw told(error);
  }
}

function reading(client: pg.Client): Omit<CopySource, "close"> {
  const where = ({ column }: Among) => `${quoted(column)} = any($1::text[])`;
  return {
    count: async ({ name }, among) => {
      const { rows } = await asked(client, `select count(*) as count from ${quoted(name)} where ${where(among)}`, [
        binaryArray("text", among.values),
      ]);
      return Number(rows[0]?.count);
    },
    page: async (table, among, after, limit) => {
      const { name, columns, key } = table;
      const behind =
        after === null ? "" : ` and (${listOf(key)}) > (${key.map((_, place) => `$${place + 2}`).join(", ")})`;
      const { rows } = await asked(
        client,
        `select ${listOf(columns)} from ${quoted(name)} where ${where(among)}${behind} order by ${listOf(key)} limit ${limit}`,
        [binaryArray("text", among.values), ...(after ?? [])],
      );
      return rows.map((row: Record<string, unknown>) => neutral(table, row));
    },
    all: async ({ name }, column) => {
      const { rows } = await asked(
        client,
        `select ${quoted(column)} as value from ${quoted(name)} where ${quoted(column)} is not null order by 1`,
        [],
      );
      return rows.map(({ value }: { value: string }) => value);
    },
    secret: async () => {
      const { rows } = await asked(client, "select secret from account_secret", []);
      return rows[0] === undefined ? null : String(rows[0].secret);
    },
  };
}

function neutral({ columns, times }: CopiedTable, row: Record<string, unknown>): CopiedRow {
  return columns.map((column) => {
    const value = row[column] ?? null;
    if (value === null) return null;
    if (times.has(column)) return new Date(value as string | Date).toISOString();
    return typeof value === "boolean" ? Number(value) : (value as string | number);
  });
}
