import { openDesks, type Where } from "@flowdesk/server/compose.ts";
import { type Change, idOf, isItemChange } from "@flowdesk/shared/desk/change.ts";
import { hour, millis, minute } from "@flowdesk/shared/time/instant.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bothPlaces, databaseLine } from "../../fixtures/both-places.ts";
import { Follower } from "../../fixtures/follower.ts";
import { type TestDatabase, testDatabase } from "../../fixtures/postgres.ts";
import { deskWithTokens, mention, postMessages, serve, temporaryFolder } from "../../fixtures/served.ts";

const desk = "festival";
const folder = temporaryFolder();
let database: TestDatabase;
let tokens: { source: string; manager: string };
let number = 0;

beforeAll(async () => {
  database = await testDatabase();
  const where = { data: folder.path, database: database.url };
  const [source = "", manager = ""] = await deskWithTokens(where, desk, "source", "flow-manager");
  tokens = { source, manager };
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});

/** Told to Node: every thread of the process has a clock that is so many ms off. */
const clockOff = (ms: number): string =>
  `data:text/javascript,${encodeURIComponent(`
    const Own = Date;
    globalThis.Date = class Date extends Own {
      constructor(...given) {
        super(...(given.length === 0 ? [Own.now() + ${ms}] : given));
      }
      static now() {
        return Own.now() + ${ms};
      }
    };
  `)}`;

/** The database's clock, in ms UTC. */
async function databaseTime(): Promise<number> {
  const [row] = await database.sql("select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now");
  return Number(row?.now);
}

const at = (ms: number) => new Date(ms).toISOString();

/** The items that were over their time as they came in, or have come to be. */
function overdueIn(changes: readonly Change[]): string[] {
  return changes.flatMap((change) => {
    if (!isItemChange(change)) return [];
    const cameSo = typeof change.item !== "string" && change.item.mark === "overdue";
    return cameSo || change.type === "item.overdue" ? [idOf(change.item)] : [];
  });
}

test.each([
  ["ahead of", hour],
  ["behind", -hour],
] as const)("L2: a node whose clock is an hour %s the database's goes by the database's", async (_name, off) => {
  const served = await serve(folder.path, {
    args: ["--database", database.url],
    node: ["--import", clockOff(off)],
  });
  const began = await databaseTime();
  const follower = new Follower(desk, tokens.manager);
  try {
    await expect.poll(served.output).toMatch(/^\{(?=.*"level":40)(?=.*"code":"clock\.off").*\}$/mu);
    const joined = await follower.join(served.origin);
    // One is over its time in a moment, the other in half an hour.
    const messages = [4_000, hour / 2].map((left) =>
      mention(++number, { at: at(began - 24 * hour + left), author: { handle: `guest${number}` } }),
    );
    const { body } = await postMessages(served.origin, tokens.source, desk, messages);
    expect(body).toMatchObject({ accepted: 2 });
    await follower.until(() => overdueIn(follower.changes).length > 0);
    const [late = "", early = ""] = follower.received;
    // A command alone is decided by another way than what comes in.
    expect(await follower.send("item.note", { item: early, text: "By the gate" })).toMatchObject({ ok: true });
    await follower.until(() => follower.changes.some(({ type }) => type === "item.noted"));
    expect(overdueIn(follower.changes)).toEqual([late]);
    const ended = await databaseTime();
    const stamped = [...follower.changes.map((change) => change.at), joined.ok ? joined.now : ""];
    // By what it has read of the database's clock a node can be off a little, and on a busy machine a little more.
    for (const time of stamped) {
      expect(millis(time)).toBeGreaterThan(began - minute);
      expect(millis(time)).toBeLessThan(ended + minute);
    }
  } finally {
    follower.leave();
    await served.stop();
  }
});

/** Leaves a desk whose last change lies an hour ahead. Gives that change's time. */
async function changedAhead(where: Where, source: string): Promise<string> {
  // On SQLite it is the server's own clock that is wrong; on PostgreSQL the database's, which is everybody's here.
  const node = where.database === undefined ? ["--import", clockOff(hour)] : [];
  const served = await serve(where.data, { args: databaseLine(where), node });
  expect((await postMessages(served.origin, source, desk, [mention(++number)])).body).toMatchObject({ accepted: 1 });
  await served.stop();
  const { store, close } = await openDesks(where);
  try {
    if (where.database !== undefined)
      for (const table of ["desks", "log"]) await store.query(`update ${table} set at = at + ${hour}`, [], true);
    return (await store.head(desk))?.at ?? "";
  } finally {
    await close();
  }
}

test.each(bothPlaces)(
  "L2: a server on %s whose last change is an hour ahead says so, and no time goes back",
  async (_name, open) => {
    const where = await open();
    const [source = "", manager = ""] = await deskWithTokens(where, desk, "source", "flow-manager");
    const last = await changedAhead(where, source);
    expect(millis(last) - Date.now()).toBeGreaterThan(hour / 2);
    const served = await serve(where.data, { args: databaseLine(where) });
    const follower = new Follower(desk, manager);
    try {
      await expect.poll(served.output).toMatch(/^\{(?=.*"level":40)(?=.*"code":"clock\.behind").*\}$/mu);
      expect(served.output()).not.toContain("clock.off");
      await follower.join(served.origin);
      const { body } = await postMessages(served.origin, source, desk, [mention(++number)]);
      expect(body).toMatchObject({ accepted: 1 });
      await follower.until(() => follower.received.length === 1);
      const [item = ""] = follower.received;
      expect(await follower.send("item.note", { item, text: "By the gate" })).toMatchObject({ ok: true });
      await follower.until(() => follower.changes.some(({ type }) => type === "item.noted"));
      const answer = await fetch(`${served.origin}/api/desks/${desk}/changes?since=0`, {
        headers: { authorization: `Bearer ${manager}` },
      });
      const { changes } = (await answer.json()) as { changes: Change[] };
      const times = changes.map((change) => change.at);
      expect(times).toEqual(times.toSorted());
      // Until the clock gets there everything happens at the time of the last change.
      expect(follower.changes.map((change) => change.at)).toEqual(follower.changes.map(() => last));
    } finally {
      follower.leave();
      await served.stop();
    }
  },
);
