import { pino } from "pino";
import type { Running } from "../compose-serving.ts";
import { serveDesks } from "../serve-desks.ts";
import { readAddress } from "../storage/postgres/address.ts";
import { placeWords } from "./place-words.ts";
import { onStopSignal } from "./stop-signal.ts";

/** After the first signal there are so many ms to come to an end. */
const stopWithin = 10_000;

/** Serves the console until SIGTERM or SIGINT. */
export async function serve(options: {
  data: string;
  database?: string;
  host: string;
  port: number;
  origin?: string;
  demo?: boolean;
}): Promise<void> {
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
  process.stdout.write(`Flowdesk serves ${placeOf(options)} at ${running.origin}\n`);
  for (const line of waysIn(running, placeWords(options))) process.stdout.write(`${line}\n`);
}

/** What is served, without what nobody else is to read. */
function placeOf({ data, database }: { data: string; database?: string }): string {
  return database === undefined ? data : `the database ${readAddress(database).where}`;
}

/** How people get in, line by line; `place` is what a command is told to be about the same place. */
function* waysIn({ origin, signInLink, demonstration, hasDesks }: Running, place: string): Generator<string> {
  if (demonstration !== null) {
    yield "";
    yield "A demonstration is on: a simulated festival evening. Nobody outside sees what you do.";
    if (demonstration.refused !== null) yield demonstration.refused;
    else {
      yield `Take a place in it at ${origin}, or by a link, on this machine, as often as you like:`;
      for (const { role, link } of demonstration.links) yield `  ${role.replaceAll("-", " ").padEnd(18)} ${link}`;
    }
    yield "";
    yield 'A desk of your own: see "Your own desk" in README.md. Without the demonstration: npm start -- --no-demo';
  }
  if (signInLink !== null) yield `Sign in, on this machine, once: ${signInLink}`;
  if (hasDesks) return;
  yield "There is no desk yet. Make one, and invite yourself, while this goes on:";
  yield `  npm run -s flowdesk -- desk create care --name "Customer care" --zone Europe/Copenhagen${place}`;
  yield `  npm run -s flowdesk -- user invite --desk care --role administrator${place}`;
}
