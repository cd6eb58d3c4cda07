import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Random } from "@flowdesk/server/intake/sources/simulator/random.ts";
import pg from "pg";
import { pause } from "../../bench/clock.ts";
import { type PostgresServer, startPostgres } from "../../fixtures/postgres-server.ts";
import { type Fault, faultDesk, type Ground, makeDesk } from "./ground.ts";
import { FaultNode } from "./node.ts";
import { areReadyAgain, staysFull } from "./readiness.ts";
import { smallDisk } from "./small-disk.ts";

/** Backends of the servers, with what each of them did last. */
const backends = `select pid, state, query, extract(epoch from clock_timestamp() - state_change) * 1000 as since
  from pg_stat_activity where application_name = 'flowdesk' and datname = current_database()`;
interface Backend {
  readonly pid: number;
  readonly state: string | null;
  readonly query: string;
  /** For how long it has been in that state, in ms. */
  readonly since: number;
}

/** Three servers on a real PostgreSQL. */
export async function postgresGround(): Promise<Ground> {
  const disk = smallDisk(1_500);
  let server: PostgresServer;
  try {
    server = await startPostgres({ max_wal_size: "200MB", wal_keep_size: "0" }, disk.path);
  } catch (error) {
    disk.remove();
    throw error;
  }
  let nodes: FaultNode[] = [];
  let database = "postgres";
  let number = 0;

  const withClient = async <T>(name: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client(server.url(name));
    client.on("error", () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  const sql = (text: string, name = database) => withClient(name, async (client) => (await client.query(text)).rows);
  /** Until the database lets somebody in again. */
  const recovered = async () => {
    for (;;) {
      const isThere = await sql("select 1").then(
        () => true,
        () => false,
      );
      if (isThere) return;
      if (!server.isAlive()) await server.start();
      await pause(50);
    }
  };

  const faults: Fault[] = [
    {
      name: "node killed",
      strike: async (random) => {
        const node = random.pick(nodes);
        await node.kill();
        await pause(random.between(0, 500));
        await node.start();
      },
    },
    {
      name: "backend killed",
      strike: async (random) => {
        const busy = ((await sql(backends)) as Backend[]).filter(({ state }) => state !== "idle");
        const all = busy.length > 0 ? busy : ((await sql(backends)) as Backend[]);
        process.kill(random.pick(all).pid, "SIGKILL");
        await pause(200);
        await recovered();
      },
    },
    {
      name: "connections cut",
      strike: async (random) => {
        for (let turn = 0; turn < 5; turn++) {
          await sql(`select pg_terminate_backend(pid) from (${backends}) as theirs`);
          await pause(random.between(20, 200));
        }
      },
    },
    {
      name: "PostgreSQL killed",
      strike: async (random) => {
        server.kill();
        await pause(random.between(50, 800));
        await server.start();
        await recovered();
      },
    },
    {
      name: "bell lost",
      strike: async () => {
        const until = performance.now() + 2_000;
        while (performance.now() < until) {
          await sql(
            `select pg_terminate_backend(pid) from (${backends}) as theirs
            where query ilike 'listen %' or query ilike 'select pg_notify%'`,
          );
          await pause(25);
        }
      },
    },
    {
      name: "row stuck",
      strike: async () => {
        await holdRow(7_000);
      },
    },
    {
      name: "node paused",
      strike: async (random) => ((await pauseWithLock(random)) ? "node paused with the lock" : undefined),
    },
  ];
  /** Another client takes the desk's row, and sits on it for so long, in ms. */
  const holdRow = (ms: number) =>
    withClient(database, async (client) => {
      await client.query("begin");
      await client.query("select from desks where desk = $1 for update", [faultDesk]);
      await pause(ms);
      await client.query("rollback");
    });
  /** Stops a server while it has the desk's lock, if it can be caught at that; else just so. Gives whether it was. */
  const pauseWithLock = async (random: Random): Promise<boolean> => {
    const node = random.pick(nodes);
    let caught = false;
    for (let tries = 0; tries < 60; tries++) {
      node.pause();
      await pause(25);
      caught = ((await sql(backends)) as Backend[]).some(
        ({ state, since }) => state === "idle in transaction" && since >= 20,
      );
      if (caught) break;
      node.goOn();
      await pause(random.between(1, 15));
      node.pause();
    }
    await pause(4_500);
    node.goOn();
    return caught;
  };
  if (disk.fill !== null) {
    const { fill } = disk;
    faults.push({
      name: "disk full",
      strike: async (_random, wrong) => {
        const makeRoom = fill();
        await staysFull(nodes, 2_500, wrong);
        makeRoom();
        await pause(300);
        await recovered();
        await areReadyAgain(nodes, wrong);
      },
    });
  }

  const folder = (name: string) => join(disk.path, `${database}-${name}`);
  const where = () => ({ data: folder("setup"), database: server.url(database) });
  return {
    faults,
    leftOut: disk.fill === null ? ["disk full: a small disk is mounted by root on Linux alone"] : [],
    get nodes() {
      return nodes;
    },
    open: async () => {
      database = `faults_${++number}`;
      await sql(`create database ${database}`, "postgres");
      for (const name of ["setup", "a", "b", "c"]) mkdirSync(folder(name));
      const tokens = await makeDesk(where());
      nodes = await Promise.all(
        ["a", "b", "c"].map((name) => FaultNode.start(folder(name), ["--database", server.url(database)])),
      );
      return tokens;
    },
    close: async (look) => {
      await Promise.all(nodes.map((node) => node.stop()));
      nodes = [];
      await look(where());
      await sql(`drop database if exists ${database} with (force)`, "postgres");
    },
    remove: async () => {
      await Promise.all(nodes.map((node) => node.kill()));
      // One that is not there does not end.
      if (server.isAlive()) await server.remove();
      disk.remove();
    },
  };
}
