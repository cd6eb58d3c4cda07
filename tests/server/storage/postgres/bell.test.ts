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
  const until = async (holds: () => boolean) => {
    while (!holds())
      await new Promise<void>((resume) => {
        stir = resume;
      });
  };
  return { bell, heard, until };
}

/** Rings until the other hears: a bell hears from when its connection stands. */
async function ringUntilHeard(from: Bell, to: ReturnType<typeof listening>, desk: string): Promise<void> {
  const ringing = setInterval(() => from.ring(desk, 1), 50);
  await to.until(() => to.heard.some((one) => Array.isArray(one) && one[0] === desk));
  clearInterval(ringing);
}

test("rings at other nodes and not at its own, gathered", async () => {
  const [here, there] = [listening(), listening()];
  await ringUntilHeard(here.bell, there, "first");
  for (let seq = 1; seq <= 100; seq++) here.bell.ring("a", seq);
  here.bell.tell("presence", { who: "jonas" });
  const others = () => there.heard.filter((one) => Array.isArray(one) && one[0] !== "first");
  await there.until(() => others().length === 2);
  expect(others()).toEqual([
    ["presence", { who: "jonas" }],
    ["a", 100],
  ]);
  expect(here.heard).toEqual([]);
});

test("whoever rings and closes at once, as a command does, is heard", async () => {
  const there = listening();
  const ringer = listening();
  await ringUntilHeard(ringer.bell, there, "first");
  const leaver = new Bell(database.url);
  leaver.ring("a", 7);
  await leaver.close();
  await there.until(() => there.heard.some((one) => Array.isArray(one) && one[0] === "a" && one[1] === 7));
});

test("rings for more desks than one message holds", async () => {
  const [here, there] = [listening(), listening()];
  await ringUntilHeard(here.bell, there, "first");
  const desks = Array.from({ length: 600 }, (_, n) => `desk-${String(n).padStart(30, "0")}`);
  for (const desk of desks) here.bell.ring(desk, 7);
  const rung = () => there.heard.filter((one) => Array.isArray(one) && one[1] === 7);
  await there.until(() => rung().length === 600);
  expect(rung()).toEqual(desks.map((desk) => [desk, 7]));
});

test("is heard again after its connection was lost", async () => {
  const [here, there] = [listening(), listening()];
  await ringUntilHeard(here.bell, there, "first");
  await database.cutConnections();
  await ringUntilHeard(here.bell, there, "again");
});

test("passes over what others say on the channel", async () => {
  const [here, there] = [listening(), listening()];
  await ringUntilHeard(here.bell, there, "first");
  await database.sql("notify flowdesk, 'no json'; notify flowdesk, '{\"node\":1}'; notify flowdesk, 'null'");
  await ringUntilHeard(here.bell, there, "still");
});
