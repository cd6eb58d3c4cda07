import { type CsvRow, readCsv } from "@flowdesk/server/intake/file/csv.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(text: string, size = 1 << 16): Promise<{ columns: readonly string[]; rows: CsvRow[] }> {
  const csv = await readCsv(pieces(text, size));
  const rows: CsvRow[] = [];
  for await (const piece of csv.rows) rows.push(...piece);
  return { columns: csv.header.columns, rows };
}

const cellsOf = (rows: readonly CsvRow[]) => rows.map((row) => row.cells);

describe("reading CSV", () => {
  test.each([
    ["comma", "a,b;x,c\n1,2,3\n"],
    ["semicolon", 'a;"b;x";c\r\n1;2;3\r\n'],
    ["tab", "a\tb;x\tc\r1\t2\t3"],
  ])("the separator is found in the header: %s", async (_, text) => {
    const { columns, rows } = await read(text);
    expect(columns).toEqual(["a", "b;x", "c"]);
    expect(cellsOf(rows)).toEqual([["1", "2", "3"]]);
  });

  test("the line sep=; of a spreadsheet decides, and counts as a row", async () => {
    const { columns, rows } = await read("sep=;\na;b,c,d\n1;2\n");
    expect(columns).toEqual(["a", "b,c,d"]);
    expect(rows).toEqual([{ row: 3, line: 3, cells: ["1", "2"] }]);
  });

  test("what ends the header ends every record; bare CRs stay in their unquoted cell", async () => {
    const { rows } = await read("a,b\n1,x\r\ry\n2,z\r\n");
    expect(cellsOf(rows)).toEqual([
      ["1", "x\r\ry"],
      ["2", "z\r"],
    ]);
  });

  test("line breaks in a header's cell do not end it", async () => {
    const { columns, rows } = await read('"a\nb",c\r\n1,"2\n3"\r\n');
    expect(columns).toEqual(["a\nb", "c"]);
    expect(cellsOf(rows)).toEqual([["1", "2\n3"]]);
  });

  test("rows are numbered as a spreadsheet numbers them, lines as an editor does", async () => {
    const { rows } = await read('a,b\n1,"two\nlines"\n\n3,4\n');
    expect(rows.map(({ row, line }) => [row, line])).toEqual([
      [2, 2],
      [4, 5],
    ]);
  });

  test("no newline at the end, and cells left over that are empty", async () => {
    expect(cellsOf((await read("a,b\n1,2,,\n3,4")).rows)).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  test("a quote inside an unquoted cell is a character, also one that is not doubled", async () => {
    expect(cellsOf((await read('a,b\n5" pipe,"say "hi" now"\n')).rows)).toEqual([['5" pipe', 'say "hi" now']]);
  });

  test("a row with other cells than the header is refused by its number, the rest goes on", async () => {
    const { rows } = await read("a,b\n1\n1,2,3\n4,5\n");
    expect(rows.map((row) => row.problem?.code)).toEqual(["row.cells", "row.cells", undefined]);
    expect(rows[1]).toMatchObject({ row: 3, cells: ["1", "2", "3"] });
    expect(rows[1]?.problem?.reason).toBe("The row has 3 cells where the header has 2.");
  });

  test.each([1, 7, 1 << 16])("a quote that is never closed costs one row, in pieces of %i", async (size) => {
    const { rows } = await read('a,b\n1,x\n2,"open\n3,y\n4,"quoted, and closed"\n5,z\n', size);
    expect(rows.map((row) => [row.row, row.problem?.code])).toEqual([
      [2, undefined],
      [3, "row.quote.open"],
      [4, undefined],
      [5, undefined],
      [6, undefined],
    ]);
    expect(rows[1]?.cells).toEqual(['2,"open']);
    expect(rows[3]?.cells).toEqual(["4", "quoted, and closed"]);
  });

  test("a quote left open in the last row", async () => {
    const { rows } = await read('a,b\n1,2\n3,"4\n');
    expect(rows.map((row) => row.problem?.code)).toEqual([undefined, "row.quote.open"]);
  });

  test("a quote left open with megabytes behind it does not swallow them", async () => {
    const filler = `1,${"x".repeat(98)}\n`.repeat(30_000);
    const { rows } = await read(`a,b\n0,"open\n${filler}`);
    expect(rows).toHaveLength(30_001);
    expect(rows.filter((row) => row.problem !== undefined)).toHaveLength(1);
  });

  test("empty, blank, a column twice", async () => {
    await expect(read("")).rejects.toMatchObject({ code: "file.empty" });
    await expect(read("\n\n")).rejects.toMatchObject({ code: "file.empty" });
    await expect(read("id,text,id\n1,2,3\n")).rejects.toThrow("The column “id” stands twice");
    expect((await read("a,b\n")).rows).toEqual([]);
  });

  test("the columns that a file of refused rows has in front are left out", async () => {
    const { columns, rows } = await read("row,code,reason,a,b\n7,x,y,1,2\n");
    expect(columns).toEqual(["a", "b"]);
    expect(cellsOf(rows)).toEqual([["1", "2"]]);
  });
});

describe("any table", () => {
  const cell = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.string({ unit: fc.constantFrom('"', ",", ";", "\t", "\n", "\r", " ", "a", "ø", "😁"), maxLength: 12 }),
  );
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 12 }));
  const form = fc.record({
    separator: fc.constantFrom(",", ";", "\t"),
    end: fc.constantFrom("\n", "\r\n", "\r"),
    endAtLast: fc.boolean(),
    size: fc.integer({ min: 1, max: 40 }),
  });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

  test("written with any separator and line end reads back the same, however it is cut into pieces", async () => {
    await fc.assert(
      fc.asyncProperty(table, form, async (cells, { separator, end, endAtLast, size }) => {
        const width = cells[0]?.length ?? 2;
        const header = Array.from({ length: width }, (_, i) => `column ${i}`);
        // Quotes only where they are needed, so that both kinds of cells are met.
        const write = (text: string) => (/[",;\t\n\r]|^\s|\s$/u.test(text) ? quoted(text) : text);
        const text = [header, ...cells].map((row) => row.map(write).join(separator)).join(end) + (endAtLast ? end : "");
        const { columns, rows } = await read(text, size);
        expect(columns).toEqual(header);
        expect(cellsOf(rows)).toEqual(cells);
        expect(rows.every((row) => row.problem === undefined)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
