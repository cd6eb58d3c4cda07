import { readBuffer } from "@flowdesk/server/intake/calendar/buffer.ts";
import { expect, test } from "vitest";
import { temporaryFiles } from "../temporary-file.ts";

const make = temporaryFiles();
const header = "Text,Image URL,Tags,Posting Time,Board Name";

const read = (rows: readonly string[], first = header) =>
  readBuffer({
    path: make([first, ...rows].join("\r\n")),
    zone: "Europe/Oslo",
    now: Date.parse("2026-06-01T18:00:00Z"),
  });

test("rows become posts with their tags; a picture alone will do", async () => {
  const { rows, refusals, warnings } = await read([
    '"Velkommen\ntil fest","","fest27, scene ,fest27",2026-06-13 20:15,',
    ",https://fest.no/a.png,,2026-06-13 9:15,",
  ]);
  expect(rows).toMatchObject([
    { row: 2, local: "2026-06-13T20:15:00", text: "Velkommen\ntil fest", imageUrls: [], tags: ["fest27", "scene"] },
    { row: 3, local: "2026-06-13T09:15:00", text: "", imageUrls: ["https://fest.no/a.png"], tags: [] },
  ]);
  expect([refusals, warnings]).toEqual([[], []]);
});

test("a row without time, text and picture, or in the past is refused", async () => {
  const { refusals } = await read([
    "a,,,,",
    ",,tag,2026-06-13 20:15,",
    "a,,,13/06/2026 20:15,",
    "a,,,2026-06-31 20:15,",
    "a,,,2026-05-13 20:15,",
  ]);
  expect(refusals.map(({ row, code }) => [row, code])).toEqual([
    [2, "post.at.missing"],
    [3, "post.empty"],
    [4, "post.at.form"],
    [5, "post.at.form"],
    [6, "post.at.past"],
  ]);
});

test("boards are not taken over, and that is said; the other columns have to be there", async () => {
  expect((await read(["a,,,2026-06-13 20:15,Plakater"])).warnings).toMatchObject([{ code: "calendar.board" }]);
  await expect(read(["a,b"], "Text,Posting Time")).rejects.toThrow("Image URL, Tags is missing");
});
