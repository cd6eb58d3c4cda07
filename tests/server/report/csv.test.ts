import { csvHead, csvRows } from "@flowdesk/server/report/csv.ts";
import type { ResponseFields } from "@flowdesk/server/storage/queries/report-rows.ts";
import Papa from "papaparse";
import { expect, test } from "vitest";

const row: ResponseFields = {
  item: "item-1",
  message: "reply-1",
  channel: "x:festival",
  kind: "mention",
  need: "answer",
  customer: "maja_k",
  from_at: Date.parse("2026-03-29T00:30:00.000Z"),
  to_at: Date.parse("2026-03-29T01:30:00.500Z"),
  ms: 3_600_500,
  target_ms: 86_400_000,
  first: 1,
  by: "jonas",
  author: "Jonas Friis",
};
const options = { separator: ",", zone: "Europe/Copenhagen", isShown: () => true } as const;

function read(text: string, delimiter = ","): string[][] {
  return Papa.parse<string[]>(text.trimEnd(), { delimiter }).data;
}

test("a row has every column, lengths as numbers, times in UTC and on the desk's own wall", () => {
  const [names = [], cells = []] = read((csvHead(",") + csvRows([row], options)).replace("\u{feff}", ""));
  expect(Object.fromEntries(names.map((name, index) => [name, cells[index]]))).toEqual({
    item: "item-1",
    message: "reply-1",
    channel: "x:festival",
    kind: "mention",
    need: "answer",
    customer: "maja_k",
    waiting_since_utc: "2026-03-29T00:30:00.000Z",
    answered_utc: "2026-03-29T01:30:00.500Z",
    waiting_since_local: "2026-03-29 01:30:00",
    answered_local: "2026-03-29 03:30:00",
    response_ms: "3600500",
    target_ms: "86400000",
    within_target: "1",
    first: "1",
    member: "jonas",
    answered_as: "Jonas Friis",
  });
});

test("the file begins with a byte order mark and ends its lines with CR LF", () => {
  expect(csvHead(";")).toMatch(/^\u{feff}item;message;channel;.*\r\n$/u);
  expect(csvRows([row, row], options).split("\r\n")).toHaveLength(3);
});

test.each(["=1+1", "+45 12", "-2+3", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠A"])(
  "no cell starts a formula: %j",
  (author) => {
    const text = csvRows([{ ...row, author, customer: author }], options);
    const cells = read(text)[0] ?? [];
    expect(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/u.test(cell))).toEqual([]);
    expect(cells.at(-1)).toBe(`'${author}`);
  },
);

test("separators, quotes and line breaks stay in their cell, by comma and by semicolon", () => {
  const author = 'a,b;c"d\r\ne';
  for (const separator of [",", ";"] as const)
    expect(read(csvRows([{ ...row, author }], { ...options, separator }), separator)[0]?.at(-1)).toBe(author);
});

test("who answered is left out for those who may not see it", () => {
  const cells = read(
    csvRows([row, { ...row, by: null, author: "AppleSupport" }], { ...options, isShown: (by) => by === "jonas" }),
  );
  expect(cells.map((line) => line.slice(-2))).toEqual([
    ["jonas", "Jonas Friis"],
    ["", ""],
  ]);
});
