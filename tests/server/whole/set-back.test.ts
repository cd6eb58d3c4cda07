import { randomBytes } from "node:crypto";
import { openDesks } from "@flowdesk/server/compose.ts";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { incoming } from "../../fixtures/desk.ts";
import { Follower } from "../../fixtures/follower.ts";
import { deskWithTokens, mention, postMessages, type Served, serve, temporaryFolder } from "../../fixtures/served.ts";

const desk = "festival";
const folders = [temporaryFolder(), temporaryFolder()] as const;

let house: pg.Client;
/** The database that is served, and what a house has backed up of it. */
let [served, backup] = ["", ""];
let nodes: Served[];
let tokens: { source: string; manager: string };
let [number, base] = [0, ""];

const address = (name: string): string => {
  const url = new URL(base);
  url.pathname = `/${name}`;
  return url.href;
};
const node = (place: 0 | 1) => nodes[place]?.origin ?? "";
const mentions = (count: number) => Array.from({ length: count }, () => mention(++number));

/** The number and the log that a snapshot is of. */
async function snapshot(place: 0 | 1): Promise<{ seq: number; log: string }> {
  const answer = await fetch(`${node(place)}/api/desks/${desk}/snapshot`, {
    headers: { authorization: `Bearer ${tokens.manager}` },
  });
  return JSON.parse((await answer.text()).split("\n")[0] ?? "{}");
}

/** Posts until it is taken: while the database is away it is refused. */
async function post(place: 0 | 1, count: number): Promise<void> {
  const messages = mentions(count);
  await expect
    .poll(async () => (await postMessages(node(place), tokens.source, desk, messages)).status, { interval: 20 })
    .toBe(200);
}

/** A console that joins for the first time. */
async function joinAnew(place: 0 | 1) {
  const one = new Follower(desk, tokens.manager);
  return { one, joined: await one.join(node(place)) };
}

async function follower(place: 0 | 1): Promise<Follower> {
  const { one, joined } = await joinAnew(place);
  expect(joined).toMatchObject({ ok: true });
  return one;
}

/** Waits until consoles have been sent what was posted by a server before. */
async function allAreSent(consoles: readonly Follower[], place: 0 | 1): Promise<void> {
  const { seq } = await snapshot(place);
  for (const one of consoles) await one.until(() => (one.changes.at(-1)?.seq ?? 0) >= seq);
}

/** Makes a database as another one is now, whoever is at work on that. */
async function copyOf(from: string, to: string): Promise<void> {
  await house.query(`alter database ${from} allow_connections false`);
  for (let tries = 50; ; tries--) {
    await house.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [from]);
    try {
      await house.query(`create database ${to} template ${from}`);
      break;
    } catch (error) {
      if (tries === 0) throw error;
      await new Promise((resume) => setTimeout(resume, 20));
    }
  }
  await house.query(`alter database ${from} allow_connections true`);
}

/** Puts the backup, or another one, in the place of the database that is served. */
async function restore(from = backup): Promise<void> {
  await house.query(`drop database ${served} with (force)`);
  await house.query(`alter database ${from} rename to ${served}`);
}

const startNodes = () => Promise.all(folders.map(({ path }) => serve(path, { args: ["--database", address(served)] })));

/** Runs SQL in the database that is served, beside the servers. */
async function sql(statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(address(served));
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  return rows;
}

/** The id that the desk's log has once it is another one than `old`, and no server is about to alter it. */
async function renewedFrom(old: string): Promise<string> {
  const logId = async () => String((await sql("select log from desks"))[0]?.log);
  await expect.poll(logId).not.toBe(old);
  const log = await logId();
  // Every server has read the heads meanwhile.
  await new Promise((resume) => setTimeout(resume, 1_000));
  expect(await logId()).toBe(log);
  return log;
}

beforeEach(async () => {
  base = await (await fetch(inject("postgres"))).text();
  house = new pg.Client(base);
  await house.connect();
  const name = randomBytes(6).toString("hex");
  [served, backup] = [`test_${name}`, `test_${name}_backup`];
  await house.query(`create database ${served}`);
  const [source = "", manager = ""] = await deskWithTokens(
    { data: folders[0].path, database: address(served) },
    desk,
    "source",
    "flow-manager",
  );
  tokens = { source, manager };
  nodes = await startNodes();
  await post(0, 3);
});
afterEach(async () => {
  await Promise.all(nodes.map((one) => one.stop()));
  for (const name of [served, backup, `${backup}_again`])
    await house.query(`drop database if exists ${name} with (force)`);
  await house.end();
});

