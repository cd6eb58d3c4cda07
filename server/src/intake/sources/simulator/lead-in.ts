import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import type { ChannelMap } from "./channel-map.ts";
import { answerTo, incomingOf } from "./incoming.ts";
import { Random } from "./random.ts";
import type { Script } from "./script.ts";

/** Of what wants an answer so many had one before; the rest is still open. */
const answeredShare = 0.9;
/** Whoever wrote within so many ms of the beginning is still waiting. */
const fresh = 4 * 60_000;

/**
 * What came in before a script is played from its middle: the messages of the ms before `from`, as they stood then, with
 * the answers that most have had. `wallOf` gives the wall-clock time, ms UTC, of a moment of the script.
 */
export function leadIn(
  script: Script,
  options: {
    readonly run: string;
    readonly map: ChannelMap;
    readonly from: number;
    readonly lead: number;
    readonly wallOf: (at: number) => number;
  },
): IncomingMessage[] {
  const { run, map, from, lead, wallOf } = options;
  const random = new Random(script.seed, "lead-in");
  const all: Array<readonly [at: number, message: IncomingMessage]> = [];
  for (const event of script.events) {
    if (event.at >= from) break;
    const arrival = script.arrivals.get(event.ref);
    if (arrival === undefined || arrival.at < from - lead) continue;
    all.push([event.at, incomingOf(event, arrival, { run, map, at: wallOf(event.at) })]);
    const answered = arrival.at + Math.min(12 * 60_000, random.spread(110_000, 0.6));
    if (event.what !== "arrives" || arrival.answer === null || answered > from - fresh) continue;
    if (random.chance(answeredShare))
      all.push([answered, answerTo(arrival, arrival.answer, { run, map, at: wallOf(answered) })]);
  }
  return all.toSorted(([a], [b]) => a - b).map(([, message]) => message);
}
