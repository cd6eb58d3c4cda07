import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
import { watched } from "./watched.ts";

/**
 * Loaded before a server or an import (`--import`): measures its event loop, memory and CPU from within, and tells its
 * parent when asked. It is the program itself that is measured, unaltered.
 */
if (isMainThread) {
  const { look, forget } = watched();
  process.on("message", (message) => {
    if (message !== "probe") return;
    process.send?.(look());
    forget();
  });
  // Listening to its parent must not keep it alive.
  process.channel?.unref();
  const path = process.env.FLOWDESK_BENCH_PROBE;
  if (path !== undefined) process.on("exit", () => writeFileSync(path, JSON.stringify(look())));
}
