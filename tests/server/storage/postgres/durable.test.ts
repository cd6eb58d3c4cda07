import { Authority } from "@flowdesk/server/desk/authority.ts";
import { StoreUnavailable } from "@flowdesk/server/desk/store.ts";
import { notDurable } from "@flowdesk/server/storage/postgres/check.ts";
import { Connections } from "@flowdesk/server/storage/postgres/connections.ts";
import type { PostgresStore } from "@flowdesk/server/storage/postgres/postgres-store.ts";
import { Transactions } from "@flowdesk/server/storage/postgres/transactions.ts";
import { Thread } from "@flowdesk/server/storage/thread.ts";
import { readyz } from "@flowdesk/server/transport/http/health.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { festival, incoming } from "../../../fixtures/desk.ts";
import { DeskInStore, noKeys } from "../../../fixtures/desk-in-store.ts";
import { jonas } from "../../../fixtures/people.ts";
import { openPostgres } from "../../../fixtures/postgres.ts";
import { type PostgresServer, startPostgres } from "../../../fixtures/postgres-server.ts";

/** Its settings are altered: no other test may use it meanwhile. */
let server: PostgresServer;
let administrator: pg.Client;
let store: PostgresStore;
let desk: DeskInStore;
let made = 0;

/** So long a setting may take until it has reached everybody, in ms. */
const patience = { timeout: 30_000, interval: 20 };

/** Sets something for the whole server while it runs; null gives it back its usual value. */
async function alter(setting: "fsync" | "synchronous_commit", value: "off" | null): Promise<void> {
  await administrator.query(
    value === null ? `alter system reset ${setting}` : `alter system set ${setting} = ${value}`,
  );
  await administrator.query("select pg_reload_conf()");
  const shown = async () => (await administrator.query(`show ${setting}`)).rows[0][setting];
  await expect.poll(shown, patience).toBe(value ?? "on");
}

beforeAll(async () => {
  server = await startPostgres();
  administrator = new pg.Client(server.url("postgres"));
  await administrator.connect();
});

beforeEach(async () => {
  store = await openPostgres(server.url("postgres"));
  desk = await DeskInStore.open(store, `desk-${++made}`);
  desk.now = instant(store.clock());
});

afterEach(async () => {
  vi.restoreAllMocks();
  await store.close();
  await alter("fsync", null);
  await alter("synchronous_commit", null);
});

afterAll(async () => {
  await administrator.end();
  await server.remove();
});

/** Has it go by the heads, as a server does. */
const watch = () => store.watch({ all: () => {}, heads: () => {}, reached: () => {}, told: () => {} });

const receiving = () => desk.receive({}).catch((error: unknown) => error);

test("L1: a connection goes on committing durably when synchronous_commit is turned off under it", async () => {
  const connections = new Connections(server.url("postgres"), "writing", 1);
  onTestFinished(() => connections.end());
  const ofConnection = "select setting, reset_val from pg_settings where name = 'synchronous_commit'";
  const direct = () => connections.with(async ({ run }) => (await run(ofConnection))[0]);
  const ofThread = async () => (await store.query(ofConnection, [], true)).rows[0];
  for (const read of [direct, ofThread]) expect(await read()).toEqual({ setting: "on", reset_val: "on" });
  await alter("synchronous_commit", "off");
  // What it would go back to tells that the new setting has come to it.
  for (const read of [direct, ofThread]) await expect.poll(read, patience).toEqual({ setting: "on", reset_val: "off" });
  expect(await desk.receive({})).toHaveLength(1);
});

test("L1: what was accepted stays in force, also where that is less than on", async () => {
  await administrator.query("alter database postgres set synchronous_commit = local");
  onTestFinished(async () => {
    await administrator.query("alter database postgres reset synchronous_commit");
  });
  const connections = new Connections(server.url("postgres"), "writing", 1);
  onTestFinished(() => connections.end());
  const shown = await connections.with(({ run }) =>
    run("select setting, source from pg_settings where name = 'synchronous_commit'"),
  );
  expect(shown).toEqual([{ setting: "local", source: "session" }]);
});

test("L1: with fsync turned off nothing is written any more, on a connection that is there already either, and it goes on by itself", async () => {
  watch();
  const [item = ""] = await desk.receive({});
  await desk.receive({});
  await alter("fsync", "off");
  await expect.poll(receiving, patience).toBeInstanceOf(StoreUnavailable);
  const before = await store.head(desk.id);
  expect(await receiving()).toMatchObject({
    message: expect.stringMatching(/fsync is off.*\(database\.not\.durable\)/u),
  });
  await expect(store.createDesk({ ...festival, id: "late" }, desk.now)).rejects.toThrow(StoreUnavailable);
  await expect(store.query("select 1 as one", [], true)).rejects.toThrow("fsync is off");
  expect(await store.head(desk.id)).toEqual(before);
  await alter("fsync", null);
  await expect.poll(receiving, patience).toHaveLength(1);
  expect((await desk.do(jonas, "item.claim", { item })).map(({ type }) => type)).toEqual(["item.claimed"]);
});

