import { readFileSync } from "node:fs";
import {
  briefingChangeTypes,
  type Change,
  changeSchema,
  channelChangeTypes,
  itemChangeTypes,
  memberChangeTypes,
  policyChangeTypes,
  postChangeTypes,
} from "@flowdesk/shared/desk/change.ts";
import type { Desk } from "@flowdesk/shared/desk/desk.ts";
import { evolve } from "@flowdesk/shared/desk/evolve.ts";
import { kinds } from "@flowdesk/shared/desk/item/need.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { expect, test } from "vitest";
import { freshLoad, plain } from "../../fixtures/console.ts";
import { emptyDesk } from "../../fixtures/desk.ts";

/**
 * Logs as the first release wrote them, with the state that they came to. They are kept as they are: a type that they
 * hold may not be altered, only another one added beside it.
 */
const golden = JSON.parse(readFileSync(new URL("../../fixtures/golden/log-1.json", import.meta.url), "utf8")) as {
  start: { desk: Desk; members: Member[] };
  histories: Array<{ log: Change[]; end: unknown }>;
};

test("L3: logs that an earlier release wrote still replay to what they came to then", () => {
  for (const { log, end } of golden.histories) {
    const state = log.reduce(evolve, emptyDesk(golden.start.desk, golden.start.members));
    expect(plain(freshLoad(state, { kinds, channels: "all" }))).toEqual(end);
  }
});

test("L3: what an earlier release wrote is still of a form that the wire has", () => {
  for (const { log } of golden.histories) for (const change of log) expect(changeSchema.parse(change)).toEqual(change);
});

test("L3: every type of change has its place in an old log", () => {
  const held = new Set<string>(golden.histories.flatMap(({ log }) => log.map(({ type }) => type)));
  const all = [
    ...itemChangeTypes,
    ...memberChangeTypes,
    ...channelChangeTypes,
    ...postChangeTypes,
    ...policyChangeTypes,
    ...briefingChangeTypes,
  ];
  expect(all.filter((type) => !held.has(type))).toEqual([]);
});
