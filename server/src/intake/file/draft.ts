import { decode } from "html-entities";
import { momentSentence, readMoment } from "./moment.ts";
import type { Problem } from "./problem.ts";

/** The fields of an incoming message that a column can fill, by their path. */
export const fields = [
  "externalId",
  "channel",
  "kind",
  "author.handle",
  "author.name",
  "author.followers",
  "text",
  "at",
  "direction",
  "thread",
  "inReplyTo",
  "url",
  "lang",
  "media",
  "parent.externalId",
  "parent.text",
  "parent.url",
  "automatic",
  "deleted",
] as const;
export type Field = (typeof fields)[number];

/** The fields without which there is no message. */
export const requiredFields: readonly Field[] = ["externalId", "channel", "kind", "author.handle", "text", "at"];

/** What a row says, not checked yet: the shape of an incoming message, and anything in it. */
export type Draft = Readonly<Record<string, unknown>>;

/** What became of a row: a draft, or the problem that kept it from being one. */
export type Made = { readonly draft: Draft } | { readonly problem: Problem };

const kinds: Readonly<Record<string, string>> = {
  mentions: "mention",
  comments: "comment",
  dms: "dm",
  "direct message": "dm",
  "direct messages": "dm",
};

const directions: Readonly<Record<string, "in" | "out">> = {
  in: "in",
  incoming: "in",
  inbound: "in",
  received: "in",
  true: "in",
  out: "out",
  outgoing: "out",
  outbound: "out",
  sent: "out",
  false: "out",
};

const yes: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  "1": true,
  false: false,
  no: false,
  "0": false,
};

export type DraftOptions = {
  /** IANA zone of times that do not name an offset. */
  readonly zone?: string;
  /** Whether texts hold HTML entities (`&amp;`). */
  readonly entities?: boolean;
};

/**
 * Makes a draft from texts by field. An empty text is an absent field. The direction understands the words of other
 * tools; `True` and `False` stand for *inbound* or not.
 */
export function draftOf(read: (field: Field) => string, options: DraftOptions): Made {
  const draft: Record<string, unknown> = {};
  for (const field of ["externalId", "thread", "inReplyTo", "channel", "url", "lang"] as const) {
    const value = read(field).trim();
    if (value !== "") draft[field] = value;
  }
  const text = read("text");
  draft.text = options.entities === true && text.includes("&") ? decode(text) : text;
  const kind = read("kind").trim().toLowerCase();
  draft.kind = kinds[kind] ?? kind;

  const at = read("at");
  const moment = readMoment(at, options.zone);
  if (typeof moment === "string") return refuse(`message.at.${moment}`, momentSentence(at, moment));
  const stamp = isoOf(moment);
  if (stamp === null) return refuse("message.at.calendar", momentSentence(at, "calendar"));
  draft.at = stamp;

  const direction = read("direction").trim().toLowerCase();
  if (direction !== "") {
    const known = directions[direction];
    if (known === undefined) {
      return refuse("message.direction.unknown", `“${direction}” is no direction: write in or out.`);
    }
    draft.direction = known;
  }
  for (const field of ["automatic", "deleted"] as const) {
    const value = read(field).trim().toLowerCase();
    if (value === "") continue;
    const known = yes[value];
    if (known === undefined) return refuse(`message.${field}`, `“${value}” under ${field} is neither true nor false.`);
    draft[field] = known;
  }
  draft.author = authorOf(read);
  const media = mediaOf(read("media"));
  if (media.length > 0) draft.media = media;
  const parent = present({
    externalId: read("parent.externalId").trim(),
    text: read("parent.text"),
    url: read("parent.url").trim(),
  });
  if (parent !== null) draft.parent = parent;
  return { draft };
}

function refuse(code: string, reason: string): Made {
  return { problem: { code, reason } };
}

function authorOf(read: (field: Field) => string): Draft {
  const author: Record<string, unknown> = { handle: read("author.handle").trim().replace(/^@/u, "") };
  const name = read("author.name").trim();
  if (name !== "") author.name = name;
  const followers = read("author.followers").trim().replace(/\.0$/u, "");
  if (followers !== "") author.followers = Number(followers);
  return author;
}

/** Addresses separated by white space; the kind by the ending of the path. */
function mediaOf(text: string): { kind: string; url: string }[] {
  const urls = text.split(/\s+/u).filter((url) => url !== "");
  return urls.map((url) => ({ kind: mediaKind(url), url }));
}

function mediaKind(url: string): string {
  const path = url.split(/[?#]/u)[0] ?? "";
  if (/\.(?:mp4|mov|webm|m4v)$/iu.test(path)) return "video";
  if (/\.(?:mp3|m4a|ogg|wav)$/iu.test(path)) return "audio";
  if (/\.(?:pdf|zip|docx?|xlsx?)$/iu.test(path)) return "file";
  return "image";
}

function present(record: Readonly<Record<string, string>>): Draft | null {
  const entries = Object.entries(record).filter(([, value]) => value !== "");
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

function isoOf(ms: number): string | null {
  const date = new Date(ms);
  const year = date.getUTCFullYear();
  return year >= 0 && year <= 9999 ? date.toISOString() : null;
}
