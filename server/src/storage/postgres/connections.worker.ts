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

/** By how many ms the database's clock is ahead of this machine's, and whether its disk keeps what is committed. */
async function look({ run }: Connection): Promise<{ ahead: number; isKept: boolean }> {
  const sent = Date.now();
  const [seen] = await run(`select ${clock} as at, current_setting('fsync') as fsync`);
  // Read in the middle of the time that the question took.
  return { ahead: Math.round(Number(seen?.at) - (sent + Date.now()) / 2), isKept: seen?.fsync !== "off" };
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

  /** The heads of all desks, and with them the clock, and whether what is committed is kept: else nothing is written. */
  heads: (): Promise<{ heads: readonly HeadRow[]; ahead: number; isKept: boolean }> =>
    on(reading, async (connection) => {
      const [heads, seen] = await Promise.all([
        readings.heads({ db: connection.db, bulk: connection.bulk }, null),
        look(connection),
      ]);
      writing.refuse(seen.isKept ? null : notDurable("fsync"));
      return { heads, ...seen };
    }),

  ready: (): Promise<void> =>
    on(writing, async ({ run, send }) => {
      await checkWriting(send);
      await run("update flowdesk set version = version");
    }),

  close: async (): Promise<void> => {
    transactions.drop();
    await Promise.all([writing.end(), reading.end()]);
  },
};

export type ConnectionMethods = typeof methods;

serveCalls(methods, { isFull: (error) => error instanceof StorageFull, atOnce: true });
