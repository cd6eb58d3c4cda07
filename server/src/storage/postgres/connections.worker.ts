import { workerData } from "node:worker_threads";
import { StorageFull } from "../../desk/store.ts";
import { serveCalls } from "../calls.ts";
import type { HeadRow } from "../queries/heads.ts";
import { type ReadingName, readings } from "../queries/readings.ts";
import type { QueryOutcome } from "../table-store.ts";
import type { DeskRow } from "../tables.ts";
import { checkWriting, notDurable } from "./check.ts";
import { clock } from "./clock.ts";
import { type Connection, Connections } from "./connections.ts";
import { told } from "./failure.ts";
import { readOn } from "./read.ts";
import { Transactions } from "./transactions.ts";

/** So many connections a node has at most, for each purpose; those of its readings of much are others. */
const most = { writing: 10, reading: 4 };

const { url } = workerData as { url: string };
const writing = new Connections(url, "writing", most.writing);
const reading = new Connections(url, "reading", most.reading);
const transactions = new Transactions(writing);

async function on<T>(connections: Connections, work: (connection: Connection) => Promise<T>): Promise<T> {
  try {
    return await connections.with(work);
  } catch (error) {
    throw told(error);
  }
}

/**
 * Which database this is, and since when: it is another text after a restart, a fail-over, and where a backup was put in
 * its place, as a database or as its tables.
 */
const place = `concat_ws(' ', extract(epoch from pg_postmaster_start_time()), 'desks'::regclass::oid,
  (select oid from pg_database where datname = current_database()))`;

/**
 * Takes a megabyte of new pages, and gives them back. A row that is written anew finds room in its own page, and what was
 * deleted leaves some, on a disk on which no batch has any.
 */
const takesRoom = `begin; create table flowdesk_room as select repeat('-', 2000) as filling from generate_series(1, 512);
  rollback`;

/** Whoever owns the tables alone may not make another. */
async function mayTakeRoom(run: Connection["run"]): Promise<boolean> {
  const [right] = await run("select has_schema_privilege(current_schema(), 'create') as given");
  return right?.given === true;
}

/** What is seen of the database as it stands. */
interface Seen {
  /** By how many ms its clock is ahead of this machine's. */
  readonly ahead: number;
  /** Whether its disk keeps what is committed. */
  readonly isKept: boolean;
  readonly place: string;
}

async function look({ run }: Connection): Promise<Seen> {
  const sent = Date.now();
  const [seen] = await run(`select ${clock} as at, current_setting('fsync') as fsync, ${place} as place`);
  // Read in the middle of the time that the question took.
  return {
    ahead: Math.round(Number(seen?.at) - (sent + Date.now()) / 2),
    isKept: seen?.fsync !== "off",
    place: String(seen?.place),
  };
}

/** What the thread that speaks with the database can be asked. */
const methods = {
  begin: transactions.begin.bind(transactions),
  commit: transactions.commit.bind(transactions),
  letGo: transactions.letGo.bind(transactions),
  commitAfter: transactions.commitAfter.bind(transactions),
  write: transactions.write.bind(transactions),

  createDesk: (desk: DeskRow): Promise<boolean> =>
    on(writing, async ({ db }) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("desks")
        .values(desk)
        .onConflict((conflict) => conflict.column("desk").doNothing())
        .executeTakeFirstOrThrow();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    }),

  read: ({ name, args }: { name: ReadingName; args: never }): Promise<unknown> =>
    on(reading, (connection) => readOn(connection, name, args)),

  query: (asked: { sql: string; parameters: readonly unknown[]; writes: boolean }): Promise<QueryOutcome> =>
    on(asked.writes ? writing : reading, async ({ send }) => {
      const { rows, affected } = await send(asked.sql, asked.parameters);
      return { rows, ...(affected === null ? {} : { numAffectedRows: BigInt(affected) }) };
    }),

  ahead: async (): Promise<number> => (await on(reading, look)).ahead,

  /** The heads of all desks, and what is seen with them: where what is committed is not kept nothing is written. */
  heads: (): Promise<Seen & { heads: readonly HeadRow[] }> =>
    on(reading, async (connection) => {
      const [heads, seen] = await Promise.all([
        readings.heads({ db: connection.db, bulk: connection.bulk }, null),
        look(connection),
      ]);
      writing.refuse(seen.isKept ? null : notDurable("fsync"));
      return { heads, ...seen };
    }),

  ready: ({ hasBeenFull }: { hasBeenFull: boolean }): Promise<void> =>
    on(writing, async ({ run, send }) => {
      await checkWriting(send);
      await run(hasBeenFull && (await mayTakeRoom(run)) ? takesRoom : "update flowdesk set version = version");
    }),

  close: async (): Promise<void> => {
    transactions.drop();
    await Promise.all([writing.end(), reading.end()]);
  },
};

export type ConnectionMethods = typeof methods;

serveCalls(methods, { isFull: (error) => error instanceof StorageFull, atOnce: true });
