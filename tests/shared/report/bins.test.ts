import { ageBins, binOf, responseBins } from "@flowdesk/shared/report/bins.ts";
import { day, minute } from "@flowdesk/shared/time/instant.ts";
import { expect, test } from "vitest";

test("the classes follow each other without a gap, open at both ends", () => {
  for (const bins of [responseBins, ageBins]) {
    expect(bins[0]?.over).toBeNull();
    expect(bins.at(-1)?.upTo).toBeNull();
    expect(bins.slice(1).map(({ over }) => over)).toEqual(bins.slice(0, -1).map(({ upTo }) => upTo));
  }
});

test("a length belongs to the class that it ends: 24 hours are not more than 24 hours", () => {
  expect(responseBins[binOf(responseBins, 0)]).toEqual({ over: null, upTo: minute });
  expect(responseBins[binOf(responseBins, minute)]).toEqual({ over: null, upTo: minute });
  expect(responseBins[binOf(responseBins, minute + 1)]).toEqual({ over: minute, upTo: 2 * minute });
  expect(responseBins[binOf(responseBins, day)]?.upTo).toBe(day);
  expect(responseBins[binOf(responseBins, day + 1)]?.over).toBe(day);
  expect(binOf(responseBins, 400 * day)).toBe(responseBins.length - 1);
});
