import type { MessageField } from "@flowdesk/shared/protocol/message-map.ts";
import { decode } from "html-entities";
import { canonical, momentSentence, readMoment } from "./moment.ts";
import type { Problem } from "./problem.ts";

export type Field = MessageField;

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

const plain = ["externalId", "thread", "inReplyTo", "channel", "url", "lang"] as const;
const flags = ["automatic", "deleted"] as const;

/**
 * How drafts are made from a row's cells, by what each field reads. An empty text is an absent field. The direction
 * understands the words of other tools; `True` and `False` stand for *inbound* or not.
 */
export function draftMaker(
  read: ReadonlyMap<Field, (cells: readonly string[]) => string>,
  options: DraftOptions,
): (cells: readonly string[]) => Made {
  const nothing = () => "";
  const reader = (field: Field) => read.get(field) ?? nothing;
  const simple = plain.flatMap((field) => (read.has(field) ? [{ field, of: reader(field) }] : []));
  const marked = flags.flatMap((field) => (read.has(field) ? [{ field, of: reader(field) }] : []));
  const [text, kind, at, direction, media] = [
    reader("text"),
    reader("kind"),
    reader("at"),
    reader("direction"),
    reader("media"),
  ];
  const [handle, name, followers] = [reader("author.handle"), reader("author.name"), reader("author.followers")];
  const [parentId, parentText, parentUrl] = [reader("parent.externalId"), reader("parent.text"), reader("parent.url")];

  return (cells) => {
    const draft: Record<string, unknown> = {};
    for (const { field, of } of simple) {
      const value = of(cells).trim();
      if (value !== "") draft[field] = value;
    }
    const written = text(cells);
    draft.text = options.entities === true && written.includes("&") ? decode(written) : written;
    const named = kind(cells).trim().toLowerCase();
    draft.kind = kinds[named] ?? named;

    const time = at(cells);
    const moment = readMoment(time, options.zone);
    if (typeof moment === "string") return refuse(`message.at.${moment}`, momentSentence(time, moment));
    const stamp = canonical(moment);
    if (stamp === null) return refuse("message.at.calendar", momentSentence(time, "calendar"));
    draft.at = stamp;

    const way = direction(cells).trim().toLowerCase();
    if (way !== "") {
      const known = directions[way];
      if (known === undefined) return refuse("message.direction.unknown", `“${way}” is no direction: write in or out.`);
      draft.direction = known;
    }
    for (const { field, of } of marked) {
      const value = of(cells).trim().toLowerCase();
      if (value === "") continue;
      const known = yes[value];
      if (known === undefined)
        return refuse(`message.${field}`, `“${value}” under ${field} is neither true nor false.`);
      draft[field] = known;
    }
    draft.author = authorOf(handle(cells), name(cells), followers(cells));
    const seen = media(cells);
    if (seen !== "") draft.media = mediaOf(seen);
    const parent = parentOf(parentId(cells).trim(), parentText(cells), parentUrl(cells).trim());
    if (parent !== null) draft.parent = parent;
    return { draft };
  };
}

function refuse(code: string, reason: string): Made {
  return { problem: { code, reason } };
}

function authorOf(handle: string, name: string, followers: string): Draft {
  const author: Record<string, unknown> = { handle: handle.trim().replace(/^@/u, "") };
  if (name.trim() !== "") author.name = name.trim();
  const count = followers.trim().replace(/\.0$/u, "");
  if (count !== "") author.followers = Number(count);
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

function parentOf(externalId: string, text: string, url: string): Draft | null {
  if (externalId === "" && text === "" && url === "") return null;
  return { ...(externalId && { externalId }), ...(text && { text }), ...(url && { url }) };
}
