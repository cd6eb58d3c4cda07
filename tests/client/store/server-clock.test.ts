import { noteServerTime, serverNow } from "@flowdesk/client/store/server-clock.ts";
import { expect, test } from "vitest";

test("the desk's clock is told by what the server stamps, however wrong this computer's is", () => {
  const far = Date.parse("2031-01-01T00:00:00.000Z");
  noteServerTime(far);
  expect(serverNow()).toBeGreaterThanOrEqual(far);
  expect(serverNow()).toBeLessThan(far + 60_000);
});

test("of readings that took different times to come, the one furthest ahead counts", () => {
  const far = Date.parse("2032-01-01T00:00:00.000Z");
  noteServerTime(far);
  noteServerTime(far - 5_000);
  expect(serverNow()).toBeGreaterThanOrEqual(far);
});
