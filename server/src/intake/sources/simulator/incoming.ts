import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import type { ChannelMap } from "./channel-map.ts";
import type { ScriptArrival, ScriptEvent } from "./script-event.ts";

/** The platform's id that a message of the script has in a run: each run has its own. */
export function externalIdOf(run: string, ref: number): string {
  return `${run}-${ref}`;
}

/** The number in the script of a message by its platform's id; null if it is not of this run. */
export function refOf(run: string, externalId: string): number | null {
  const ref = externalId.startsWith(`${run}-`) ? Number(externalId.slice(run.length + 1)) : Number.NaN;
  return Number.isInteger(ref) ? ref : null;
}

/** A run's name, or what stands for one beside a script, as every simulated id begins. */
const simulatedForm = /^sim(?:(?:-demo-)?[0-9a-z]{20}|-earlier-\d+)-/u;

/** Whether a message was brought by a simulation, this one or one before it: nobody real waits for an answer. */
export function isOfSimulation({ newest }: { readonly newest: { readonly externalId: string } }): boolean {
  return simulatedForm.test(newest.externalId);
}

/** An event of the script as a source brings it in; `at` in ms UTC. */
export function incomingOf(
  event: ScriptEvent,
  arrival: ScriptArrival,
  { run, map, at }: { readonly run: string; readonly map: ChannelMap; readonly at: number },
): IncomingMessage {
  const { channel, kind, author, lang, media, post, follows } = arrival;
  return {
    externalId: externalIdOf(run, event.ref),
    channel: map(channel, author.handle),
    kind,
    author,
    text: event.what === "edited" ? event.text : arrival.text,
    at: instant(at),
    ...(lang === null ? {} : { lang }),
    ...(media.length === 0 ? {} : { media: [...media] }),
    ...(post === null ? {} : { parent: { externalId: `${run}-post-${post.id}`, text: post.text } }),
    ...(follows === null ? {} : { inReplyTo: externalIdOf(run, follows) }),
    ...(event.what === "deleted" ? { deleted: true } : {}),
  };
}

/** Our answer to a message of the script, as if it had been given elsewhere. */
export function answerTo(
  arrival: ScriptArrival,
  text: string,
  { run, map, at }: { readonly run: string; readonly map: ChannelMap; readonly at: number },
): IncomingMessage {
  const { ref, channel, kind, author } = arrival;
  const id = externalIdOf(run, ref);
  return {
    externalId: `${id}-answer`,
    channel: map(channel, author.handle),
    kind,
    author: { handle: channel.handle, name: channel.name },
    text,
    at: instant(at),
    direction: "out",
    inReplyTo: id,
  };
}
