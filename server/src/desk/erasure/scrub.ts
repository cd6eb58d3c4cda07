import { platformOf } from "@flowdesk/shared/desk/channel/channel.ts";
import { spellingsOf, type Traces } from "./traces.ts";

/** What stands in the place of a handle, and of a text. */
export const erasedHandle = "erased";
export const erasedText = "[erased]";

/** Fields that hold what somebody wrote or an address; everything else is ids, times and words of ours. */
const written: ReadonlySet<string> = new Set([
  "text",
  "was",
  "preview",
  "alt",
  "url",
  "passedOn",
  "title",
  "note",
  "override",
  "reason",
  "shiftNote",
]);

/**
 * Takes `@handle` out of what others wrote; in a thread that the author is in, their handle and names as well. Who goes by
 * a handle on one platform is somebody else on another.
 * @param channel where it was written; null if it is of no one channel
 */
export function scrub<T>(whole: T, traces: Traces, channel: string | null, isInThread: boolean): T {
  const { channel: named } = traces.sought;
  if (named !== null && channel !== null && platformOf(channel) !== platformOf(named)) return whole;
  return walk(whole, null, scrubber(traces, isInThread), written) as T;
}

/** Takes `@handle` out of the fields of these names, however deep they stand. The very same value if it is in none. */
export function scrubFields<T>(whole: T, traces: Traces, fields: ReadonlySet<string>): T {
  return walk(whole, null, scrubber(traces, false), fields) as T;
}

/** Whether a text names the author by `@handle`. */
export function isNamed(text: string, traces: Traces): boolean {
  return scrubber(traces, false)(text) !== text;
}

type Replace = (text: string) => string;

const scrubbers = new WeakMap<
  Traces,
  { readonly outside: Replace; readonly inside: Replace; readonly names: number }
>();

function scrubber(traces: Traces, isInThread: boolean): Replace {
  let made = scrubbers.get(traces);
  if (made === undefined || made.names !== traces.names.size) {
    const spellings = spellingsOf(traces.sought.author);
    const handle = spellings.map(RegExp.escape).join("|");
    const called = [...traces.names, ...spellings]
      .filter((name) => name.trim().length > 1)
      .map((name) => RegExp.escape(name.normalize("NFC")));
    const at = new RegExp(`@(?:${handle})(?![\\p{L}\\p{M}\\p{N}_])`, "giu");
    const bare =
      called.length === 0
        ? null
        : new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_])(?:${called.join("|")})(?![\\p{L}\\p{M}\\p{N}_])`, "giu");
    const mentions = (text: string) => replaced(text, at, `@${erasedHandle}`);
    const inside: Replace = bare === null ? mentions : (text) => replaced(mentions(text), bare, erasedHandle);
    made = { outside: mentions, inside, names: traces.names.size };
    scrubbers.set(traces, made);
  }
  return isInThread ? made.inside : made.outside;
}

/** Looks in NFC, however a letter and its accent are written. What holds nothing stays as it is written. */
function replaced(text: string, sought: RegExp, by: string): string {
  const normal = text.normalize("NFC");
  const after = normal.replace(sought, by);
  return after === normal ? text : after;
}

/** The same value with the texts of the fields named replaced; the very same where nothing was. */
function walk(value: unknown, key: string | null, replace: Replace, fields: ReadonlySet<string>): unknown {
  if (typeof value === "string") return key !== null && fields.has(key) ? replace(value) : value;
  if (Array.isArray(value)) {
    const list = value.map((one) => walk(one, key, replace, fields));
    return list.every((one, index) => one === value[index]) ? value : list;
  }
  if (typeof value !== "object" || value === null) return value;
  let copy: Record<string, unknown> | null = null;
  for (const [name, inner] of Object.entries(value)) {
    const after = walk(inner, name, replace, fields);
    if (after !== inner) copy = { ...(copy ?? value), [name]: after };
  }
  return copy ?? value;
}
