import { Authority } from "@flowdesk/server/desk/authority.ts";
import { StorageFull, StoreUnavailable } from "@flowdesk/server/desk/store.ts";
import { Connections } from "@flowdesk/server/storage/postgres/connections.ts";
import type { PostgresStore } from "@flowdesk/server/storage/postgres/postgres-store.ts";
import { idOf, isItemChange } from "@flowdesk/shared/desk/change.ts";
import { hour, millis } from "@flowdesk/shared/time/instant.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { type CuttingProxy, cuttingProxy } from "../../../fixtures/cutting-proxy.ts";
import { incoming } from "../../../fixtures/desk.ts";
import { DeskInStore, noKeys } from "../../../fixtures/desk-in-store.ts";
import { openPostgres, type TestDatabase, testDatabase } from "../../../fixtures/postgres.ts";

let database: TestDatabase;
let proxy: CuttingProxy;
let store: PostgresStore;
let id = "";
let count = 0;

/** Takes commands as a server does; `ahead` is by how many ms its machine's clock is wrong. */
function authorityOf(of: PostgresStore, ahead = 0): Authority {
  return new Authority({
    store: of,
    now: () => Date.now() + ahead,
    newId: () => `n${++count}`,
    committed: () => {},
    keep: (_desk, { type }, error) => {
      throw new Error(`${type} failed`, { cause: error });
    },
  });
}

const system = { kind: "system", id: "test" } as const;
const send = (authority: Authority, command: string, type: string, data: object) =>
  authority.submit(id, { id: command, type, data, actor: system, lane: "people" });

async function receive(authority: Authority, externalId: string): Promise<string> {
  const answer = await send(authority, externalId, "message.receive", incoming({ externalId, at: now() }));
  if (!answer.ok) throw new Error(answer.error.code);
  const [logged] = await store.changes(id, answer.seq - 1, 1);
  return logged !== undefined && isItemChange(logged.change) ? idOf(logged.change.item) : "";
}

/** Another node brings the desk on: what this one knows of it is not how it stands any more. */
async function writeElsewhere(): Promise<void> {
  const other = await openPostgres(database.url);
  await receive(authorityOf(other), `elsewhere-${++count}`);
  await other.close();
}

const now = () => new Date().toISOString();
const logOf = async (type: string) =>
  (await store.changes(id, 0, 10_000)).filter(({ change }) => change.type === type).map(({ change }) => change);

beforeAll(async () => {
  database = await testDatabase();
  const { hostname: host, port } = new URL(database.url);
  proxy = await cuttingProxy({ host, port: Number(port) });
  const through = new URL(database.url);
  through.port = String(proxy.port);
  store = await openPostgres(through.href);
});
beforeEach(async () => {
  id = `festival-${++count}`;
  await DeskInStore.open(store, id);
});
afterAll(async () => {
  await store.close();
  await proxy.close();
  await database.drop();
});

