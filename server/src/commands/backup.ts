import { backUp } from "../storage/copy/back-up.ts";
import { terminalProgress } from "./progress.ts";
import { CommandRefused } from "./sentence.ts";
import { onStopSignal } from "./stop-signal.ts";

/** Backs the desks of a folder or a database up into a folder, while they are served or not. */
export async function backup(options: {
  readonly data: string;
  readonly database?: string;
  readonly to: string;
  readonly json?: boolean;
}): Promise<void> {
  const { data, database, to, json } = options;
  const stop = new AbortController();
  const letGo = onStopSignal(() =>
    stop.abort(new CommandRefused("stopped", "Stopped. There is no backup; what was there of it has been taken away.")),
  );
  const progress = terminalProgress();
  try {
    const { tables } = await backUp({
      from: database ?? data,
      to,
      signal: stop.signal,
      onProgress: progress.show,
    });
    progress.end();
    if (json === true) process.stdout.write(`${JSON.stringify({ tables })}\n`);
    else {
      for (const { table, rows } of tables) process.stdout.write(`${table.padEnd(16)} ${String(rows).padStart(10)}\n`);
      process.stdout.write(`Backed up into ${to}, and looked over.\n`);
    }
  } finally {
    progress.end();
    letGo();
  }
}
