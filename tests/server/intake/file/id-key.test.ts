import { idKey, idOfKey } from "@flowdesk/server/intake/file/id-key.ts";
import { compareIds } from "@flowdesk/shared/desk/item/order.ts";
import fc from "fast-check";
import { expect, test } from "vitest";

test("keys sort as text just as the ids themselves are ordered, and give the id back", () => {
  const id = fc.oneof(
    fc.bigInt({ min: 0n, max: 10n ** 22n }).map(String),
    fc.stringMatching(/^[0-9]{1,6}$/u),
    fc.string({ minLength: 1, maxLength: 8 }),
  );
  fc.assert(
    fc.property(id, id, (a, b) => {
      const [x, y] = [idKey(a), idKey(b)];
      expect(Math.sign(x < y ? -1 : x > y ? 1 : 0)).toBe(Math.sign(compareIds(a, b)));
      expect(idOfKey(x)).toBe(a);
    }),
  );
});
