import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { instant } from "@flowdesk/shared/time/instant.ts";

/**
 * Keeps commands that failed by a fault of the server's, one JSON line each, in `failed-commands.ndjson` of the folder.
 * @param now the clock by which the desks go, in ms UTC
 */
export function failedCommands(folder: string, now: () => number, warn: (about: object, message: string) => void) {
  return (
    desk: string,
    submission: { id: string; type: string; actor: string; data: unknown },
    error: unknown,
  ): void => {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    warn({ desk, id: submission.id, type: submission.type, error: reason }, "a command failed and has been kept");
    const line = `${JSON.stringify({ at: instant(now()), desk, ...submission, error: reason })}\n`;
    appendFile(join(folder, "failed-commands.ndjson"), line, { mode: 0o600 }).catch((failure: unknown) =>
      warn({ failure: String(failure) }, "a failed command could not be kept"),
    );
  };
}
