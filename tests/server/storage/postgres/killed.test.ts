import { Authority } from "@flowdesk/server/desk/authority.ts";
import { isItemChange } from "@flowdesk/shared/desk/change.ts";
import { expect, test } from "vitest";
import { incoming } from "../../../fixtures/desk.ts";
import { DeskInStore } from "../../../fixtures/desk-in-store.ts";
import { openPostgres } from "../../../fixtures/postgres.ts";
import { startPostgres } from "../../../fixtures/postgres-server.ts";

const kills = 3;
const actor = { kind: "system", id: "test" } as const;

test(`L1, L2, L4: of a PostgreSQL killed ${kills} times amid the work of two nodes, everything acknowledged is there, once and without a gap`, async () => {
  const server = await startPostgres();
  const stores = await Promise.all([0, 1].map(() => openPostgres(server.url("postgres"))));
  try {
    const [first] = stores;
    if (first === undefined) throw new Error("not open");
    const { id } = await DeskInStore.open(first);
    const acknowledged = new Set<string>();
    let refused = 0;
    let number = 0;
    let isOver = false;
    const working = stores.map(async (store, node) => {
      const authority = new Authority({
        store,
        now: Date.now,
        newId: () => `n${++number}`,
        committed: () => {},
        keep: (_desk, { type }, error) => {
          throw new Error(`${type} failed`, { cause: error });
        },
      });
      while (!isOver) {
        const ids = Array.from({ length: 20 }, () => `m${++number}`);
        const answers = await authority.submitAll(
          id,
          ids.flatMap((externalId) => {
            const data = incoming({ externalId, at: new Date().toISOString() });
            return [
              { id: externalId, type: "message.receive", data, actor, lane: "sources" as const },
              {
                id: `${node}-${externalId}`,
                type: "policy.grace",
                data: { graceMs: number++ % 30_000 },
                actor,
                lane: "people" as const,
              },
            ];
          }),
        );
        for (const [index, answer] of answers.entries()) {
          const name = index % 2 === 0 ? (ids[index / 2] ?? "") : `${node}-${ids[(index - 1) / 2]}`;
          if (answer.ok) acknowledged.add(name);
          else {
            // Its first sending may have come in before the answer was lost.
            expect(["desk.unavailable", "nothing.to.do"]).toContain(answer.error.code);
            refused++;
          }
        }
      }
    });
    for (let kill = 0; kill < kills; kill++) {
      const before = acknowledged.size;
      while (acknowledged.size < before + 200) await new Promise((resume) => setTimeout(resume, 10));
      server.kill();
      await server.start();
    }
    isOver = true;
    await Promise.all(working);
    const log = (await first.changes(id, 0, 100_000)).map(({ change }) => change);
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
    const logged = log.map((change) =>
      isItemChange(change) && change.message !== undefined ? change.message.externalId : change.command,
    );
    expect([...acknowledged].filter((name) => !logged.includes(name))).toEqual([]);
    const done = logged.filter((name) => name !== undefined && acknowledged.has(name));
    expect(new Set(done).size).toBe(done.length);
    expect(acknowledged.size).toBeGreaterThan(kills * 200);
    expect(refused).toBeLessThan(acknowledged.size);
  } finally {
    await Promise.all(stores.map((store) => store.close()));
    await server.remove();
  }
});
