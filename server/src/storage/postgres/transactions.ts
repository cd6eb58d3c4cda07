import { millis } from "@flowdesk/shared/time/instant.ts";
import { type BatchKeys, OutcomeUnknown } from "../../desk/store.ts";
import type { BatchRows } from "../batch-rows.ts";
import { type BatchTexts, loadBatch, type RosterVersion } from "../queries/load-batch.ts";
import { writeBatch } from "../queries/write-batch.ts";
import type { After } from "../table-store.ts";
import { type Ordered, type WritingName, writings } from "../writings/writings.ts";
import { binaryArray } from "./arrays.ts";
import { clock } from "./clock.ts";
import type { Connection, Connections } from "./connections.ts";
import { isLost, stateOf, told } from "./failure.ts";
import { inOneStatement, type OneStatement } from "./one-statement.ts";

/** A desk's lock that was taken: which it is, what was loaded under it, and the clock then, in ms UTC. */
export interface Taken {
  readonly lock: number;
  readonly texts: BatchTexts;
  readonly at: number;
}

/** Where a desk stands. Undefined where there is no such desk. */
type Stands = { readonly log: string; readonly seq: number; readonly at: number } | undefined;

/** Transactions under the lock of one desk each, as many at once as there are connections. */
export class Transactions {
  readonly #connections: Connections;
  readonly #open = new Map<number, Connection>();
  #last = 0;

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  /** Locks a desk and loads what the keys ask for. Null if there is no such desk. */
  async begin(asked: { desk: string; keys: BatchKeys; has: RosterVersion | null }): Promise<Taken | null> {
    const { desk, keys, has } = asked;
    const connection = await this.#take();
    try {
      // What is loaded is asked for behind the lock, and seen as it is once that has been taken.
      const locking = lockDesk(connection, desk);
      const loading = loadBatch(connection.db, connection.bulk, desk, keys, has);
      loading.catch(() => undefined);
      const stands = await locking;
      const texts = await loading;
      if (texts === null || stands === undefined) {
        await endWith(connection, "rollback");
        return null;
      }
      const lock = ++this.#last;
      this.#open.set(lock, connection);
      return { lock, texts, at: Number(stands.at) };
    } catch (error) {
      connection.release(true);
      if (this.#connections.isOutOfDate(error)) return this.begin(asked);
      throw told(error);
    }
  }

  /** Writes and commits what was decided under a lock. False if there is no such lock: it was another thread's. */
  async commit({ lock, rows }: { lock: number; rows: BatchRows }): Promise<boolean> {
    const connection = this.#open.get(lock);
    if (connection === undefined) return false;
    this.#open.delete(lock);
    const { refused } = this.#connections;
    if (refused !== null) {
      await endWith(connection, "rollback");
      throw told(refused);
    }
    return writeAll(connection, rows);
  }

  async letGo({ lock }: { lock: number }): Promise<void> {
    const connection = this.#open.get(lock);
    this.#open.delete(lock);
    if (connection !== undefined) await endWith(connection, "rollback");
  }

  /** A batch that was decided beside the lock: false, and nothing written, if the desk does not stand there. */
  async commitAfter({ rows, after }: { rows: BatchRows; after: After }): Promise<boolean> {
    const connection = await this.#take();
    const one = inOneStatement(rows, after);
    if (one !== null) return writeOne(connection, one);
    const { log, seq, at, commands } = after;
    const begun = connection.run("begin");
    const held = connection.send(standing, [
      rows.desk,
      log,
      seq,
      texts(commands.map(({ actor }) => actor)),
      texts(commands.map(({ id }) => id)),
      rows.at,
      millis(at),
    ]);
    const sent = [begun, held];
    for (const one of sent) one.catch(() => undefined);
    return writeAll(connection, rows, sent);
  }

  /** Does a writing by its name. Gives how many rows it was. */
  async write({ name, ordered }: { name: WritingName; ordered: Ordered<WritingName> }): Promise<number> {
    const [connection] = await this.#locked(ordered.desk);
    const writing = writings[name] as (source: object, ordered: Ordered<WritingName>) => Promise<number>;
    let rows: number;
    try {
      rows = await writing(connection, ordered);
    } catch (error) {
      connection.release(true);
      throw told(error);
    }
    await endWith(connection, "commit");
    return rows;
  }

  /** Drops every lock that is still held. */
  drop(): void {
    for (const connection of this.#open.values()) connection.release(true);
    this.#open.clear();
  }

  async #take(): Promise<Connection> {
    try {
      return await this.#connections.take();
    } catch (error) {
      throw told(error);
    }
  }

  async #locked(desk: string): Promise<readonly [Connection, Stands]> {
    const connection = await this.#take();
    try {
      return [connection, await lockDesk(connection, desk)];
    } catch (error) {
      connection.release(true);
      throw told(error);
    }
  }
}

