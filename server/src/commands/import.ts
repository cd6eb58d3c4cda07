import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { openDesks, type Where } from "../compose.ts";
import type { FileFormat } from "../intake/file/source.ts";
import { type ImportOutcome, runImport } from "../intake/import-run.ts";
import { stagingIn } from "../intake/staging.ts";
import { requireDesk } from "./desks.ts";
import { terminalProgress } from "./progress.ts";
import { refusedPathFor } from "./refused-path.ts";
import { CommandRefused } from "./sentence.ts";
import { onStopSignal } from "./stop-signal.ts";

export interface ImportOptions extends Where {
  readonly file: string;
  readonly desk: string;
  readonly format?: FileFormat;
  /** The path of a map of templates over the columns. */
  readonly map?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  /** Replays the file at so many times its speed, from now on, instead of bringing in its past. */
  readonly speed?: number;
}

/** Brings a file of messages into a desk, or replays it. */
export async function importFile(options: ImportOptions): Promise<void> {
  const { file, desk, format, map, dryRun, speed } = options;
  const stop = new AbortController();
  const letGo = onStopSignal(() =>
    stop.abort(
      new CommandRefused("stopped", "Stopped. What had been accepted is in; the same file again brings in the rest."),
    ),
  );
  const desks = await openDesks(options);
  const progress = terminalProgress();
  try {
    await requireDesk(desks.store, desk);
    const outcome = await runImport(desks, {
      path: file,
      desk,
      zone: (await desks.zoneOf(desk)) ?? "UTC",
      now: Date.now(),
      refusedPath: refusedPathFor(file, extname(file)),
      stagingRoot: stagingIn(options.data),
      signal: stop.signal,
      onProgress: progress.show,
      ...(format === undefined ? {} : { format }),
      ...(map === undefined ? {} : { map: await readMapFile(map) }),
      ...(dryRun === undefined ? {} : { dryRun }),
      ...(speed === undefined ? {} : { speed }),
    });
    progress.end();
    report(outcome, options);
  } finally {
    progress.end();
    letGo();
    await desks.close();
  }
}

async function readMapFile(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch {
    throw new CommandRefused("file.not.found", `The map ${path} cannot be read.`);
  }
}

/** What a repair of so many rows is called. */
const repaired: Readonly<Record<string, (count: number) => string>> = {
  "text.repaired": (count) => `${count} texts had characters that are none (cut emoji, NUL); they were mended.`,
  "row.cut": (count) =>
    `${count} rows had their text cut at semicolons into several cells; they were put together again.`,
  "time.from.id": (count) => `${count} rows had no time that could be read; it was taken from the message's id.`,
};

function report({ counts, reading, first }: ImportOutcome, { dryRun, json }: ImportOptions): void {
  const said: string[] = [];
  if (dryRun === true && json !== true) {
    process.stdout.write(
      `The first ${first.length} of ${reading.read - reading.refused} messages, as they would come in:\n`,
    );
    for (const { at, channel, kind, direction, author, text, inReplyTo } of first) {
      const way = direction === "out" ? "→" : "←";
      const answers = inReplyTo === undefined ? "" : ` (answers ${inReplyTo})`;
      process.stdout.write(
        `${at}  ${channel}  ${kind} ${way} @${author.handle}${answers}: ${text.replace(/\s+/gu, " ").slice(0, 120)}\n`,
      );
    }
  }
  const { refusals, refused, refusedFile } = reading;
  for (const { row, code, reason } of refusals.slice(0, 10)) said.push(`Row ${row}: ${reason} (${code})`);
  if (refused > 10) said.push(`… and ${refused - 10} more.`);
  if (refusedFile !== undefined) said.push(`The refused rows are in ${refusedFile}: mend them and import that file.`);
  for (const [code, count] of Object.entries(reading.repaired))
    said.push(repaired[code]?.(count) ?? `${count}: ${code}.`);
  for (const { row, code, reason } of reading.repairs.slice(0, 5)) said.push(`Row ${row}: ${reason} (${code})`);
  if (dryRun === true) said.push("This was a dry run: nothing was brought in.");
  for (const line of said) process.stderr.write(`${line}\n`);
  if (json === true) {
    process.stdout.write(`${JSON.stringify(counts)}\n`);
  } else if (dryRun !== true) {
    const { read, accepted, duplicates, rejected, items, responses, overdueResponses } = counts;
    process.stdout.write(
      `${read} read: ${accepted} accepted, ${duplicates} here already, ${rejected} refused. ${items} new items, ${responses} responses, ${overdueResponses} of them over the target.\n`,
    );
  }
}