describe("PostgreSQL set back under running servers", () => {
  test("L5, F1: consoles by each load the desk anew, and what is taken from then on comes to all of them", async () => {
    const consoles = [await follower(0), await follower(1)];
    await copyOf(served, backup);
    await post(0, 4);
    await allAreSent(consoles, 0);
    const before = await snapshot(0);
    await restore();
    // At once: before anybody may have noticed.
    await post(0, 3);
    await post(1, 3);
    for (const one of consoles) {
      await one.until(() => one.closed !== null);
      expect(one.closed).toEqual({ desk, reason: "view-changed" });
    }
    await expect.poll(async () => (await snapshot(0)).log).not.toBe(before.log);
    const after = await snapshot(1);
    expect(after.seq).toBe(before.seq + 2);
    for (const place of [0, 1] as const) {
      expect(await consoles[place]?.join(node(place))).toMatchObject({ ok: true, reset: true, log: after.log });
      const anew = await follower(place);
      await post(place, 1);
      await allAreSent([anew], place);
      anew.leave();
    }
    for (const one of consoles) one.leave();
  });

  test("L5, F1: where nobody followed, whoever has just loaded is sent what comes", async () => {
    await copyOf(served, backup);
    await post(0, 4);
    const { log, seq } = await snapshot(1);
    await post(1, 1);
    await restore();
    await expect.poll(async () => (await snapshot(0)).log).not.toBe(log);
    const fresh = await snapshot(0);
    expect(fresh.seq).toBe(seq - 4);
    for (const place of [0, 1] as const) {
      // Each notices by itself.
      const joined = async () => {
        const { one, joined } = await joinAnew(place);
        one.leave();
        return joined;
      };
      await expect.poll(joined).toMatchObject({ log: fresh.log, head: fresh.seq });
      const { one } = await joinAnew(place);
      expect(await one.join(node(place))).toMatchObject({ reset: false, log: fresh.log, head: fresh.seq });
      one.leave();
    }
  });

  test("L5, F1: another history that has grown past the one that was known is not taken for it", async () => {
    const consoles = [await follower(0), await follower(1)];
    await copyOf(served, backup);
    await post(0, 4);
    await allAreSent(consoles, 0);
    const { log } = await snapshot(0);
    const beside = await openDesks({ data: folders[0].path, database: address(backup) });
    for (let count = 0; count < 6; count++)
      await beside.command(desk, "message.receive", incoming({ externalId: `beside-${count}`, channel: "x:festival" }));
    await beside.close();
    await restore();
    for (const one of consoles) await one.until(() => one.closed !== null);
    await expect.poll(async () => (await snapshot(0)).log).not.toBe(log);
    const [here, there] = [await snapshot(0), await snapshot(1)];
    expect([here.log, here.seq]).toEqual([there.log, there.seq]);
    for (const place of [0, 1] as const)
      expect(await consoles[place]?.join(node(place))).toMatchObject({ reset: true, log: here.log, head: here.seq });
    for (const one of consoles) one.leave();
  });

  test("L5, F1: to the same backup twice: a console that was away since before the first loads the desk anew", async () => {
    await copyOf(served, backup);
    await copyOf(backup, `${backup}_again`);
    const away = await follower(0);
    await post(0, 4);
    await allAreSent([away], 0);
    const { log } = await snapshot(0);
    away.leave();
    await restore();
    const between = await renewedFrom(log);
    await restore(`${backup}_again`);
    // Past where the console has come to.
    await post(0, 6);
    const renewed = await renewedFrom(log);
    expect(renewed).not.toBe(between);
    expect(await away.join(node(0))).toMatchObject({ ok: true, reset: true, log: renewed });
    for (const place of [0, 1] as const) {
      const anew = await follower(place);
      await post(place, 1);
      await allAreSent([anew], place);
      anew.leave();
    }
    away.leave();
  });

  test("L5, F1: to a backup with an id that no server has seen: a console that has loads the desk anew", async () => {
    const away = await follower(0);
    await post(0, 1);
    await allAreSent([away], 0);
    const { log } = await snapshot(0);
    away.leave();
    await copyOf(served, backup);
    await Promise.all(nodes.map((one) => one.stop()));
    await sql("update desks set log = gen_random_uuid()");
    nodes = await startNodes();
    expect((await snapshot(0)).log).not.toBe(log);
    await restore();
    await post(0, 6);
    const renewed = await renewedFrom(log);
    expect(await away.join(node(1))).toMatchObject({ ok: true, reset: true, log: renewed });
    away.leave();
  });

  test("L5: a PostgreSQL that ends every connection and has lost nothing leaves consoles as they are", async () => {
    const one = await follower(0);
    const { log } = await snapshot(0);
    await copyOf(served, backup);
    await post(1, 4);
    await allAreSent([one], 1);
    expect((await snapshot(0)).log).toBe(log);
    expect(one.closed).toBeNull();
    one.leave();
  });
});
