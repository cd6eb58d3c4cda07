import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { handleKey, type Sought } from "./traces.ts";

/**
 * Takes the lines that name an author out of the commands of a desk that failed and were kept
 * (`failed-commands.ndjson`). Gives how many lines it was. What fails while this is done is kept in the new file or lost:
 * a command that fails is answered `internal`, and its sender knows.
 */
export async function eraseKept(folder: string, desk: string, sought: Sought): Promise<number> {
  const path = join(folder, "failed-commands.ndjson");
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return 0;
    throw error;
  }
  const lines = text.split("\n").filter((line) => line !== "");
  const left = lines.filter((line) => !names(line, desk, sought));
  if (left.length === lines.length) return 0;
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
}

/** Whether a kept line is of the desk and names the author anywhere, as a word of its own. */
function names(line: string, desk: string, { author }: Sought): boolean {
  const word = new RegExp(`(?<![\\p{L}\\p{N}_])${RegExp.escape(handleKey(author))}(?![\\p{L}\\p{N}_])`, "iu");
  try {
    const said = JSON.parse(line) as { desk?: unknown };
    return said.desk === desk && word.test(line);
  } catch {
    // A line that was cut off by a crash belongs to nobody's desk for sure.
    return word.test(line);
  }
}
