import { pino } from "pino";
import { type Running, serveDesks } from "../compose.ts";
import { onStopSignal } from "./stop-signal.ts";

/** After the first signal there are so many ms to come to an end. */
const stopWithin = 10_000;

/** Serves the console until SIGTERM or SIGINT. */
export async function serve(options: { data: string; host: string; port: number; origin?: string }): Promise<void> {
  // stdout is for people; what happens goes to stderr, one JSON line each.
  const log = pino(
    { level: process.env.FLOWDESK_LOG ?? "info", base: null },
    pino.destination({ dest: 2, sync: false }),
  );
  let running: Running | null = null;
  onStopSignal((signal) => {
    log.info({ signal }, "stopping");
    setTimeout(() => {
      log.error({}, "did not come to an end in time");
      process.exit(1);
    }, stopWithin).unref();
    // Nothing has been taken yet while it starts.
    if (running === null) process.exit(0);
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: String(error) }, "stopping failed");
        process.exit(1);
      },
    );
  });
  running = await serveDesks({ ...options, log });
  process.stdout.write(`Flowdesk serves ${options.data} at ${running.origin}\n`);
  if (running.signInLink !== null) {
    process.stdout.write(`Sign in, on this machine, once: ${running.signInLink}\n`);
  }
}
