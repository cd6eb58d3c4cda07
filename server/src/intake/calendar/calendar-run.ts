import { hash } from "node:crypto";
import { channelId } from "@flowdesk/shared/desk/channel/channel.ts";
import type { Answer } from "../../desk/desk-service.ts";
import type { Problem } from "../file/problem.ts";
import { readBuffer } from "./buffer.ts";
import type { CalendarWarning, PlannedRow } from "./calendar.ts";
import { type DateOrder, readSprout } from "./sprout.ts";

/** Whose calendars can be read. */
export type CalendarFormat = "sprout" | "buffer";

/** What a run needs of the desk. */
export interface CalendarPorts {
  /** The ids of the desk's channels that are in use. */
  channels(): Promise<readonly string[]>;
  /** Sends a command of whoever brings the calendar in. */
  command(type: string, data: object): Promise<Answer>;
}

export interface CalendarRunOptions {
  readonly path: string;
  readonly desk: string;
  readonly format: CalendarFormat;
  /** IANA zone in which the calendar's times are meant. */
  readonly zone: string;
  /** The order of day and month in a calendar of Sprout, where it does not follow from the dates. */
  readonly dates?: DateOrder;
  /** The channels that each post goes to; absent: all of the desk's. */
  readonly channels?: readonly string[];
  /** Plans nothing. */
  readonly dryRun?: boolean;
  /** Milliseconds since 1970-01-01T00:00Z: what is planned before is refused. */
  readonly now: number;
  /** Where to write the refused rows, should there be any. */
  readonly refusedPath: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** What became of a calendar. */
export interface CalendarOutcome {
  readonly counts: {
    readonly read: number;
    readonly accepted: number;
    readonly duplicates: number;
    readonly rejected: number;
  };
  /** The rows that can be planned. */
  readonly rows: readonly PlannedRow[];
  readonly refusals: ReadonlyArray<Problem & { readonly row: number }>;
  readonly refusedFile?: string;
  readonly warnings: readonly CalendarWarning[];
  /** The channels that had to be made. */
  readonly made: readonly string[];
}

/** A calendar cannot be planned: none of its posts, or no more of them, could be. */
export class CalendarStopped extends Error {
  override readonly name = "CalendarStopped";
  readonly code: string;

  constructor(code: string, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

/** Answers with these codes are no judgement on the post: nothing more can be planned now. */
const stops: ReadonlySet<string> = new Set(["storage.full", "desk.unavailable", "desk.unknown", "forbidden"]);

/**
 * Brings a calendar of planned posts into a desk: a post a row, with a variant for each channel. A row that is there
 * already is a duplicate.
 * @throws IntakeError if the file as a whole cannot be read; CalendarStopped; the signal's reason if it is aborted
 */
export async function runCalendar(ports: CalendarPorts, options: CalendarRunOptions): Promise<CalendarOutcome> {
  const { path, zone, now, refusedPath, dates, signal } = options;
  const common = { path, zone, now, refusedPath };
  const calendar =
    options.format === "buffer"
      ? await readBuffer(common)
      : await readSprout({ ...common, ...(dates === undefined ? {} : { dates }) });
  const later: Array<Problem & { readonly row: number }> = [];
  let [accepted, duplicates] = [0, 0];
  const made: string[] = [];
  if (options.dryRun !== true) {
    const channels = await channelsFor(ports, options, made);
    for (const [done, row] of calendar.rows.entries()) {
      signal.throwIfAborted();
      options.onProgress(done, calendar.rows.length);
      const answer = await ports.command("post.plan", postOf(row, channels, options.format));
      if (answer.ok) accepted += 1;
      else if (answer.error.code === "nothing.to.do") duplicates += 1;
      else if (stops.has(answer.error.code)) throw new CalendarStopped(answer.error.code, answer.error.message);
      else later.push({ row: row.row, code: answer.error.code, reason: answer.error.message });
    }
    options.onProgress(calendar.rows.length, calendar.rows.length);
  }
  const refusedFile = calendar.refuse(later);
  const refusals = [...calendar.refusals.map(({ row, code, reason }) => ({ row, code, reason })), ...later];
  return {
    counts: { read: calendar.read, accepted, duplicates, rejected: refusals.length },
    rows: calendar.rows,
    refusals,
    ...(refusedFile === undefined ? {} : { refusedFile }),
    warnings: calendar.warnings,
    made,
  };
}

/** The channels named, or all of the desk; a desk without any is given one for its own web. */
async function channelsFor(
  ports: CalendarPorts,
  options: CalendarRunOptions,
  made: string[],
): Promise<readonly string[]> {
  const there = await ports.channels();
  const wanted = options.channels ?? (there.length > 0 ? there : [`web:${options.desk}`]);
  const ids = wanted.map((raw) => ({ raw, id: channelId(raw) }));
  const wrong = ids.find(({ id }) => id === null);
  if (wrong !== undefined) {
    throw new CalendarStopped(
      "channel.unknown",
      `“${wrong.raw}” is no channel: write platform:handle, as in x:festival.`,
    );
  }
  for (const { raw, id } of ids) {
    if (id === null || there.includes(id) || made.includes(id)) continue;
    const answer = await ports.command("channel.add", { channel: raw });
    if (answer.ok) made.push(id);
    else if (answer.error.code !== "channel.exists") {
      throw new CalendarStopped(answer.error.code, answer.error.message);
    }
  }
  return [...new Set(ids.flatMap(({ id }) => (id === null ? [] : [id])))];
}

function postOf(row: PlannedRow, channels: readonly string[], format: CalendarFormat): object {
  const { local, zone, text, imageUrls, tags } = row;
  // The same row again makes no second post, however often the file comes and wherever in it the row stands.
  const source = `${format}:${hash("sha1", JSON.stringify([local, zone, text, imageUrls, channels]), "hex")}`;
  return {
    post: `p-${source.slice(-24)}`,
    title: text.replace(/\s+/gu, " ").trim().slice(0, 80) || "Picture",
    planned: { local, zone },
    note: tags.length === 0 ? "" : `Tags: ${tags.join(", ")}`,
    source,
    variants: channels.map((channel) => ({ channel, text, media: imageUrls.map((url) => ({ url })) })),
  };
}
