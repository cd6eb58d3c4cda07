import { filterQuery, type Narrowing } from "@flowdesk/client/screens/review/address.ts";
import { placeOf } from "@flowdesk/client/screens/review/distribution-plot.ts";
import { lengthTextFor } from "@flowdesk/client/screens/review/length-text.ts";
import { responseBins } from "@flowdesk/shared/report/bins.ts";
import { day, hour, minute, second } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, test } from "vitest";

const nothing: Narrowing = { channel: [], kind: [], need: [], person: [] };

describe("what the server is asked for", () => {
  test("days are instants of the desk's zone, the last one included, and go before the span", () => {
    const query = filterQuery(
      { ...nothing, span: "today", first: "2026-03-29", last: "2026-03-29" },
      "Europe/Copenhagen",
    );
    expect(query).toEqual([
      ["from", "2026-03-28T23:00:00.000Z"],
      ["to", "2026-03-29T22:00:00.000Z"],
    ]);
  });

  test("days the wrong way round are turned, and one alone stands for itself", () => {
    const two = { ...nothing, first: "2026-01-03", last: "2026-01-01" };
    expect(filterQuery(two, "UTC")).toEqual([
      ["from", "2026-01-01T00:00:00.000Z"],
      ["to", "2026-01-04T00:00:00.000Z"],
    ]);
    expect(filterQuery({ ...nothing, last: "2026-01-01" }, "UTC")).toEqual([
      ["from", "2026-01-01T00:00:00.000Z"],
      ["to", "2026-01-02T00:00:00.000Z"],
    ]);
  });

  test("lists give their name with each of their values", () => {
    expect(filterQuery({ ...nothing, span: "all", channel: ["x:a", "x:b"], kind: ["dm"] }, "UTC")).toEqual([
      ["channel", "x:a"],
      ["channel", "x:b"],
      ["kind", "dm"],
      ["span", "all"],
    ]);
  });
});

describe("lengths of time in figures", () => {
  test.each([
    [0, "0 sec"],
    [450, "0.4 sec"],
    [45 * second, "45 sec"],
    [765 * second, "12 min 45 sec"],
    [minute, "1 min"],
    [31_330 * second, "8 hr 42 min"],
    [day, "1 day"],
    [31 * hour, "1 day 7 hr"],
    [12 * day + 5 * hour, "12 days"],
  ])("%i ms are written %s", (ms, text) => {
    expect(lengthTextFor("en")(ms)).toBe(text);
  });

  test("are written as Danes and Norwegians write them", () => {
    expect(lengthTextFor("da")(765 * second)).toBe("12 min. 45 sek.");
    expect(lengthTextFor("nb")(31 * hour)).toBe("1 d 7 t");
  });
});

describe("where a length lies in the picture", () => {
  const bins = responseBins.map((bin) => ({ ...bin, first: 0, next: 0 }));

  test("a target that is the end of a class lies on its edge", () => {
    for (const [index, { upTo }] of bins.entries())
      if (upTo !== null) expect(placeOf(bins, upTo)).toBeCloseTo(index + 1);
  });

  test("between two edges it lies by the logarithm, and never outside the picture", () => {
    const oneAndTwo = placeOf(bins, minute * Math.SQRT2);
    expect(oneAndTwo).toBeCloseTo(1.5);
    expect(placeOf(bins, 1)).toBe(0);
    expect(placeOf(bins, 4_000 * day)).toBe(bins.length);
  });
});
