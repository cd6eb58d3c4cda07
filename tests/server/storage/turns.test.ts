import { Turns } from "@flowdesk/server/storage/sqlite/turns.ts";
import { expect, test } from "vitest";

test("one thing runs at a time, and a lane in a flood lets the others in between", async () => {
  const turns = new Turns();
  const order: string[] = [];
  let running = 0;
  const work = (name: string) => async () => {
    expect(++running).toBe(1);
    await Promise.resolve();
    order.push(name);
    running--;
    return name;
  };
  const flood = Array.from({ length: 5 }, (_, n) => turns.take("flood", work(`flood ${n}`)));
  const quiet = [turns.take("quiet", work("quiet 0")), turns.take("other", work("other 0"))];
  expect(await Promise.all([...flood, ...quiet])).toHaveLength(7);
  expect(order).toEqual(["flood 0", "flood 1", "quiet 0", "other 0", "flood 2", "flood 3", "flood 4"]);
});

test("what fails keeps nothing behind it waiting", async () => {
  const turns = new Turns();
  const failing = turns.take("a", () => Promise.reject(new Error("no")));
  const next = turns.take("a", () => Promise.resolve("yes"));
  await expect(failing).rejects.toThrow("no");
  expect(await next).toBe("yes");
});
