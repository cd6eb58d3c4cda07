import { setImmediate as nextTurn } from "node:timers/promises";
import { Doorway } from "@flowdesk/server/transport/socket/doorway.ts";
import { expect, test } from "vitest";

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);

test("Connections that come at once are let in a few at a turn, in the order in which they came", async () => {
  const doorway = new Doorway();
  const entered: number[] = [];
  for (const number of numbers(50)) doorway.pass(() => entered.push(number));
  expect(entered).toEqual(numbers(20));
  await nextTurn();
  expect(entered).toEqual(numbers(40));
  doorway.pass(() => entered.push(50));
  expect(entered).toHaveLength(40);
  await nextTurn();
  expect(entered).toEqual(numbers(51));
});

test("One that comes alone is let in at once, again and again", async () => {
  const doorway = new Doorway();
  let entered = 0;
  for (const count of [1, 2, 3]) {
    doorway.pass(() => entered++);
    expect(entered).toBe(count);
    await nextTurn();
    await nextTurn();
  }
});
