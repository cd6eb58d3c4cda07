import {
  dayAfter,
  dayOf,
  hasNow,
  isDay,
  rowsBefore,
  sheetOf,
  startOf,
} from "@flowdesk/client/screens/run-sheet/sheet.ts";
import type { Post, Variant } from "@flowdesk/shared/desk/post/post.ts";
import { millis } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, it } from "vitest";

const zone = "Europe/Copenhagen";

function variant(channel: string, id = channel): Variant {
  return {
    id,
    channel,
    text: "Vi er i gang",
    media: [],
    state: "planned",
    late: false,
    link: null,
    liveAt: null,
    by: null,
    override: null,
  };
}

function post(id: string, at: string, variants: readonly Variant[] = [variant("x:festival")]): Post {
  return {
    id,
    title: id,
    planned: { local: at.slice(0, 19), zone: "UTC" },
    at,
    shifted: null,
    owner: null,
    note: "",
    variants: [...variants],
    source: null,
    version: 1,
  };
}

describe("the days of a run sheet", () => {
  it("T1: begin at midnight on the desk's clock", () => {
    expect(dayOf("2026-07-04T21:59:59.000Z", zone)).toBe("2026-07-04");
    expect(dayOf("2026-07-04T22:00:00.000Z", zone)).toBe("2026-07-05");
    expect(startOf("2026-07-05", zone)).toBe("2026-07-04T22:00:00.000Z");
  });

  it("T1: follow one another over the clock change", () => {
    expect(dayAfter("2026-03-28", 1)).toBe("2026-03-29");
    expect(dayAfter("2026-03-01", -1)).toBe("2026-02-28");
    expect(millis(startOf("2026-03-30", zone)) - millis(startOf("2026-03-29", zone))).toBe(23 * 3_600_000);
  });

  it("are read from an address only if the calendar has them", () => {
    expect(isDay("2026-02-28")).toBe(true);
    expect(isDay("2026-02-30")).toBe(false);
    expect(isDay("tomorrow")).toBe(false);
    expect(isDay("")).toBe(false);
  });
});

describe("the sheet of a day", () => {
  const before = post("before", "2026-07-04T21:00:00.000Z");
  const first = post("first", "2026-07-05T18:00:00.000Z", [variant("instagram:festival"), variant("x:festival")]);
  const second = post("second", "2026-07-05T19:00:00.000Z", [
    variant("x:festival", "one"),
    variant("x:festival", "two"),
  ]);
  const night = post("night", "2026-07-05T23:30:00.000Z");
  const morning = post("morning", "2026-07-06T04:00:00.000Z");
  const sheet = sheetOf([before, first, second, night, morning], "2026-07-05", zone);

  it("has the day's posts and those of the night after it", () => {
    expect(sheet.rows.map((row) => [row.post.id, row.isAfterMidnight])).toEqual([
      ["first", false],
      ["second", false],
      ["night", true],
    ]);
  });

  it("has a column for each channel that something goes out on", () => {
    expect(sheet.channels).toEqual(["instagram:festival", "x:festival"]);
    expect(sheet.rows[0]?.cells.get("instagram:festival")).toHaveLength(1);
    expect(sheet.rows[1]?.cells.get("instagram:festival")).toBeUndefined();
    expect(sheet.rows[1]?.cells.get("x:festival")?.map(({ id }) => id)).toEqual(["one", "two"]);
  });

  it("has its now line before the first post that is still to come", () => {
    expect(rowsBefore(sheet.rows, millis("2026-07-05T17:00:00.000Z"))).toBe(0);
    expect(rowsBefore(sheet.rows, millis("2026-07-05T18:00:00.000Z"))).toBe(1);
    expect(rowsBefore(sheet.rows, millis("2026-07-05T23:59:00.000Z"))).toBe(3);
  });

  it("has a now line from its midnight until the night is over", () => {
    expect(hasNow("2026-07-05", zone, millis("2026-07-04T21:59:00.000Z"))).toBe(false);
    expect(hasNow("2026-07-05", zone, millis("2026-07-04T22:00:00.000Z"))).toBe(true);
    expect(hasNow("2026-07-05", zone, millis("2026-07-06T03:59:00.000Z"))).toBe(true);
    expect(hasNow("2026-07-05", zone, millis("2026-07-06T04:00:00.000Z"))).toBe(false);
  });
});
