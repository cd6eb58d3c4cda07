import type { StoreUnavailable } from "../../desk/store.ts";
import { readAddress } from "./address.ts";
import { type Connection, Connections, type Purpose } from "./connections.ts";
import { isLost, stateOf } from "./failure.ts";
import { isMigrated, migrate } from "./migrate.ts";
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
  {
    onFatal,
    onAway,
  }: {
    readonly onFatal: (error: Error) => void;
    /** Called each time that something could not be done as the database is away, by whomever it was asked. */
    readonly onAway?: ((error: StoreUnavailable) => void) | undefined;
  },
): Promise<PostgresStore> {
  const { reached, where } = await reach(address, prepare);
  const store = new PostgresStore(reached, { onFatal, onAway });
  try {
    await store.setClock();
  } catch (error) {
    await store.close();
    throw explain(error, where);
  }
  return store;
}

/**
 * Makes sure that the desks of a database can be read. Nothing is written there, so that it may be a standby, or lose what
 * it commits; only tables of an older release are brought to this one's.
 * @returns its address as the driver is to be given it; null if there are no tables
 * @throws DatabaseUnusable if the database cannot be used.
 */
export async function reachToRead(address: string): Promise<string | null> {
  const { reached, result } = await reach(address, async (href) => {
    const found = await once(href, "reporting", isMigrated);
    if (found === false) await once(href, "migrating", migrate);
    return found;
  });
  return result === null ? null : reached;
}

/**
 * Does something at an address, with TLS or without as it says.
 * @throws DatabaseUnusable if the database cannot be used.
 */
async function reach<T>(
  address: string,
  work: (href: string) => Promise<T>,
): Promise<{ readonly reached: string; readonly where: string; readonly result: T }> {
  const { href, where, withoutTls, files } = readAddress(address);
  requireFiles(files);
  try {
    try {
      return { reached: href, where, result: await work(href) };
    } catch (error) {
      if (withoutTls === null || !isWithoutTls(error)) throw error;
      return { reached: withoutTls, where, result: await work(withoutTls) };
    }
  } catch (error) {
    throw explain(error, where);
  }
}

/** Makes the tables, and looks at the connection that is to write as it will be used. */
async function prepare(address: string): Promise<void> {
  await once(address, "migrating", migrate);
  await once(address, "writing", async () => undefined);
}

/** Does one thing on a connection of its own. */
async function once<T>(address: string, purpose: Purpose, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connections = new Connections(address, purpose, 1);
  try {
    return await connections.with(work);
  } finally {
    await connections.end();
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
    case "55000":
      return new DatabaseUnusable(
        "database.closed",
        `The database at ${where} lets nobody in. Have it take connections: alter database NAME allow_connections true.`,
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
