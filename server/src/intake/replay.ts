import { setTimeout as pause } from "node:timers/promises";
import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import { millis } from "@flowdesk/shared/time/instant.ts";
import { shiftMessage } from "./file/shift.ts";

/** Longest pause between two looks at the clock, in ms, so that a stop is noticed. */
const step = 1_000;
/** What falls within so many ms is brought in together. */
const gather = 50;

export interface ReplayOptions {
  readonly batches: AsyncIterable<readonly IncomingMessage[]>;
  /** How many times as fast as it was. */
  readonly speed: number;
  /** The run's own name: it stands behind every id. */
  readonly run: string;
  /** The wall clock in ms. */
  readonly now: () => number;
  readonly signal?: AbortSignal;
}

/** Messages as they happen again: the first now, each further one when its time has come, at the speed asked for. */
export async function* replay(options: ReplayOptions): AsyncGenerator<readonly IncomingMessage[]> {
  const { speed, run, now, signal } = options;
  const to = now();
  let from: number | null = null;
  let gathered: IncomingMessage[] = [];
  for await (const batch of options.batches) {
    for (const message of batch) {
      from ??= millis(message.at);
      const shifted = shiftMessage(message, { from, to, speed, run });
      const happens = millis(shifted.at);
      if (gathered.length > 0 && (happens > now() + gather || gathered.length >= 500)) {
        yield gathered;
        gathered = [];
      }
      while (happens > now()) {
        signal?.throwIfAborted();
        await pause(Math.min(step, happens - now()), undefined, signal === undefined ? {} : { signal });
      }
      gathered.push(shifted);
    }
  }
  if (gathered.length > 0) yield gathered;
}
