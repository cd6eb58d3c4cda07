import { readLength } from "@flowdesk/client/screens/settings/length.ts";
import { day, hour, minute, second } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, it } from "vitest";

describe("a length of time as people type it", () => {
  it.each([
    ["15", 15 * minute],
    ["15 min", 15 * minute],
    ["15m", 15 * minute],
    ["90 s", 90 * second],
    ["24 h", 24 * hour],
    ["24 t", 24 * hour],
    ["24 timer", 24 * hour],
    ["2 hr 5 min", 2 * hour + 5 * minute],
    ["2h30m", 2 * hour + 30 * minute],
    ["1,5 t", 90 * minute],
    ["1.5 hours", 90 * minute],
    ["1:30", 90 * minute],
    ["3 days", 3 * day],
    ["3 døgn", 3 * day],
    ["3 dager", 3 * day],
  ])("%s", (text, ms) => {
    expect(readLength(text)).toBe(ms);
  });

  it.each(["", "soon", "5 weeks", "1:75", "-5", "5 min later", "1..5 h"])("%j is none", (text) => {
    expect(readLength(text)).toBeNull();
  });
});
