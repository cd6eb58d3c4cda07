import { visibleMarks } from "@flowdesk/shared/text/visible-marks.ts";
import { expect, it } from "vitest";

it("the marks that turn the direction of a text are listed with their places", () => {
  expect(visibleMarks("exe\u202egpj\u202c.doc \u2067a\u2069\u200f")).toEqual([
    { index: 3, name: "RLO" },
    { index: 7, name: "PDF" },
    { index: 13, name: "RLI" },
    { index: 15, name: "PDI" },
    { index: 16, name: "RLM" },
  ]);
});

it("letters written from right to left are no marks, nor are joiners", () => {
  expect(visibleMarks("سلام שלום 👨‍👩‍👧 a\u00adb")).toEqual([]);
});

it("every mark has a name", () => {
  const all = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";
  const names = visibleMarks(all).map(({ name }) => name);
  expect(names).toHaveLength(all.length);
  expect(new Set(names).size).toBe(all.length);
});
