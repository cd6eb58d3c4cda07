import { IntakeError } from "../file/intake-error.ts";
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

/** Which of day and month comes first in a calendar's dates. */
export type DateOrder = "dd/mm" | "mm/dd";

/** More rows than this Sprout itself would not take. */
const sproutRows = 350;
const dateForm = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\s*$/u;
const timeForm = /^\s*(\d{1,2}):(\d\d)(?::\d\d)?\s*$/u;

/**
 * Reads a bulk calendar of Sprout: `date,time_24hr,message_text[,public_image_url]`, the names case-sensitive, the date
 * dd/mm/yyyy or mm/dd/yyyy, the time of 24 hours.
 * @param options.dates the order of day and month; if it is not given it has to follow from the dates themselves
 * @throws IntakeError; `dates.ambiguous` if the order is not given and the dates can be read both ways
 */
export async function readSprout(options: CalendarOptions & { readonly dates?: DateOrder }): Promise<Calendar> {
  requirePostZone(options.zone);
  const table = await readTable(options.path, ["date", "time_24hr", "message_text"], "Sprout");
  const [date, time, text, image] = ["date", "time_24hr", "message_text", "public_image_url"].map((name) =>
    table.header.columns.indexOf(name),
  );
  const cellOf = (cells: readonly string[], index: number | undefined) => cells[index ?? -1] ?? "";
  const order = options.dates ?? orderOf(table, date ?? -1);
  return planCalendar(
    table,
    options,
    (cells) => {
      const local = localOf(cellOf(cells, date), cellOf(cells, time), order);
      if (local === null) {
        const wanted = order === "dd/mm" ? "dd/mm/yyyy" : "mm/dd/yyyy";
        const reason = `“${cellOf(cells, date)} ${cellOf(cells, time)}” is no date and time: write ${wanted} and 20:15.`;
        return { problem: { code: "post.at.form", reason } };
      }
      const picture = cellOf(cells, image).trim();
      const words = cellOf(cells, text);
      if (words.trim() === "" && picture === "") {
        return { problem: { code: "post.empty", reason: "The row has neither a text nor a picture." } };
      }
      return { local, text: words, imageUrls: picture === "" ? [] : [picture], tags: [] };
    },
    warningsOf(table),
  );
}

function localOf(date: string, time: string, order: DateOrder): string | null {
  const d = dateForm.exec(date);
  const t = timeForm.exec(time);
  if (d === null || t === null) return null;
  const [, first = "", second = "", year = ""] = d;
  const [day, month] = order === "dd/mm" ? [first, second] : [second, first];
  return localTime(year, month, day, t[1] ?? "", t[2] ?? "");
}

/** The one order in which the dates make sense. */
function orderOf(table: CalendarTable, column: number): DateOrder {
  let onlyDayFirst = 0;
  let onlyMonthFirst = 0;
  let either: string | undefined;
  for (const { cells, problem } of table.rows) {
    const cell = cells[column] ?? "";
    if (problem !== undefined) continue;
    const dayFirst = localOf(cell, "00:00", "dd/mm");
    const monthFirst = localOf(cell, "00:00", "mm/dd");
    if (dayFirst !== null && monthFirst === null) onlyDayFirst += 1;
    else if (dayFirst === null && monthFirst !== null) onlyMonthFirst += 1;
    else if (dayFirst !== monthFirst) either ??= cell.trim();
  }
  if (onlyDayFirst > 0 && onlyMonthFirst === 0) return "dd/mm";
  if (onlyMonthFirst > 0 && onlyDayFirst === 0) return "mm/dd";
  if (onlyDayFirst === 0 && either === undefined) return "dd/mm";
  const why =
    onlyDayFirst > 0 ? "Some of the dates have the day first, others the month" : `“${either}” can be read both ways`;
  throw new IntakeError("dates.ambiguous", `${why}: say which it is, dd/mm or mm/dd.`);
}

function warningsOf(table: CalendarTable): CalendarWarning[] {
  const count = table.rows.length;
  if (count <= sproutRows) return [];
  const sentence = `The calendar has ${count} rows; Sprout itself takes ${sproutRows} at most.`;
  return [{ code: "calendar.rows", sentence }];
}
