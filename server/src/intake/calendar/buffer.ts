import {
  type Calendar,
  type CalendarOptions,
  type CalendarTable,
  type CalendarWarning,
  localTime,
  planCalendar,
  readTable,
  requirePostZone,
} from "./calendar.ts";

const timeForm = /^\s*(\d{4})-(\d\d)-(\d\d)[T ](\d{1,2}):(\d\d)(?::\d\d)?\s*$/u;

/**
 * Reads a bulk calendar of Buffer: `Text,Image URL,Tags,Posting Time[,Board Name]`, the names case-sensitive, times
 * `YYYY-MM-DD HH:mm`, tags separated by commas; a text or a picture is required.
 * @throws IntakeError
 */
export async function readBuffer(options: CalendarOptions): Promise<Calendar> {
  requirePostZone(options.zone);
  const table = await readTable(options.path, ["Text", "Image URL", "Tags", "Posting Time"], "Buffer");
  const [text, image, tags, time] = ["Text", "Image URL", "Tags", "Posting Time"].map((name) =>
    table.header.columns.indexOf(name),
  );
  const cellOf = (cells: readonly string[], index: number | undefined) => cells[index ?? -1] ?? "";
  return planCalendar(
    table,
    options,
    (cells) => {
      const written = cellOf(cells, time);
      if (written.trim() === "") {
        return { problem: { code: "post.at.missing", reason: "The row has no posting time." } };
      }
      const t = timeForm.exec(written);
      const local = t === null ? null : localTime(t[1] ?? "", t[2] ?? "", t[3] ?? "", t[4] ?? "", t[5] ?? "");
      if (local === null) {
        const reason = `“${written.slice(0, 60)}” is no posting time: write it as 2026-06-01 20:15.`;
        return { problem: { code: "post.at.form", reason } };
      }
      const picture = cellOf(cells, image).trim();
      const words = cellOf(cells, text);
      if (words.trim() === "" && picture === "") {
        return { problem: { code: "post.empty", reason: "The row has neither a text nor a picture." } };
      }
      return { local, text: words, imageUrls: picture === "" ? [] : [picture], tags: tagsOf(cellOf(cells, tags)) };
    },
    warningsOf(table),
  );
}

function tagsOf(cell: string): string[] {
  const tags = cell.split(",").map((tag) => tag.trim());
  return [...new Set(tags.filter((tag) => tag !== ""))];
}

function warningsOf(table: CalendarTable): CalendarWarning[] {
  const board = table.header.columns.indexOf("Board Name");
  const named = table.rows.filter(({ cells, problem }) => problem === undefined && (cells[board] ?? "") !== "").length;
  if (named === 0) return [];
  return [
    { code: "calendar.board", sentence: `${named} rows name a board under Board Name, which is not taken over.` },
  ];
}
