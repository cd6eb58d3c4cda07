import { readFileSync } from "node:fs";
import { readSprout } from "@flowdesk/server/intake/calendar/sprout.ts";
import { expect, test } from "vitest";
import { temporaryFiles } from "../temporary-file.ts";

const make = temporaryFiles();
const options = { zone: "Europe/Copenhagen", now: Date.parse("2026-06-01T18:00:00Z") };
const header = "date,time_24hr,message_text,public_image_url";

const read = (rows: readonly string[], more: object = {}) =>
  readSprout({ ...options, path: make([header, ...rows].join("\n")), ...more });

test("rows become posts at the wall-clock time that was chosen", async () => {
  const calendar = await read([
    '13/06/2026,9:05,"Nu, på scenen #fest27",https://fest.dk/a.jpg',
    "14/06/2026,21:30,Tak,",
  ]);
  expect(calendar).toMatchObject({
    read: 2,
    refusals: [],
    warnings: [],
    rows: [
      {
        row: 2,
        local: "2026-06-13T09:05:00",
        zone: "Europe/Copenhagen",
        shifted: null,
        text: "Nu, på scenen #fest27",
        imageUrls: ["https://fest.dk/a.jpg"],
        tags: [],
      },
      {
        row: 3,
        local: "2026-06-14T21:30:00",
        zone: "Europe/Copenhagen",
        shifted: null,
        text: "Tak",
        imageUrls: [],
        tags: [],
      },
    ],
  });
});

test("day and month follow from the dates where they can, else they have to be chosen", async () => {
  const localOf = async (rows: readonly string[], more: object = {}) => (await read(rows, more)).rows[0]?.local;
  expect(await localOf(["07/08/2026,10:00,a,", "13/08/2026,10:00,b,"])).toBe("2026-08-07T10:00:00");
  expect(await localOf(["07/08/2026,10:00,a,", "08/13/2026,10:00,b,"])).toBe("2026-07-08T10:00:00");
  expect(await localOf(["07/07/2026,10:00,a,"])).toBe("2026-07-07T10:00:00");
  await expect(read(["07/08/2026,10:00,a,"])).rejects.toMatchObject({ code: "dates.ambiguous" });
  await expect(read(["13/08/2026,10:00,a,", "08/13/2026,10:00,b,"])).rejects.toMatchObject({ code: "dates.ambiguous" });
  expect(await localOf(["07/08/2026,10:00,a,"], { dates: "mm/dd" })).toBe("2026-07-08T10:00:00");
});

test("T1: times that the clock change skips or repeats are said", async () => {
  const { rows } = await read(["28/03/2027,02:30,a,", "31/10/2027,02:30,b,", "30/10/2027,02:30,b,"]);
  expect(rows.map((row) => row.shifted)).toEqual(["skipped", "repeated", null]);
});

test("rows that cannot be planned are refused with row and reason, and kept", async () => {
  const refusedPath = make("", "refused.csv");
  const bad = [
    "31/06/2026,10:00,no such day,",
    "13/06/2026,25:00,no such hour,",
    "13/06/2026,10.30,another form,",
    "01/06/2026,19:59,passed,",
    "13/06/2026,10:00,,",
    "13/06/2026,10:00,picture,not an address",
    "13/06/2026,10:00",
  ];
  const { rows, refusals, refusedFile } = await read([...bad, "01/06/2026,20:00,in time,"], {
    dates: "dd/mm",
    refusedPath,
  });
  expect(rows.map((row) => row.text)).toEqual(["in time"]);
  expect(refusals.map(({ row, code }) => [row, code])).toEqual([
    [2, "post.at.form"],
    [3, "post.at.form"],
    [4, "post.at.form"],
    [5, "post.at.past"],
    [6, "post.empty"],
    [7, "post.image"],
    [8, "row.cells"],
  ]);
  expect(refusals[3]?.reason).toBe("The time, 2026-06-01 19:59 in Europe/Copenhagen, has passed.");
  const mended = readFileSync(refusedFile ?? "", "utf8")
    .replace(",31/06", ",30/06")
    .replace(",25:00", ",23:00");
  const again = await readSprout({ ...options, path: make(mended), dates: "dd/mm" });
  expect(again.rows.map((row) => row.text)).toEqual(["no such day", "no such hour"]);
});

test("more rows than Sprout takes are a warning; names in another case are no columns", async () => {
  const many = Array.from({ length: 351 }, (_, i) => `13/06/2026,10:00,post ${i},`);
  expect((await read(many)).warnings).toMatchObject([{ code: "calendar.rows" }]);
  const path = make("Date,Time_24hr,Message_text\n13/06/2026,10:00,a\n");
  await expect(readSprout({ ...options, path })).rejects.toMatchObject({ code: "file.column.missing" });
  await expect(read([])).rejects.toMatchObject({ code: "file.rows.none" });
  await expect(read(many, { zone: "+02:00" })).rejects.toMatchObject({ code: "zone.unknown" });
});
