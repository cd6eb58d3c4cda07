import { Linked } from "@flowdesk/server/intake/file/linked.ts";
import fc from "fast-check";
import { expect, test } from "vitest";

test("rows linked in any order, cycles among them, are those reachable from each other", () => {
  const row = fc.integer({ min: 1, max: 40 });
  fc.assert(
    fc.property(fc.array(fc.tuple(row, row), { maxLength: 60 }), (links) => {
      const linked = new Linked();
      const groups = new Map<number, Set<number>>();
      const groupOf = (one: number) => groups.get(one) ?? new Set([one]);
      for (const [a, b] of links) {
        linked.link(a, b);
        const merged = new Set([...groupOf(a), ...groupOf(b)]);
        for (const member of merged) groups.set(member, merged);
      }
      for (let one = 1; one <= 40; one += 1) {
        expect(linked.isAlone(one)).toBe(!groups.has(one));
        for (let other = 1; other <= 40; other += 1) {
          expect(linked.rootOf(one) === linked.rootOf(other)).toBe(groupOf(one).has(other));
        }
      }
    }),
  );
});
