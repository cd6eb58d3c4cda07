import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../fixtures/postgres.ts";
import {
  connect,
  deskWithTokens,
  mention,
  postMessages,
  type Served,
  serve,
  temporaryFolder,
} from "../../fixtures/served.ts";

const desk = "festival";
const folder = temporaryFolder();
const role = `role_${randomBytes(6).toString("hex")}`;
let database: TestDatabase;
let name = "";
let tokens: { source: string; manager: string };
let served: Served;
let number = 0;

/** So long a server may take to notice, or to come back, in ms. */
const patience = { timeout: 30_000, interval: 100 };

const post = async () => (await postMessages(served.origin, tokens.source, desk, [mention(++number)])).status;
const ready = async () => {
  const response = await fetch(`${served.origin}/readyz`);
  return { status: response.status, said: await response.text() };
};
/** The lines of the server's log from a place on. */
const linesSince = (place: number) => served.output().slice(place).split("\n");

beforeAll(async () => {
  database = await testDatabase();
  name = new URL(database.url).pathname.slice(1);
  await database.sql(`create role ${role} login password 'first'; alter database ${name} owner to ${role}`);
  const own = new URL(database.url);
  own.username = role;
  own.password = "first";
  const [source = "", manager = ""] = await deskWithTokens(
    { data: folder.path, database: own.href },
    desk,
    "source",
    "flow-manager",
  );
  tokens = { source, manager };
  served = await serve(folder.path, { args: ["--database", own.href] });
});
afterAll(async () => {
  await served?.stop();
  await database.sql(
    `alter database ${name} owner to postgres; reassign owned by ${role} to postgres; drop owned by ${role}; drop role ${role}`,
  );
  await database.drop();
  folder.remove();
});

describe("A database that lets its servers in no more", () => {
  test.each([
    {
      what: "as the password was altered",
      code: "database.password",
      close: async () => {
        await database.sql(`alter role ${role} password 'another'`);
        await database.cutConnections();
      },
      open: () => database.sql(`alter role ${role} password 'first'`),
    },
    {
      what: "as the user may not sign in",
      code: "database.password",
      close: async () => {
        await database.sql(`alter role ${role} nologin`);
        await database.cutConnections();
      },
      open: () => database.sql(`alter role ${role} login`),
    },
    {
      what: "as it takes no connections",
      code: "database.closed",
      close: () => database.block(),
      open: () => database.unblock(),
    },
  ])("$what: /readyz and the log say so, at most once in ten seconds, and it goes on by itself", async (fault) => {
    const socket = await connect(served.origin, tokens.manager);
    expect(await post()).toBe(200);
    const place = served.output().length;
    await fault.close();
    await expect.poll(ready, patience).toMatchObject({ status: 503, said: expect.stringContaining(`(${fault.code})`) });
    expect((await ready()).said).not.toMatch(new RegExp(`${role}|${name}|127\\.0\\.0\\.1| at .*:\\d+`, "u"));
    const named = () => linesSince(place).filter((line) => line.includes(fault.code));
    await expect.poll(named, patience).toHaveLength(1);
    const since = performance.now();
    expect(await post()).toBe(503);
    await new Promise((resume) => setTimeout(resume, 4_000));
    // What is tried again every second meanwhile is not said every second.
    expect(performance.now() - since).toBeLessThan(9_000);
    expect(linesSince(place).filter((line) => /"level":[45]0/u.test(line)).length).toBeLessThanOrEqual(2);
    expect(named()).toHaveLength(1);
    expect(named().join("")).not.toContain(role);
    expect(socket.connected).toBe(true);
    await fault.open();
    await expect.poll(ready, patience).toMatchObject({ status: 200 });
    await expect.poll(post, patience).toBe(200);
    socket.disconnect();
  });
});
