import { Bell } from "@flowdesk/server/storage/postgres/bell.ts";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../fixtures/postgres.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** A bell with everything that it hears. */
function listening() {
  const bell = new Bell(database.url);
  onTestFinished(() => bell.close());
  const heard: unknown[] = [];
  let stir = () => {};
  bell.listen({
    reached: (desk, seq) => {
      heard.push([desk, seq]);
      stir();
    },
    told: (_node, topic, said) => {
      heard.push([topic, said]);
      stir();
    },
  });
  const until = async (count: number) => {
    while (heard.length < count)
      await new Promise<void>((resume) => {
        stir = resume;
      });
  };
  return { bell, heard, until };
}

/** Rings until the other hears: a bell hears from when its connection stands. */
async function ringUntilHeard(from: Bell, to: { until: (count: number) => Promise<void> }, desk: string) {
  const ringing = setInterval(() => from.ring(desk, 1), 50);
  await to.until(1);
  clearInterval(ringing);
}

test("rings at other nodes and not at its own, gathered", async () => {
  const [here, there] = [listening(), listening()];
  await ringUntilHeard(here.bell, there, "first");
  there.heard.length = 0;
  for (let seq = 1; seq <= 100; seq++) here.bell.ring("a", seq);
  here.bell.tell("presence", { who: "jonas" });
  await there.until(2);
  expect(there.heard).toEqual(
    expect.arrayContaining([
      ["a", 100],
      ["presence", { who: "jonas" }],
    ]),
  );
  expect(here.heard).toEqual([]);
});

test("rings for more desks than one message holds", async () => {
  const [here, there] = [listening(), listening()];
  await ringUntilHeard(here.bell, there, "first");
  there.heard.length = 0;
  const desks = Array.from({ length: 600 }, (_, n) => `desk-${String(n).padStart(30, "0")}`);
  for (const desk of desks) here.bell.ring(desk, 7);
  await there.until(600);
  expect(there.heard).toEqual(desks.map((desk) => [desk, 7]));
});

test("is heard again after its connection was lost", async () => {
  const [here, there] = [listening(), listening()];
  await ringUntilHeard(here.bell, there, "first");
  await database.cutConnections();
  there.heard.length = 0;
  await ringUntilHeard(here.bell, there, "again");
  expect(there.heard).toContainEqual(["again", 1]);
});

test("passes over what others say on the channel", async () => {
  const [here, there] = [listening(), listening()];
  await ringUntilHeard(here.bell, there, "first");
  await database.sql("notify flowdesk, 'no json'; notify flowdesk, '{\"node\":1}'; notify flowdesk, 'null'");
  there.heard.length = 0;
  await ringUntilHeard(here.bell, there, "still");
  expect(there.heard).toContainEqual(["still", 1]);
});
