import { readAddress } from "./address.ts";
import { Connections } from "./connections.ts";
import { isLost, stateOf } from "./failure.ts";
import { migrate } from "./migrate.ts";
import { PostgresStore } from "./postgres-store.ts";
import { explainTls, isTls, isWithoutTls, requireFiles } from "./tls.ts";
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
  const { href, where, withoutTls, files } = readAddress(address);
  requireFiles(files);
  let reached = href;
  try {
    await prepare(href).catch((error: unknown) => {
      if (withoutTls === null || !isWithoutTls(error)) throw error;
      reached = withoutTls;
      return prepare(withoutTls);
    });
  } catch (error) {
    throw explain(error, where);
  }
  const store = new PostgresStore(reached, onFatal);
  try {
    await store.setClock();
  } catch (error) {
    await store.close();
    throw explain(error, where);
  }
  return store;
}

/** Makes the tables, and looks at the connection that is to write as it will be used. */
async function prepare(address: string): Promise<void> {
  for (const [purpose, work] of [
    ["migrating", migrate],
    ["writing", async () => undefined],
  ] as const) {
    const connections = new Connections(address, purpose, 1);
    try {
      await connections.with(work);
    } finally {
      await connections.end();
    }
  }
}

/** Why a database cannot be used, where the error says so; else the error itself. */
export function explain(error: unknown, where: string): unknown {
  if (error instanceof DatabaseUnusable) return error;
  const because = { cause: error };
  if (isTls(error)) return explainTls(error, where);
  switch (stateOf(error)) {
    case "28000":
      return new DatabaseUnusable(
        "database.password",
        `The database at ${where} does not let this user in from this machine, or not without TLS. Look at its pg_hba.conf, and at the address given with --database or FLOWDESK_DATABASE (sslmode=verify-full asks for TLS).`,
        because,
      );
    case "28P01":
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
    case "22023":
    case "42601":
    case "42704":
    case "55P02":
      // What the database says of an option repeats it.
      return new DatabaseUnusable(
        "database.address",
        `The database at ${where} does not take an option of its address (${stateOf(error)}). Look at what stands behind the question mark.`,
        because,
      );
    case "3F000":
      return new DatabaseUnusable(
        "database.schema",
        `There is no schema for the tables in the database at ${where}: its search_path, or that of the address, names none that is there and that this user may use. Make it first: create schema NAME.`,
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
