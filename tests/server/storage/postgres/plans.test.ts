import { randomUUID } from "node:crypto";
import { Authority } from "@flowdesk/server/desk/authority.ts";
import { Connections } from "@flowdesk/server/storage/postgres/connections.ts";
import { Transactions } from "@flowdesk/server/storage/postgres/transactions.ts";
import { Thread } from "@flowdesk/server/storage/thread.ts";
import { instant, millis } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, test, vi } from "vitest";
import { opening } from "../../../fixtures/desk.ts";
import { DeskInStore } from "../../../fixtures/desk-in-store.ts";
import { jonas } from "../../../fixtures/people.ts";
import { openPostgres, testDatabase } from "../../../fixtures/postgres.ts";

interface Prepared {
  readonly statement: string;
  readonly generic_plans: number;
  readonly custom_plans: number;
}

/** The transactions of all batches go through these connections, which can be looked into. */
function divert(transactions: Transactions): void {
  const { commitAfter } = Transactions.prototype;
  vi.spyOn(Transactions.prototype, "commitAfter").mockImplementation((asked) => commitAfter.call(transactions, asked));
  const { call } = Thread.prototype;
  vi.spyOn(Thread.prototype, "call").mockImplementation(function (this: Thread, method, args) {
    if (method !== "begin" && method !== "commit" && method !== "commitAfter") return call.call(this, method, args);
    return transactions[method](args as never) as Promise<never>;
  });
}

describe("What a batch asks and writes in PostgreSQL", () => {
  test("L4: is found by its keys, by plans that are made once and while the tables are small", async () => {
    const { url, drop } = await testDatabase();
    const store = await openPostgres(url);
    const connections = new Connections(url, "writing", 1);
    try {
      divert(new Transactions(connections));
      const desk = await DeskInStore.open(store);
      // What is decided beside the lock must be of the database's time.
      desk.now = instant(store.clock());
      const failed: unknown[] = [];
      const authority = new Authority({
        store,
        now: store.clock,
        newId: () => randomUUID(),
        committed: () => {},
        keep: (...refused) => failed.push(refused),
      });
      const actor = { kind: "system", id: "test" } as const;
      for (let at = 0; at < 6; at++) {
        const [item = ""] = await desk.receive(
          { externalId: `a${at}`, thread: "t", at: instant(millis(opening) + 2 * at) },
          { externalId: `b${at}`, thread: "t", at: instant(millis(opening) + 2 * at + 1) },
        );
        await desk.do(jonas, "item.claim", { item });
        await desk.do(jonas, "item.release", { item });
        const items = await desk.receive(...Array.from({ length: 6 }, (_, n) => ({ externalId: `c${at}-${n}` })));
        for (const [id, data] of [
          [`few-${at}`, { item: items[0], tag: "entrance" }],
          [`many-${at}`, { items, tag: "exit" }],
        ] as const)
          await authority.submit(desk.id, { id, type: "item.tag", data, actor, lane: "people" });
      }
      const connection = await connections.take();
      const prepared = (await connection.run(
        "select statement, generic_plans::int, custom_plans::int from pg_prepared_statements",
      )) as unknown as Prepared[];
      const plans = new Map<string, string>();
      for (const { statement } of prepared) {
        if (!/^(select|with|insert|update|delete)/u.test(statement)) continue;
        const lines = await connection.run(`explain (generic_plan, costs off) ${statement}`);
        plans.set(statement, lines.map((line) => line["QUERY PLAN"]).join("\n"));
      }
      connection.release(false);

      const wayOf = (part: string) => [...plans].find(([statement]) => statement.includes(part))?.[1];
      expect(failed).toEqual([]);
      // Many changes go in steps, few in one statement.
      for (const asked of ["actor = given.actor and command = given.id", "actor = $8 and command = $9"])
        expect(wayOf(asked)).toMatch(/Index Cond: .*actor = .*command = /u);
      expect(wayOf('"messages"."external_id"')).toMatch(/Index Cond: .*external_id = /u);
      expect(wayOf("insert into items")).toBeDefined();
      for (const plan of plans.values()) expect(plan).not.toMatch(/Seq Scan|Join Filter/u);
      expect(prepared.filter(({ custom_plans }) => custom_plans > 0)).toEqual([]);
      expect(Math.max(...prepared.map(({ generic_plans }) => generic_plans))).toBeGreaterThan(5);
    } finally {
      vi.restoreAllMocks();
      await connections.end();
      await store.close();
      await drop();
    }
  });
});
