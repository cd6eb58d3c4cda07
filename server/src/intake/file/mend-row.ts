import type { Draft } from "./draft.ts";
import type { Mapping, MessageMap } from "./mapping.ts";
import { canonical, readMoment } from "./moment.ts";
import type { Problem } from "./problem.ts";
import { takenFromId, timeOfId } from "./snowflake.ts";
import { columnOf, compileTemplate } from "./template.ts";

/** What a damaged row was made into, and how. */
export type Mended = { readonly made: { readonly draft: Draft }; readonly repair: Problem };

export type MendOptions = {
  readonly map: MessageMap;
  readonly columns: readonly string[];
  /** Reads a row by the map. */
  readonly mapping: Mapping;
  /** IANA zone of times without an offset. */
  readonly zone?: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
};

/** An HTML entity at the end of a cell that lacks its semicolon. */
const cutEntity = /&(?:[a-z]{2,8}|#\d{1,5})$/iu;
/** X writes times in seconds. */
const sameTime = 1_000;

/**
 * Mends rows whose time cannot be read because the tool that wrote the file cut their text at semicolons, as after
 * `&amp`, into further cells, which pushed the time out of its column. Cells are only put together on evidence: each but
 * the last ends in an entity without its semicolon and the time can be read then; or the time that then stands in its
 * place is the one that the message's id on X says. Where no time stands anywhere, the id's is taken.
 * @returns null for a row that cannot be mended
 */
export function rowMender(options: MendOptions): (cells: readonly string[]) => Mended | null {
  const { map, columns, mapping, zone, now } = options;
  const templateOf = (field: "externalId" | "channel") =>
    compileTemplate(map.templates.get(field) ?? "", columns, field);
  const [idOf, channelOf] = [templateOf("externalId"), templateOf("channel")];
  const text = columnOf(map.templates.get("text") ?? "", columns);
  const at = columnOf(map.templates.get("at") ?? "", columns);
  if (at === -1) return () => null;

  return (cells) => {
    const made = timeOfId(channelOf(cells).trim(), idOf(cells).trim(), now);
    const mostJoins = text === -1 || text > at ? 0 : cells.length - 1 - text;
    for (let joins = 1; joins <= mostJoins; joins += 1) {
      const row = joined(cells, text, joins);
      const read = cells.slice(text, text + joins).every((cell) => cutEntity.test(cell)) ? mapping(row) : null;
      if (read !== null && "draft" in read) return { made: read, repair: putTogether(joins) };
      // A row that had become too long for its columns may have had its last cells put into one.
      const [time = ""] = (row[at] ?? "").split(",", 1);
      const moment = made === null ? null : readMoment(time, zone);
      if (made === null || typeof moment !== "number" || Math.abs(moment - made) > sameTime) continue;
      const proven = mapping(row.with(at, time));
      if ("draft" in proven) return { made: proven, repair: putTogether(joins) };
    }
    const stamp = made === null ? null : canonical(made);
    if (stamp === null) return null;
    let joins = 0;
    while (joins < mostJoins && cutEntity.test(cells[text + joins] ?? "") && cells[text + joins + 1] !== "") joins += 1;
    const row = joined(cells, text, joins).with(at, stamp);
    const read = mapping(row);
    if (!("draft" in read)) return null;
    if (joins === 0) return { made: read, repair: takenFromId };
    const reason = `${takenFromId.reason} ${putTogether(joins).reason}`;
    return { made: read, repair: { code: takenFromId.code, reason } };
  };
}

/** A row with a cell and so many after it in one, the rest moved up, and empty cells at the end. */
function joined(cells: readonly string[], first: number, joins: number): string[] {
  if (joins === 0) return [...cells];
  const end = first + joins + 1;
  const whole = cells.slice(first, end).join(";");
  return [...cells.slice(0, first), whole, ...cells.slice(end), ...Array.from({ length: joins }, () => "")];
}

function putTogether(joins: number): Problem {
  return {
    code: "row.cut",
    reason: `The text had been cut at semicolons into ${joins + 1} cells; they were put together again.`,
  };
}
