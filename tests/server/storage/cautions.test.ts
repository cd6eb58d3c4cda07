import { cautionsOf } from "@flowdesk/server/storage/cautions.ts";
import { openStorage } from "@flowdesk/server/storage/open-storage.ts";
import { hour, instant, second } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, onTestFinished, test } from "vitest";
import { bothPlaces } from "../../fixtures/both-places.ts";
import { festival } from "../../fixtures/desk.ts";
import { testDatabase } from "../../fixtures/postgres.ts";
import { temporaryFolder } from "../../fixtures/served.ts";

const now = Date.parse("2026-06-27T18:00:00.000Z");

/** A database whose clock, last change and setting are as given. */
function database({ ahead = 0, last = -hour, writes = "on" }: { ahead?: number; last?: number; writes?: string }) {
  return {
    engine: "postgres" as const,
    clock: () => now + ahead,
    store: {
      heads: async () => new Map([["festival", { log: "one", seq: 1, at: instant(now + last) }]]),
      query: async () => ({ rows: [{ writes }] }),
    },
  };
}
const saidOf = async (...given: Parameters<typeof database>) =>
  (await cautionsOf(database(...given), now)).map(({ code, message }) => `${code}: ${message}`);

describe("At the start it is said", () => {
  test("that a node's clock is an hour off the database's, by which desks go", async () => {
    expect(await saidOf({ ahead: 30 * second })).toEqual([]);
    expect(await saidOf({ ahead: -hour })).toEqual([
      expect.stringMatching(/^clock\.off: .* 60 minutes ahead of the database's/u),
    ]);
    expect(await saidOf({ ahead: hour })).toEqual([expect.stringMatching(/^clock\.off: .* 60 minutes behind/u)]);
  });

  test("that the clock stands before what has happened, so that time does not go on", async () => {
    expect(await saidOf({ last: hour })).toEqual([expect.stringMatching(/^clock\.behind: .* 60 minutes behind/u)]);
  });

  test("L1: that PostgreSQL writes no full pages", async () => {
    expect(await saidOf({ writes: "off" })).toEqual([
      expect.stringMatching(/^database\.page\.writes: full_page_writes/u),
    ]);
  });

  test.each(bothPlaces)("L2: that a desk's last change on %s is later than the clock", async (_name, open) => {
    const { data, database: address = null } = await open();
    const storage = await openStorage({ data, database: address, onFatal: () => {} });
    try {
      await storage.store.createDesk({ ...festival, id: "before" }, instant(Date.now()));
      expect(await cautionsOf(storage, Date.now())).toEqual([]);
      await storage.store.createDesk(festival, instant(Date.now() + hour));
      expect(await cautionsOf(storage, Date.now())).toEqual([
        { code: "clock.behind", message: expect.stringContaining(" 60 minutes behind") },
      ]);
    } finally {
      await storage.store.close();
    }
  });

  test("nothing of a database that is as it should be, on either engine", async () => {
    const folder = temporaryFolder();
    const made = await testDatabase();
    onTestFinished(async () => {
      folder.remove();
      await made.drop();
    });
    for (const address of [null, made.url]) {
      const storage = await openStorage({ data: folder.path, database: address, onFatal: () => {} });
      expect(await cautionsOf(storage, Date.now())).toEqual([]);
      await storage.store.close();
    }
  });
});
