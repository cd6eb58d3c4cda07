import { sheetLines } from "@flowdesk/client/screens/wall/sheet.ts";
import type { Wall } from "@flowdesk/shared/protocol/wall.ts";
import { instant, minute } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, test } from "vitest";

const now = Date.parse("2026-07-04T20:00:00.000Z");

/** A post so many ms from now on X, or where a test says. */
function post(title: string, ms: number, ...variants: Wall["posts"][number]["variants"]): Wall["posts"][number] {
  const at = instant(now + ms);
  return { title, at, variants: variants.length > 0 ? variants : [{ channel: "x:f", state: "planned", late: false }] };
}

const shown = (posts: Wall["posts"], most = 5) =>
  sheetLines(posts, now, most).map(({ post: { title }, stage }) => `${stage} ${title}`);

describe("The wall's run sheet", () => {
  test("has what is late first, then what is on, then what comes, then what is out", () => {
    const posts = [
      post("Out", -4 * minute, { channel: "x:f", state: "live", late: false }),
      post(
        "Late",
        -2 * minute,
        { channel: "x:f", state: "live", late: false },
        { channel: "web:f", state: "due", late: true },
      ),
      post("Now", minute),
      post("Next", 30 * minute),
    ];
    expect(shown(posts)).toEqual(["late Late", "now Now", "next Next", "live Out"]);
    expect(sheetLines(posts, now, 1)[0]?.channels).toEqual([
      { channel: "web:f", standing: "late" },
      { channel: "x:f", standing: "live" },
    ]);
    expect(shown(posts, 2)).toEqual(["late Late", "now Now"]);
  });

  test("is late by its own clock, before the server says so", () => {
    expect(shown([post("Forgotten", -minute)])).toEqual(["late Forgotten"]);
  });

  test("keeps what was not sent for an hour, what is out for ten minutes, and nothing that was called off", () => {
    const state = (title: string, ms: number, of: "missed" | "live" | "cancelled") =>
      post(title, ms, { channel: "x:f", state: of, late: false });
    expect(
      shown([
        state("A", -59 * minute, "missed"),
        state("B", -61 * minute, "missed"),
        state("C", -9 * minute, "live"),
        state("D", -11 * minute, "live"),
        state("E", minute, "cancelled"),
        { title: "F", at: instant(now), variants: [] },
      ]),
    ).toEqual(["late A", "live C"]);
  });
});
