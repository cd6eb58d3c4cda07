import { type IncomingMessage, incomingMessageSchema } from "@flowdesk/shared/protocol/incoming-message.ts";
import { minute } from "@flowdesk/shared/time/instant.ts";
import { z } from "zod";
import { clean } from "./clean.ts";
import type { Draft } from "./draft.ts";
import { momentSentence, readMoment } from "./moment.ts";
import type { Problem } from "./problem.ts";

/** Channels that have been checked: a file names few of them, a million times. */
const goodChannels = new Set<string>();
const channel = incomingMessageSchema.shape.channel;

/** The schema of a message, for drafts whose time has been read into canonical form already. */
const draftSchema = incomingMessageSchema.extend({
  at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u),
  channel: z.string().superRefine((written, context) => {
    if (goodChannels.has(written)) return;
    const issue = channel.safeParse(written).error?.issues[0];
    if (issue !== undefined) context.addIssue({ code: "custom", message: issue.message });
    else if (goodChannels.size < 10_000) goodChannels.add(written);
  }),
});

/** How far ahead of the clock a message's time may lie, in ms. */
const mostAhead = 5 * minute;
/** Nothing that this desk takes in is older than the first of the platforms. */
const earliest = "2006-01-01T00:00:00.000Z";

export type Checked =
  | { readonly message: IncomingMessage /** Whether a text had to be made well-formed. */; readonly repaired: boolean }
  | { readonly problem: Problem };

/**
 * Checks a draft as a message at the door (rule S1): its shape and limits, its texts made well-formed and free of NUL,
 * its time neither before 2006 nor more than five minutes ahead.
 * @param now milliseconds since 1970-01-01T00:00Z
 */
export function checkMessage(draft: Draft, now: number): Checked {
  if (typeof draft.externalId === "number") {
    return {
      problem: {
        code: "message.id.number",
        reason: "externalId has to be a text in quotes: long ids lose digits as numbers.",
      },
    };
  }
  const cleaned = clean(draft);
  const result = draftSchema.safeParse(cleaned);
  if (!result.success) return { problem: problemOf(result.error.issues[0], cleaned) };
  const { at } = result.data;
  if (at < earliest)
    return { problem: { code: "message.at.past", reason: `The message's time, ${at}, is before 2006.` } };
  if (Date.parse(at) > now + mostAhead) {
    return {
      problem: { code: "message.at.future", reason: `The message's time, ${at}, is more than five minutes ahead.` },
    };
  }
  return { message: result.data, repaired: cleaned !== draft };
}

function problemOf(issue: z.core.$ZodIssue | undefined, draft: Draft): Problem {
  const path = issue?.path.join(".") ?? "";
  const [field] = path.split(".");
  const missing = issue?.code === "invalid_type" && valueAt(draft, issue.path) === undefined;
  const empty = issue?.code === "too_small";
  if (path === "kind" && !missing && draft.kind !== "") {
    const kind = String(draft.kind).slice(0, 60);
    return { code: "message.kind.unknown", reason: `“${kind}” is no kind of message: write mention, dm or comment.` };
  }
  if (path === "text" && issue?.code === "too_big") return { code: "message.text.long", reason: issue.message };
  if (missing || empty || (path === "kind" && draft.kind === "")) {
    return { code: `message.${field}.missing`, reason: `The message has no ${path || "fields"}.` };
  }
  if (path === "at") {
    const at = String(draft.at);
    const wrong = readMoment(at);
    return { code: "message.at.form", reason: momentSentence(at, typeof wrong === "string" ? wrong : "form") };
  }
  const shown = String(valueAt(draft, issue?.path ?? [])).slice(0, 60);
  return { code: `message.${field}`, reason: `${path} is “${shown}”: ${issue?.message ?? "it cannot be read"}` };
}

function valueAt(draft: Draft, path: readonly PropertyKey[]): unknown {
  let value: unknown = draft;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
