import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import { instant, millis } from "@flowdesk/shared/time/instant.ts";

export type Shift = {
  /** When the first message of the file happened, and when it is to happen, in ms since 1970-01-01T00:00Z. */
  readonly from: number;
  readonly to: number;
  /** How many times as fast as it was: 2 makes an hour of thirty minutes. Above 0. */
  readonly speed: number;
  /** The run's own name, put behind every id, so that a file can be run again. */
  readonly run: string;
};

/**
 * A message as it happens in a replay: its time shifted, its ids `<id>~<run>`, those of its thread, of what it answers
 * and of the post above it among them. What is older than `from` happens before `to`, at the same speed.
 */
export function shiftMessage(message: IncomingMessage, { from, to, speed, run }: Shift): IncomingMessage {
  const own = (id: string) => `${id}~${run}`;
  const { thread, inReplyTo, parent } = message;
  return {
    ...message,
    externalId: own(message.externalId),
    at: instant(to + (millis(message.at) - from) / speed),
    ...(thread === undefined ? {} : { thread: own(thread) }),
    ...(inReplyTo === undefined ? {} : { inReplyTo: own(inReplyTo) }),
    ...(parent?.externalId === undefined ? {} : { parent: { ...parent, externalId: own(parent.externalId) } }),
  };
}
