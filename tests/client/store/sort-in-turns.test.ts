import { sortInTurns } from "@flowdesk/client/store/sort-in-turns.ts";
import fc from "fast-check";
import { expect, test } from "vitest";

test("what is sorted in turns stands as if sorted at once, and the turns are many", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(9999), { maxLength: 6000, size: "max" }), async (numbers) => {
      let pauses = 0;
      const sorted = await sortInTurns(
        numbers,
        (a, b) => a - b,
        async () => {
          pauses++;
        },
      );
      expect(sorted).toEqual([...numbers].sort((a, b) => a - b));
      expect(pauses).toBeGreaterThanOrEqual(Math.ceil(numbers.length / 1024));
    }),
    { seed: 5, numRuns: 30 },
  );
});