test("L1: with fsync turned off nothing is written past the thread either", async () => {
  const refuse = vi.spyOn(Connections.prototype, "refuse");
  const call = Thread.prototype.call;
  const asked: string[] = [];
  let underWay = 0;
  vi.spyOn(Thread.prototype, "call").mockImplementation(async function (this: Thread, method, args) {
    asked.push(method);
    underWay++;
    try {
      return (await call.call(this, method, args)) as never;
    } finally {
      underWay--;
    }
  });
  const stop = watch();
  const [item = ""] = await desk.receive({});
  await alter("fsync", "off");
  await expect.poll(() => refuse.mock.lastCall?.[0], patience).toMatchObject({ code: "database.not.durable" });
  stop();
  await expect.poll(() => underWay, patience).toBe(0);
  asked.splice(0);
  desk.now = instant(store.clock());
  await expect(desk.do(jonas, "item.claim", { item })).rejects.toThrow("fsync is off");
  expect(asked).toEqual([]);
});

test("L1: a batch that was begun before fsync was seen to be off is not written", async () => {
  const connections = new Connections(server.url("postgres"), "writing", 1);
  onTestFinished(() => connections.end());
  const transactions = new Transactions(connections);
  const before = await store.head(desk.id);
  const taken = await transactions.begin({ desk: desk.id, keys: noKeys, has: null });
  connections.refuse(notDurable("fsync"));
  const rows = {
    ...{
      desk: desk.id,
      seq: (before?.seq ?? 0) + 1,
      at: taken?.at ?? 0,
      roster: null,
      altered: null,
      closeAfterMs: null,
    },
    ...{ members: [], channels: [], items: [], messages: [], rederived: [], responses: [], posts: [], briefings: [] },
    log: [],
  };
  await expect(transactions.commit({ lock: taken?.lock ?? 0, rows })).rejects.toThrow(StoreUnavailable);
  expect(await store.head(desk.id)).toEqual(before);
  connections.refuse(null);
  // Its lock was let go of, and its connection given back.
  expect(await transactions.begin({ desk: desk.id, keys: noKeys, has: null })).not.toBeNull();
  transactions.drop();
});

test("L1: commands are answered desk.unavailable while fsync is off, the reason is told, and so it is at /readyz", async () => {
  watch();
  const reasons: unknown[] = [];
  const authority = new Authority({
    store,
    now: store.clock,
    newId: () => `n${++made}`,
    committed: () => {},
    keep: (_desk, { type }, error) => {
      throw new Error(`${type} failed`, { cause: error });
    },
    unavailable: (_desk, error) => reasons.push(error),
  });
  const send = () => {
    const externalId = `m${++made}`;
    return authority.submit(desk.id, {
      id: externalId,
      type: "message.receive",
      data: incoming({ externalId, at: new Date().toISOString() }),
      actor: { kind: "system", id: "test" },
      lane: "sources",
    });
  };
  const ready = () =>
    new Promise<unknown>((resolve, reject) => {
      const response = { set: () => response, json: resolve };
      Promise.resolve(readyz(store, () => false)({} as never, response as never, reject)).catch(reject);
    });
  expect(await send()).toMatchObject({ ok: true });
  expect(await ready()).toEqual({ ready: true });
  await alter("fsync", "off");
  await expect.poll(receiving, patience).toBeInstanceOf(StoreUnavailable);
  expect(await send()).toMatchObject({ ok: false, error: { code: "desk.unavailable" } });
  expect(reasons).toMatchObject([{ message: expect.stringMatching(/fsync is off.*\(database\.not\.durable\)/u) }]);
  await expect(ready()).rejects.toMatchObject({
    status: 503,
    code: "not.ready",
    message: expect.stringMatching(/fsync is off.*\(database\.not\.durable\)/u),
  });
  await alter("fsync", null);
  await expect.poll(send, patience).toMatchObject({ ok: true });
  expect(await ready()).toEqual({ ready: true });
});

test("L1: a database with fsync off is refused at the start", async () => {
  await alter("fsync", "off");
  await expect(openPostgres(server.url("postgres"))).rejects.toMatchObject({
    name: "DatabaseUnusable",
    code: "database.not.durable",
    message: expect.stringMatching(/fsync is off/u),
  });
  await alter("synchronous_commit", "off");
  await expect(openPostgres(server.url("postgres"))).rejects.toMatchObject({
    code: "database.not.durable",
    message: expect.stringMatching(/fsync and synchronous_commit are off/u),
  });
});
