import { readEnd, usualEnd } from "@flowdesk/client/screens/shift/access-end.ts";
import { telOf } from "@flowdesk/client/screens/shift/tonight.tsx";
import { day, millis } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, test } from "vitest";

const zone = "Europe/Copenhagen";
const evening = millis("2026-07-04T18:00:00.000Z");

describe("the end of a volunteer's access", () => {
  test("is four in the night on the desk's clock, unless somebody says otherwise", () => {
    expect(usualEnd(evening, zone)).toEqual({ date: "2026-07-05", time: "04:00", zone });
    expect(usualEnd(millis("2026-07-04T08:00:00.000Z"), zone)).toEqual({ date: "2026-07-05", time: "04:00", zone });
    expect(usualEnd(evening, "America/New_York")).toMatchObject({ date: "2026-07-05", time: "04:00" });
  });

  test("is eight hours away for whoever comes in the night itself", () => {
    expect(usualEnd(millis("2026-07-05T00:30:00.000Z"), zone)).toEqual({ date: "2026-07-05", time: "10:30", zone });
  });

  test("is read from what is written, and refused where it has passed or is far off", () => {
    expect(readEnd({ date: "2026-07-05", time: "4", zone }, evening)).toEqual({ at: "2026-07-05T02:00:00.000Z" });
    expect(readEnd({ date: "2026-07-04", time: "20:00", zone }, evening)).toEqual({ wrong: "past" });
    expect(readEnd({ date: "2026-07-05", time: "half four", zone }, evening)).toEqual({ wrong: "no-time" });
    expect(readEnd({ date: "2026-09-05", time: "04:00", zone }, evening)).toEqual({ wrong: "far" });
    expect(readEnd({ date: "2026-08-04", time: "19:59", zone }, evening)).toEqual({
      at: new Date(evening + 31 * day - 60_000).toISOString(),
    });
  });
});

test("a number is called as it is written, without what is for the eye", () => {
  expect(telOf("+45 12 34 56 78")).toBe("tel:+4512345678");
  expect(telOf("(0) 33-15")).toBe("tel:03315");
  expect(telOf("*31#112")).toBe("tel:*31%23112");
});