describe("A fault on the way to PostgreSQL", () => {
  test("L4: a commit whose answer was lost is settled by its commands' ids, and nothing is there twice", async () => {
    const authority = authorityOf(store);
    const item = await receive(authority, "m1");
    await writeElsewhere();
    const before = (await logOf("item.received")).length;
    const cut = proxy.cutAt("commit", { answer: "COMMIT" });
    const [tag, message] = await Promise.all([
      send(authority, "tag-1", "item.tag", { item, tag: "entrance" }),
      send(authority, "m2", "message.receive", incoming({ externalId: "m2", at: now() })),
    ]);
    await cut;
    const tagged = await logOf("item.tagged");
    expect(tag).toEqual({ ok: true, seq: tagged[0]?.seq });
    expect(tagged).toHaveLength(1);
    expect(message.ok || message.error.code).toBe("nothing.to.do");
    expect(await logOf("item.received")).toHaveLength(before + 1);
  });

  test("L4: so is a batch that is one statement", async () => {
    const authority = authorityOf(store);
    const item = await receive(authority, "m1");
    const cut = proxy.cutAt("tag-1", { answer: "SELECT" });
    const answer = send(authority, "tag-1", "item.tag", { item, tag: "entrance" });
    await cut;
    // It is there before it is asked for again.
    const [tagged] = await logOf("item.tagged");
    expect(await answer).toEqual({ ok: true, seq: tagged?.seq });
    expect(await logOf("item.tagged")).toHaveLength(1);
  });

  test("L4: what was cut before it was committed is done again, once", async () => {
    const authority = authorityOf(store);
    const item = await receive(authority, "m1");
    for (const [command, text, when] of [
      ["tag-one", "tag-one", "before"],
      ["tag-lock", "begin", "before"],
      ["tag-locked", "begin", { answer: "SELECT" }],
      ["tag-commit", "commit", "before"],
    ] as const) {
      if (command !== "tag-one") await writeElsewhere();
      const cut = proxy.cutAt(text, when);
      const answer = await send(authority, command, "item.tag", { item, tag: command });
      await cut;
      expect(answer).toMatchObject({ ok: true });
    }
    expect((await logOf("item.tagged")).map(({ command }) => command)).toEqual([
      "tag-one",
      "tag-lock",
      "tag-locked",
      "tag-commit",
    ]);
    const numbers = (await store.changes(id, 0, 1_000)).map(({ change }) => change.seq);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  test("every connection that is ended at once is made again", async () => {
    const authority = authorityOf(store);
    await receive(authority, "m1");
    await Promise.all(Array.from({ length: 8 }, () => store.head(id)));
    await database.cutConnections();
    expect(await send(authority, "m2", "message.receive", incoming({ externalId: "m2", at: now() }))).toMatchObject({
      ok: true,
    });
    expect((await store.copy(id))?.state.items.size).toBe(2);
  });
});

describe("A database that cannot write", () => {
  test("is full: nothing is written, and it goes on when there is room", async () => {
    const desk = new DeskInStore(store, id);
    await database.sql(
      `create function fill() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file' using errcode = '53100'; end $$;
      create trigger full_disk before insert on log for each statement execute function fill()`,
    );
    const before = await store.head(id);
    await expect(desk.receive({})).rejects.toThrow(StorageFull);
    expect(await send(authorityOf(store), "m", "message.receive", incoming({ at: now() }))).toMatchObject({
      ok: false,
      error: { code: "storage.full" },
    });
    expect(await store.head(id)).toEqual(before);
    await database.sql("drop trigger full_disk on log; drop function fill");
    await desk.receive({});
    expect((await store.head(id))?.seq).toBe((before?.seq ?? 0) + 1);
  });

  test("is full: it says that it cannot write until there is room for a batch, though single rows may find some", async () => {
    const desk = new DeskInStore(store, id);
    await store.ready();
    await database.sql(
      `create function no_room() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file' using errcode = '53100'; end $$;
      create trigger full_disk before insert on log for each statement execute function no_room();
      create function no_file() returns event_trigger language plpgsql as $$
      begin raise exception 'could not extend file' using errcode = '53100'; end $$;
      create event trigger full_disk_too on ddl_command_start when tag in ('CREATE TABLE AS') execute function no_file()`,
    );
    await expect(desk.receive({})).rejects.toThrow(StorageFull);
    await expect(store.ready()).rejects.toThrow(StorageFull);
    await expect(store.ready()).rejects.toThrow(StorageFull);
    await database.sql(
      "drop event trigger full_disk_too; drop trigger full_disk on log; drop function no_room, no_file",
    );
    await store.ready();
    await desk.receive({});
  });

  test("is read only, as after a failover: it is unavailable, and goes on when it takes writes again", async () => {
    const desk = new DeskInStore(store, id);
    await database.sql(
      `create function refuse() returns trigger language plpgsql as $$
      begin raise exception 'cannot execute INSERT in a read-only transaction' using errcode = '25006'; end $$;
      create trigger read_only before insert on log for each statement execute function refuse()`,
    );
    const before = await store.head(id);
    await expect(desk.receive({})).rejects.toThrow(StoreUnavailable);
    expect(await store.head(id)).toEqual(before);
    await database.sql("drop trigger read_only on log; drop function refuse");
    expect(await desk.receive({})).toHaveLength(1);
  });

  test("L1: that would no longer keep what it commits is written to no more", async () => {
    const name = new URL(database.url).pathname.slice(1);
    await database.sql(`alter database ${name} set synchronous_commit = off`);
    const other = await openPostgres(database.url).catch((error: unknown) => error);
    expect(other).toMatchObject({ code: "database.not.durable" });
    await database.cutConnections();
    await expect(store.ready()).rejects.toThrow(StoreUnavailable);
    await expect(store.transact(id, noKeys, () => null)).rejects.toThrow(StoreUnavailable);
    await database.sql(`alter database ${name} reset synchronous_commit`);
    await store.ready();
  });
});

describe("A flood", () => {
  test("L2: is decided ahead of what is being written, by two nodes at once, and each message is there once", async () => {
    const other = await openPostgres(database.url);
    onTestFinished(() => other.close());
    const nodes = [authorityOf(store), authorityOf(other)];
    const messages = Array.from({ length: 1_500 }, (_, n) =>
      incoming({
        externalId: `m${n}`,
        at: now(),
        kind: "dm",
        thread: `t${n % 40}`,
        author: { handle: `guest${n % 40}` },
      }),
    );
    // Either sends all of it; each message comes in by whichever is first.
    const answers = await Promise.all(
      nodes.map((authority, node) =>
        authority.submitAll(
          id,
          messages.map((data, n) => ({
            id: `${node}-${n}`,
            type: "message.receive",
            data,
            actor: system,
            lane: "sources",
          })),
        ),
      ),
    );
    const accepted = messages.map((_, n) => answers.filter((all) => all[n]?.ok).length);
    expect(accepted.every((times) => times === 1)).toBe(true);
    const log = await store.changes(id, 0, 10_000);
    expect(log.map(({ change }) => change.seq)).toEqual(log.map((_, index) => index + 1));
    const came = log.flatMap(({ change }) => ("message" in change ? [change.message?.externalId] : []));
    expect(came.toSorted()).toEqual(messages.map(({ externalId }) => externalId).toSorted());
    expect((await store.copy(id))?.state.items.size).toBe(40);
  });
});

describe("The desk's lock", () => {
  test("L4: a node that is stuck with it loses it, and the others go on", async () => {
    const authority = authorityOf(store);
    await receive(authority, "m1");
    const stuck = new Connections(database.url, "writing", 1);
    onTestFinished(() => stuck.end());
    const held = await stuck.take();
    await held.run(`begin; select 1 from desks where desk = '${id}' for update`);
    await expect(store.transact(id, noKeys, () => null)).rejects.toThrow(StoreUnavailable);
    // It had two seconds; after the third the database has taken the lock from the one that is stuck.
    expect(await send(authority, "m2", "message.receive", incoming({ externalId: "m2", at: now() }))).toMatchObject({
      ok: true,
    });
    await expect(held.run("commit")).rejects.toThrow();
    held.release(true);
  });

  test("L4: is taken from a transaction that does not end, as one whose last bytes were lost with its machine", async () => {
    const connections = new Connections(database.url, "writing", 1);
    onTestFinished(() => connections.end());
    const lasting = await connections.take();
    onTestFinished(() => lasting.release(true));
    // What is in force is shortened: nobody waits for it here.
    expect(await lasting.run("show transaction_timeout")).toEqual([{ transaction_timeout: "20s" }]);
    await lasting.run("set transaction_timeout = 1500");
    const authority = authorityOf(store);
    await lasting.run(`begin; select 1 from desks where desk = '${id}' for update`);
    const endless = lasting.run("select pg_sleep(4)").catch((error: unknown) => error);
    await receive(authority, "m1");
    expect(await endless).toMatchObject({ code: "25P04" });
  });

  test("L1: a batch that waits for it as one statement is decided anew where the desk has moved on meanwhile", async () => {
    const authority = authorityOf(store);
    const item = await receive(authority, "m1");
    const connections = new Connections(database.url, "writing", 1);
    onTestFinished(() => connections.end());
    const other = await connections.take();
    onTestFinished(() => other.release(true));
    const { seq: before = 0 } = (await store.head(id)) ?? {};
    await other.run(`begin; select 1 from desks where desk = '${id}' for update`);
    const answer = send(authority, "tag-1", "item.tag", { item, tag: "entrance" });
    const waiting = "select from pg_stat_activity where wait_event_type = 'Lock' and query like 'with moved %'";
    await expect.poll(() => database.sql(waiting)).toHaveLength(1);
    // What the other writes has as many changes as what waits.
    await other.run(
      `insert into log (desk, seq, at, actor, command, part, hash, type, item, channel, kind, body)
        select desk, seq + 1, at, actor, 'other', part, hash, type, item, channel, kind,
          jsonb_set(body::jsonb, '{seq}', to_jsonb(seq + 1))::text from log where desk = '${id}' and seq = ${before};
      update desks set seq = seq + 1 where desk = '${id}'; commit`,
    );
    expect(await answer).toEqual({ ok: true, seq: before + 2 });
    const log = (await store.changes(id, before - 1, 10)).map(({ change }) => change);
    expect(log.map(({ seq, type }) => [seq, type])).toEqual([
      [before, "item.received"],
      [before + 1, "item.received"],
      [before + 2, "item.tagged"],
    ]);
    expect((await store.item(id, item))?.item.tags).toEqual(["entrance"]);
  });

  test("is one desk's: another desk's batch does not wait for it", async () => {
    const other = await DeskInStore.open(store, `${id}-b`);
    await store.transact(id, noKeys, () => {
      expect(id).not.toBe(other.id);
      return null;
    });
    const holding = new Connections(database.url, "writing", 1);
    onTestFinished(() => holding.end());
    const held = await holding.take();
    await held.run(`begin; select 1 from desks where desk = '${id}' for update`);
    await other.receive({});
    await held.run("rollback");
    held.release(false);
  });
});

describe("A newer release beside this one", () => {
  test("L3: that makes the tables wider stops neither batches nor readings", async () => {
    const authority = authorityOf(store);
    const item = await receive(authority, "first");
    const done = { messages: 0, tags: 0, readings: 0 };
    let isOver = false;
    const goingOn = async (what: keyof typeof done, work: (name: string) => Promise<unknown>) => {
      for (let n = 0; !isOver; n++) {
        await work(`${what}-${n}`);
        done[what]++;
      }
    };
    /** Sends a command until it is answered, as whoever is told to come again does. */
    const answered = async (command: string, type: string, data: object) => {
      for (;;) {
        const answer = await send(authority, command, type, data);
        if (answer.ok || answer.error.code !== "desk.unavailable") return answer;
      }
    };
    const work = Promise.all([
      goingOn("messages", async (externalId) => {
        const answer = await answered(externalId, "message.receive", incoming({ externalId, at: now() }));
        // It had been written the first time.
        expect(answer.ok || answer.error.code).toSatisfy((said) => said === true || said === "nothing.to.do");
      }),
      goingOn("tags", async (tag) => {
        expect(await answered(tag, "item.tag", { item, tag })).toMatchObject({ ok: true });
        expect(await answered(`no-${tag}`, "item.untag", { item, tag })).toMatchObject({ ok: true });
      }),
      goingOn("readings", async () => {
        expect(await store.copy(id)).not.toBeNull();
        expect((await store.item(id, item))?.item.id).toBe(item);
        await store.read("batch", { desk: id, keys: { ...noKeys, threads: [item] }, has: null });
      }),
    ]);
    /** Until everything has been done anew, and what was under way before is over. */
    const aWhile = async () => {
      const before = { ...done };
      await Promise.race([
        work,
        expect
          .poll(() => Math.min(...Object.keys(done).map((what) => done[what as "tags"] - before[what as "tags"])))
          .toBeGreaterThan(2),
      ]);
    };
    try {
      for (const alter of ["add column newer bigint not null default 0", "drop column newer"])
        for (const table of ["desks", "members", "items", "messages", "responses", "log"]) {
          await aWhile();
          await database.sql(`alter table ${table} ${alter}`);
        }
      await aWhile();
    } finally {
      isOver = true;
    }
    await work;
    const came = (await logOf("item.received")).flatMap((change) => ("message" in change ? [change.message] : []));
    const ids = Array.from({ length: done.messages }, (_, n) => `messages-${n}`);
    expect(came.map((message) => message?.externalId).toSorted()).toEqual(["first", ...ids].toSorted());
    for (const type of ["item.tagged", "item.untagged"]) expect(await logOf(type)).toHaveLength(done.tags);
  });
});

describe("The clock", () => {
  test("L2: is the database's, whatever the clock of the machine says", async () => {
    const fast = authorityOf(store, hour);
    const slow = authorityOf(store, -hour);
    for (const [authority, message] of [
      [fast, "m1"],
      [slow, "m2"],
      [fast, "m3"],
    ] as const)
      await receive(authority, message);
    const log = await store.changes(id, 0, 100);
    const times = log.map(({ change }) => change.at);
    expect(times).toEqual(times.toSorted());
    for (const { at } of await logOf("item.received")) expect(Math.abs(millis(at) - Date.now())).toBeLessThan(hour / 2);
  });
});
