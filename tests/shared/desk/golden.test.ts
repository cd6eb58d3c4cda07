import { changeSchema } from "@flowdesk/shared/desk/change.ts";
import { evolve } from "@flowdesk/shared/desk/evolve.ts";
import { kinds } from "@flowdesk/shared/desk/item/need.ts";
import { expect, test } from "vitest";
import { freshLoad, plain } from "../../fixtures/console.ts";
import { emptyDesk } from "../../fixtures/desk.ts";
import { changeTypes, goldenLogs } from "../../fixtures/golden/logs.ts";

/**
 * Logs as earlier releases wrote them. They are kept as they are: a type that they hold may not be altered, only another
 * one added beside it (`npm run keep-log` then keeps a log that has it).
 */
const golden = goldenLogs();

test("L3: logs that earlier releases wrote still replay to what they came to then", () => {
  expect(golden.length).toBeGreaterThan(0);
  for (const { start, histories } of golden) {
    for (const { log, end } of histories) {
      const state = log.reduce(evolve, emptyDesk(start.desk, start.members));
      expect(plain(freshLoad(state, { kinds, channels: "all" }))).toEqual(end);
    }
  }
});

test("L3: what earlier releases wrote is still of a form that the wire has", () => {
  for (const { histories } of golden)
    for (const { log } of histories) for (const change of log) expect(changeSchema.parse(change)).toEqual(change);
});

test("L3: every type of change has its place in an old log", () => {
  const held = new Set<string>(
    golden.flatMap(({ histories }) => histories.flatMap(({ log }) => log.map(({ type }) => type))),
  );
  expect(changeTypes.filter((type) => !held.has(type))).toEqual([]);
});
