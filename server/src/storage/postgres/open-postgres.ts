import { Connections } from "./connections.ts";
import { isLost, stateOf } from "./failure.ts";
import { migrate } from "./migrate.ts";
import { PostgresStore } from "./postgres-store.ts";
import { DatabaseUnusable } from "./unusable.ts";

/**
 * Opens the desks of a PostgreSQL database; makes the tables where there are none, and brings older ones to this
 * release's. Any number of processes, on any number of machines, may have it open at once.
 * @param address `postgres://user:password@host:port/database`
 * @throws DatabaseUnusable if the database cannot be used.
 */
export async function openPostgres(
  address: string,
  { onFatal }: { readonly onFatal: (error: Error) => void },
): Promise<PostgresStore> {
  const url = URL.parse(address);
  if (url === null || !/^postgres(ql)?:$/u.test(url.protocol))
    throw new DatabaseUnusable(
      "database.address",
      "A database's address is of the form postgres://user:password@host:5432/name.",
    );
  const where = `${url.hostname === "" ? "this machine" : url.host}${url.pathname}`;
  try {
    for (const [purpose, work] of [
      ["migrating", migrate],
      // The connection that is to write is looked at as it will be used.
      ["writing", async () => undefined],
    ] as const) {
      const connections = new Connections(address, purpose, 1);
      try {
        await connections.with(work);
      } finally {
        await connections.end();
      }
    }
  } catch (error) {
    throw explain(error, where);
  }
  const store = new PostgresStore(address, onFatal);
  try {
    await store.setClock();
  } catch (error) {
    await store.close();
    throw explain(error, where);
  }
  return store;
}

/** Why a database cannot be used, where the error says so; else the error itself. */
export function explain(error: unknown, where: string): unknown {
  if (error instanceof DatabaseUnusable) return error;
  const because = { cause: error };
  switch (stateOf(error)) {
    case "28P01":
    case "28000":
      return new DatabaseUnusable(
        "database.password",
        `The database at ${where} does not take this user and password. Look at the address given with --database or FLOWDESK_DATABASE.`,
        because,
      );
    case "3D000":
      return new DatabaseUnusable(
        "database.unknown",
        `There is no such database at ${where}. Make it first: createdb --encoding UTF8 NAME.`,
        because,
      );
    case "42501":
      return new DatabaseUnusable(
        "database.forbidden",
        `This user may not make tables in ${where}. Make the user the owner of the database.`,
        because,
      );
    case "25006":
      return new DatabaseUnusable(
        "database.readonly",
        `The database at ${where} takes no writes. Name the one that is written to.`,
        because,
      );
    case "53100":
      return new DatabaseUnusable("database.full", `There is no room left for the database at ${where}.`, because);
    default: {
      const state = stateOf(error);
      if (!isLost(error) && state !== "57P03" && state !== "53300") return error;
      return new DatabaseUnusable(
        "database.unreachable",
        `The database at ${where} does not answer (${error instanceof Error ? reasonOf(error) : String(error)}). Is it running, and is the address right?`,
        because,
      );
    }
  }
}

function reasonOf(error: Error): string {
  if (error.message !== "") return error.message;
  // Several addresses of one name were tried.
  return error instanceof AggregateError ? String(error.errors[0]?.message ?? error.name) : error.name;
}