/** Begins a transaction, and locks the desk's row in it: where the desk stands, and the clock once it is locked. */
async function lockDesk({ run, send }: Connection, desk: string): Promise<Stands> {
  const begun = run("begin");
  begun.catch(() => undefined);
  const { rows } = await send(
    `select log, seq, ${clock} as at from (select log, seq from desks where desk = $1 for update) as locked`,
    [desk],
  );
  await begun;
  return rows[0] as Stands;
}

const texts = (values: readonly string[]) => binaryArray("text", values);

/**
 * Locks a desk's row, and fails unless the desk stands there, its log has none of the commands, and the time that they
 * were given is the database's own within two seconds (rule L2: a machine's clock may have been set meanwhile). What was
 * sent behind it then comes to nothing, without anybody having waited for the answer. Where it stands is read behind the
 * lock, of what was committed while it was waited for: the batch before may be on its way yet. Each command is looked for
 * by itself: a join may go through the whole log instead.
 */
const standing = `with locked as materialized (select log, seq, at from desks where desk = $1 for update)
  select 1 / count(*) from locked where log = $2 and seq = $3 and at = $7 and abs(${clock} - $6::bigint) < 2000
    and not exists (select 1 from unnest($4::text[], $5::text[]) as given (actor, id)
      where (select true from log where desk = $1 and actor = given.actor and command = given.id limit 1))`;
/** "Division by zero", of which nothing else here is capable. */
const standsElsewhere = "22012";

/**
 * Sends everything that is to be written with the commit behind it: one wait for all the answers, with those to what was
 * `sent` before. False if the desk does not stand where that says.
 */
async function writeAll(
  connection: Connection,
  rows: BatchRows,
  sent: ReadonlyArray<Promise<unknown>> = [],
): Promise<boolean> {
  const { db, bulk, answered } = connection.pipelined();
  try {
    await writeBatch(db, bulk, rows, connection.db);
  } catch (error) {
    // The commit was not sent: nothing of it is there.
    connection.release(true);
    throw told(error);
  }
  const committed = connection.run("commit");
  committed.catch(() => undefined);
  try {
    // After a statement that failed, the database takes a commit for a rollback.
    await Promise.all(sent);
    await answered();
    await committed;
  } catch (error) {
    const isElsewhere = stateOf(error) === standsElsewhere;
    if (isElsewhere) await committed.catch(() => undefined);
    connection.release(!isElsewhere);
    if (isElsewhere) return false;
    throw outcomeOf(error);
  }
  connection.release(false);
  return true;
}

/** Sends a batch that is one statement. False if the desk does not stand where that says. */
async function writeOne(connection: Connection, { text, values }: OneStatement): Promise<boolean> {
  try {
    const { rows } = await connection.send(text, values);
    connection.release(false);
    return rows.length > 0;
  } catch (error) {
    connection.release(true);
    throw outcomeOf(error);
  }
}

/** What failed where the commit had been sent, as those who use the store are told it. */
function outcomeOf(error: unknown): unknown {
  return isLost(error) ? new OutcomeUnknown("The answer to a commit was lost.", { cause: error }) : told(error);
}

async function endWith(connection: Connection, how: "commit" | "rollback"): Promise<void> {
  try {
    await connection.run(how);
  } catch (error) {
    connection.release(true);
    throw told(error);
  }
  connection.release(false);
}
