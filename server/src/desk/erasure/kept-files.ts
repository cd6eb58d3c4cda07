import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { type Instant, instant } from "@flowdesk/shared/time/instant.ts";
import { handleKey, inJson, type Sought, spellingsOf } from "./traces.ts";

/** A line of `failed-commands.ndjson`, as far as an erasure goes by it. */
interface KeptLine {
  readonly desk?: unknown;
  /** When it was kept. */
  readonly at?: unknown;
  /** When it was last found to name nobody who had been erased. */
  readonly looked?: unknown;
}

/**
 * Takes the lines that name an author out of the commands of a desk that failed and were kept
 * (`failed-commands.ndjson`). Gives how many lines it was. What fails while this is done is kept in the new file or lost:
 * a command that fails is answered `internal`, and its sender knows.
 * @param now by the clock that desks go by, in ms UTC: by this it is noted in the lines left that they were looked at
 */
export function eraseKept(folder: string, desk: string, sought: Sought, now: number): Promise<number> {
  const looked = instant(now);
  return rewrite(folder, (line, kept) => {
    if ((kept === null || kept.desk === desk) && names(line, sought)) return null;
    return kept?.desk === desk ? JSON.stringify({ ...kept, looked }) : line;
  });
}

/**
 * Takes all lines of a desk that were kept, and not looked at since, before an author was erased elsewhere: what is
 * written of that names nobody, so that nobody here can know whom they name. Gives how many lines it was.
 */
export function dropKept(folder: string, desk: string, erasedAt: Instant): Promise<number> {
  return rewrite(folder, (line, kept) => {
    const at = kept?.looked ?? kept?.at;
    const isOld = typeof at !== "string" || at <= erasedAt;
    return kept !== null && (kept.desk !== desk || !isOld) ? line : null;
  });
}

/** The desks of which commands are kept. */
export async function keptDesks(folder: string): Promise<readonly string[]> {
  const desks = (await linesOf(pathIn(folder))).map((line) => parsed(line)?.desk);
  return [...new Set(desks)].filter((desk) => typeof desk === "string");
}

/** Rewrites run one after another: each puts a new file in the place of the one that it has read. */
let last: Promise<unknown> = Promise.resolve();

/** Writes the file anew with what each line comes to; null: it goes. Gives how many went. */
function rewrite(folder: string, rule: (line: string, kept: KeptLine | null) => string | null): Promise<number> {
  const done = last.then(async () => {
    const path = pathIn(folder);
    const lines = await linesOf(path);
    const left = lines.flatMap((line) => rule(line, parsed(line)) ?? []);
    if (left.length === lines.length && left.every((line, place) => line === lines[place])) return 0;
    const draft = `${path}.${process.pid}`;
    const file = await open(draft, "w", 0o600);
    try {
      await file.writeFile(left.map((line) => `${line}\n`).join(""));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
    return lines.length - left.length;
  });
  last = done.catch(() => {});
  return done;
}

function pathIn(folder: string): string {
  return join(folder, "failed-commands.ndjson");
}

async function linesOf(path: string): Promise<readonly string[]> {
  try {
    return (await readFile(path, "utf8")).split("\n").filter((line) => line !== "");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

/** Null for a line that was cut off by a crash: it belongs to nobody's desk for sure. */
function parsed(line: string): KeptLine | null {
  try {
    return JSON.parse(line) as KeptLine;
  } catch {
    return null;
  }
}

/** Whether a line names the author anywhere, as a word of its own. */
function names(line: string, { author }: Sought): boolean {
  const spelt = spellingsOf(handleKey(author)).map((spelling) => RegExp.escape(inJson(spelling)));
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${spelt.join("|")})(?![\\p{L}\\p{N}_])`, "iu").test(line.normalize("NFC"));
}
