import { candidatesFor, coverFrom, ordersOf, suggestedCover } from "@flowdesk/client/screens/cover/orders.ts";
import type { Cover } from "@flowdesk/shared/desk/cover/cover.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { aisha, bridge, ida, jonas, noor, sofie } from "../../fixtures/people.ts";

test("a cover taken apart channel by channel and put together again says the same", () => {
  const cover: fc.Arbitrary<Cover> = fc.record(
    {
      channels: fc.oneof(
        fc.constant("all" as const),
        fc.uniqueArray(fc.constantFrom("x:a", "x:b", "x:c"), { minLength: 1 }),
      ),
      kinds: fc.constantFrom<NonNullable<Cover["kinds"]>>(["dm"], ["mention", "comment"]),
      languages: fc.constantFrom(["da"], ["nb", "en"]),
      standIn: fc.constant(true),
    },
    { requiredKeys: ["channels"] },
  );
  fc.assert(
    fc.property(fc.array(cover, { maxLength: 5 }), (covers) => {
      const lines = (of: readonly Cover[]) => new Set(ordersOf(of).map((order) => JSON.stringify(coverFrom([order]))));
      expect(lines(coverFrom(ordersOf(covers)))).toEqual(lines(covers));
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("a channel can be given to those who answer and see it", () => {
  const members = [aisha, jonas, noor, ida, bridge];
  expect(candidatesFor("x:festival", members)).toEqual([aisha, jonas]);
  expect(candidatesFor("instagram:festival", members)).toEqual([aisha, jonas, noor]);
});

test("the suggestion shares the channels out, busiest first, with a stand-in for each", () => {
  const cover = suggestedCover(
    [
      { id: "x:festival", open: 2 },
      { id: "instagram:festival", open: 40 },
    ],
    [aisha, jonas, sofie],
  );
  expect(cover).toEqual(
    new Map([
      [jonas.id, [{ channels: ["instagram:festival"] }, { channels: ["x:festival"], standIn: true }]],
      [sofie.id, [{ channels: ["instagram:festival"], standIn: true }, { channels: ["x:festival"] }]],
    ]),
  );
  expect(suggestedCover([{ id: "x:festival", open: 1 }], [aisha])).toEqual(
    new Map([[aisha.id, [{ channels: ["x:festival"] }]]]),
  );
  expect(suggestedCover([{ id: "x:festival", open: 1 }], [])).toEqual(new Map());
});
