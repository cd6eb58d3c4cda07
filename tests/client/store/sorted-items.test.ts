import { SortedItems } from "@flowdesk/client/store/sorted-items.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { DeskUnderTest } from "../../fixtures/desk.ts";

const desk = new DeskUnderTest();
const received = desk.receive();
const one = desk.state.items.get(received);
if (one === undefined) throw new Error("There is no item");
const sample: Item = one;

const itemOf = (number: number): Item => ({ ...sample, id: `i${number}`, version: number });
const compare = (a: Item, b: Item) => a.version - b.version;
const numbers = fc.uniqueArray(fc.nat(3_000), { minLength: 700, maxLength: 1_400 });

test("items come and go in any order, thousands of them, and stand as if sorted at once", async () => {
  await fc.assert(
    fc.asyncProperty(numbers, numbers, fc.nat(3_000), async (first, steps, limit) => {
      const sorted = new SortedItems(compare);
      await sorted.fill(first.map(itemOf), () => Promise.resolve());
      const there = new Set(first);
      for (const number of steps) {
        if (there.delete(number)) sorted.remove(itemOf(number));
        else {
          there.add(number);
          sorted.add(itemOf(number));
        }
      }
      const anew = [...there].toSorted((a, b) => a - b);
      expect(sorted.ids).toEqual(anew.map((number) => `i${number}`));
      expect(sorted.ids).toBe(sorted.ids);
      expect(sorted.first?.version).toBe(anew[0]);
      expect(sorted.countBefore(({ version }) => version >= limit)).toBe(anew.filter((n) => n < limit).length);
    }),
    { seed: 5, numRuns: 30, endOnFailure: true },
  );
});

test("one by one from nothing to many and back to nothing, and what is not there is not taken out", () => {
  const sorted = new SortedItems(compare);
  for (let number = 0; number < 2_000; number++) sorted.add(itemOf((number * 7) % 2_000));
  expect(sorted.ids).toEqual(Array.from({ length: 2_000 }, (_, number) => `i${number}`));
  sorted.remove(itemOf(5_000));
  for (let number = 0; number < 2_000; number++) sorted.remove(itemOf((number * 11) % 2_000));
  expect(sorted.ids).toEqual([]);
  expect(sorted.first).toBeUndefined();
  sorted.remove(itemOf(1));
  sorted.fillAtOnce([itemOf(2), itemOf(1)]);
  expect(sorted.ids).toEqual(["i1", "i2"]);
});
