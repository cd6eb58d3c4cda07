import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import type { Answer, DeskService } from "../../../desk/desk-service.ts";
import { arrival } from "../../bring-in.ts";
import type { ChannelMap } from "./channel-map.ts";
import { incomingOf } from "./incoming.ts";
import type { Script } from "./script.ts";
import type { ScriptClock, Time } from "./script-clock.ts";
import type { ScriptEvent } from "./script-event.ts";

/** Longest pause between two looks at the clock, in ms, so that a change of speed or a stop is noticed. */
const look = 200;
/** Between two tries while the desk can take nothing, in ms. */
const patience = 500;
/** Most events of one batch. */
const most = 250;

/** What has become of a script so far; all of it counted by event. */
export interface Played {
  arrivals: number;
  edits: number;
  deletions: number;
  /** What the desk refused for good, which is none of what a scenario has by itself. */
  refused: number;
  /** Why it refused the last. */
  reason: string | null;
}

export interface PlayOptions {
  readonly service: DeskService;
  readonly desk: string;
  /** The run's name: it stands before every platform's id, and as who brings it in the log. */
  readonly run: string;
  readonly script: Script;
  /** Ms of the script from which it is played, and before that for how long messages are in the desk already. */
  readonly from: number;
  readonly lead: number;
  readonly clock: ScriptClock;
  readonly map: ChannelMap;
  readonly time: Time;
  readonly signal: AbortSignal;
  readonly played: Played;
}

/** There is no such desk any more. */
export class DeskLost extends Error {
  override readonly name = "DeskLost";
  readonly code = "desk.unknown";
}

/** Nothing was wrong with what was sent: it is to be sent again. */
const passing: ReadonlySet<string> = new Set(["desk.unavailable", "storage.full", "too.many"]);

/**
 * Plays a script into a desk as its clock comes to it, until its last event or the signal. What the desk cannot take now
 * is sent again under the same ids until it can; after a pause or a wait everything that is due comes in at once.
 * @throws DeskLost
 */
export async function play(options: PlayOptions): Promise<void> {
  const { script, clock, time, signal } = options;
  const events = script.events.filter((event) => isPlayed(event, options));
  let next = 0;
  while (next < events.length && !signal.aborted) {
    const due = events[next];
    const wait = due === undefined || !clock.isRunning ? look : (due.at - clock.at) / clock.speed;
    if (wait > 0 || !clock.isRunning) {
      await time.wait(Math.min(look, Math.max(1, Math.ceil(wait))), signal);
      continue;
    }
    const batch = batchFrom(events, next, clock.at);
    await bring(batch, options);
    next += batch.length;
  }
}

/** Whether an event belongs to what is played: what comes of a message that was left out is left out too. */
function isPlayed(event: ScriptEvent, { script, from, lead }: PlayOptions): boolean {
  return event.at >= from && (script.arrivals.get(event.ref)?.at ?? 0) >= from - lead;
}

/** The events from a place that are due, no two about one message: their order would not survive a second try. */
function batchFrom(events: readonly ScriptEvent[], from: number, at: number): ScriptEvent[] {
  const batch: ScriptEvent[] = [];
  const refs = new Set<number>();
  for (let place = from; place < events.length && batch.length < most; place++) {
    const event = events[place];
    if (event === undefined || event.at > at || refs.has(event.ref)) break;
    refs.add(event.ref);
    batch.push(event);
  }
  return batch;
}

async function bring(batch: readonly ScriptEvent[], options: PlayOptions): Promise<void> {
  const { service, desk, run, script, clock, map, time, signal, played } = options;
  let left = batch.flatMap((event) => {
    const found = script.arrivals.get(event.ref);
    // As it stood when it came about, however often it has to be sent.
    const at = Math.min(clock.wallOf(event.at), time.now());
    return found === undefined ? [] : [{ event, message: incomingOf(event, found, { run, map, at }) }];
  });
  while (left.length > 0 && !signal.aborted) {
    if (service.isBusy(desk)) {
      await time.wait(patience, signal);
      continue;
    }
    const answers = await service.submitAll(
      desk,
      left.map(({ event, message }) => submission(event, message, run)),
    );
    const again: typeof left = [];
    for (const [place, answer] of answers.entries()) {
      const one = left[place];
      if (one !== undefined && !settle(one.event, answer, played)) again.push(one);
    }
    left = again;
    if (left.length > 0) await time.wait(patience, signal);
  }
}

function submission(event: ScriptEvent, message: IncomingMessage, run: string) {
  const made = arrival(message, `simulation:${run}`);
  return event.what === "arrives" ? made : { ...made, id: `${made.id}:${event.what}`.slice(-128) };
}

/** Counts what became of an event; false if it has to be sent again. */
function settle(event: ScriptEvent, answer: Answer, played: Played): boolean {
  if (!answer.ok && answer.error.code === "desk.unknown") throw new DeskLost("There is no such desk any more.");
  if (!answer.ok && passing.has(answer.error.code)) return false;
  if (!answer.ok && answer.error.code !== "nothing.to.do") {
    played.refused++;
    played.reason = `${answer.error.message} (${answer.error.code})`;
    return true;
  }
  if (event.what === "arrives") played.arrivals++;
  else if (event.what === "edited") played.edits++;
  else played.deletions++;
  return true;
}
