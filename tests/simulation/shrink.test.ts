import { expect, test } from "vitest";
import { shrink } from "./shrink.ts";

test("what is left after shrinking is what makes it fail", async () => {
  const steps = Array.from({ length: 60 }, (_, index) => index);
  const fails = async (some: readonly number[]) => [7, 31, 58].every((one) => some.includes(one));
  expect(await shrink(steps, fails)).toEqual([7, 31, 58]);
});

test("what fails without any step is left with none", async () => {
  expect(await shrink([1, 2, 3], async () => true)).toEqual([]);
});
