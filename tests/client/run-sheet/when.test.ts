import { readTime, readWhen, whenOf } from "@flowdesk/client/screens/run-sheet/when.ts";
import { describe, expect, it } from "vitest";

describe("a time of day as people type it", () => {
  it.each([
    ["21:05", "21:05"],
    ["21.05", "21:05"],
    ["2105", "21:05"],
    ["930", "09:30"],
    ["21", "21:00"],
    ["9", "09:00"],
    ["kl. 9.30", "09:30"],
    [" 0:00 ", "00:00"],
  ])("%s is %s", (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  it.each(["", "25:00", "21:60", "2460", "nine", "21:05:00", "-1"])("%j is none", (text) => {
    expect(readTime(text)).toBeNull();
  });
});

describe("the time of a post", () => {
  const zone = "Europe/Copenhagen";

  it("T1: comes to an instant by its zone", () => {
    expect(readWhen({ date: "2026-07-04", time: "21", zone })).toEqual({
      planned: { local: "2026-07-04T21:00:00", zone },
      at: "2026-07-04T19:00:00.000Z",
      shifted: null,
    });
  });

  it("T1: says that the clock change skips it, and where it moves to", () => {
    const read = readWhen({ date: "2026-03-29", time: "02:30", zone });
    expect(read?.shifted?.kind).toBe("skipped");
    expect(read?.at).toBe("2026-03-29T01:30:00.000Z");
  });

  it("T1: says that it comes twice, and is the first", () => {
    const read = readWhen({ date: "2026-10-25", time: "02:30", zone });
    expect(read?.shifted?.kind).toBe("repeated");
    expect(read?.at).toBe("2026-10-25T00:30:00.000Z");
  });

  it("is none without a date, a time or a zone of the calendar", () => {
    expect(readWhen({ date: "2026-02-30", time: "21", zone })).toBeNull();
    expect(readWhen({ date: "2026-07-04", time: "", zone })).toBeNull();
    expect(readWhen({ date: "2026-07-04", time: "21", zone: "Roskilde" })).toBeNull();
  });

  it("is shown in the fields as it was chosen", () => {
    expect(whenOf({ local: "2026-07-04T21:05:00", zone })).toEqual({ date: "2026-07-04", time: "21:05", zone });
  });
});
