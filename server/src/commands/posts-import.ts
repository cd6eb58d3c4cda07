import { openDesks, type Where } from "../compose.ts";
import type { PlannedRow } from "../intake/calendar/calendar.ts";
import { type CalendarFormat, type CalendarOutcome, runCalendar } from "../intake/calendar/calendar-run.ts";
import type { DateOrder } from "../intake/calendar/sprout.ts";
import { requireDesk } from "./desks.ts";
import { terminalProgress } from "./progress.ts";
import { refusedPathFor } from "./refused-path.ts";
import { CommandRefused } from "./sentence.ts";
import { onStopSignal } from "./stop-signal.ts";

export interface PostsImportOptions extends Where {
  readonly file: string;
  readonly desk: string;
  readonly format: CalendarFormat;
  readonly dates?: DateOrder;
  readonly zone?: string;
  /** The channels that each post goes to; absent: all channels of the desk. */
  readonly channels?: readonly string[];
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Brings a calendar of planned posts into a desk: a post a row, with a variant for each channel. */
export async function importPosts(options: PostsImportOptions): Promise<void> {
  const { file, desk, format, dates, channels, dryRun } = options;
  const stop = new AbortController();
  const letGo = onStopSignal(() =>
    stop.abort(
      new CommandRefused("stopped", "Stopped. What had been planned stays; the same file again brings in the rest."),
    ),
  );
  const desks = await openDesks(options);
  const progress = terminalProgress();
  try {
    await requireDesk(desks.store, desk);
    const outcome = await runCalendar(
      {
        channels: () => desks.channelsOf(desk),
        command: (type, data) => desks.command(desk, type, data),
      },
      {
        path: file,
        desk,
        format,
        zone: options.zone ?? (await desks.zoneOf(desk)) ?? "UTC",
        now: Date.now(),
        refusedPath: refusedPathFor(file, ".csv"),
        signal: stop.signal,
        onProgress: (done, total) => progress.show("planning", done, total),
        ...(dates === undefined ? {} : { dates }),
        ...(channels === undefined ? {} : { channels }),
        ...(dryRun === undefined ? {} : { dryRun }),
      },
    );
    progress.end();
    report(outcome, options);
  } finally {
    progress.end();
    letGo();
    await desks.close();
  }
}

function report(outcome: CalendarOutcome, { dryRun, json }: PostsImportOptions): void {
  const { counts, rows, refusals, refusedFile, warnings, made } = outcome;
  if (dryRun === true && json !== true) {
    for (const { local, zone, text } of rows.slice(0, 20)) {
      process.stdout.write(`${local} ${zone}  ${text.replace(/\s+/gu, " ").slice(0, 120)}\n`);
    }
  }
  const said: string[] = made.map((channel) => `Made the channel ${channel}.`);
  for (const { sentence } of warnings) said.push(sentence);
  for (const { row, code, reason } of refusals.slice(0, 20)) said.push(`Row ${row}: ${reason} (${code})`);
  if (refusals.length > 20) said.push(`… and ${refusals.length - 20} more.`);
  for (const row of rows) if (row.shifted !== null) said.push(shiftedSentence(row));
  if (refusedFile !== undefined) said.push(`The refused rows are in ${refusedFile}: mend them and import that file.`);
  if (dryRun === true) said.push("This was a dry run: nothing was planned.");
  for (const line of said) process.stderr.write(`${line}\n`);
  if (json === true) process.stdout.write(`${JSON.stringify(counts)}\n`);
  else if (dryRun !== true) {
    process.stdout.write(
      `${counts.read} read: ${counts.accepted} planned, ${counts.duplicates} here already, ${counts.rejected} refused.\n`,
    );
  }
}

function shiftedSentence({ row, local, zone, shifted }: PlannedRow): string {
  return shifted === "skipped"
    ? `Row ${row}: the clock change in ${zone} skips ${local}; the post goes out that much later.`
    : `Row ${row}: ${local} comes twice in ${zone}; the first is taken.`;
}
