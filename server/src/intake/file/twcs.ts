import { decode } from "html-entities";
import type { Made } from "./draft.ts";
import { IntakeError } from "./intake-error.ts";
import type { Mapping } from "./mapping.ts";
import { requireTable } from "./mapping.ts";
import { canonical, momentSentence, readMoment } from "./moment.ts";
import { listed } from "./template.ts";

/**
 * Columns of the customer-care format (the data set *Customer Support on Twitter*); an unnamed index column may stand
 * before them, and `response_tweet_id` says nothing that `in_response_to_tweet_id` does not.
 */
const columnsNeeded = ["tweet_id", "author_id", "inbound", "created_at", "text", "in_response_to_tweet_id"];

/** A message's channel until its thread is known. */
export const channelUnknown = "x:unknown";

/** Whether a header is that of the customer-care format. */
export function looksLikeTwcs(columns: readonly string[]): boolean {
  return columnsNeeded.every((name) => columns.includes(name));
}

/**
 * The mapping of the customer-care format. Every message is a mention; the channel is `x:unknown` until the whole file
 * has been seen.
 * @throws IntakeError `file.not.csv`, `file.column.missing`
 */
export function mapTwcs(columns: readonly string[]): Mapping {
  requireTable(columns);
  const missing = columnsNeeded.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    throw new IntakeError(
      "file.column.missing",
      `The customer-care format has the columns ${missing.join(", ")}, which are missing here. The file has: ${listed(columns)}.`,
    );
  }
  const [id, author, inbound, at, text, parent] = columnsNeeded.map((name) => columns.indexOf(name));
  const cellOf = (cells: readonly string[], index: number | undefined) => cells[index ?? -1] ?? "";
  return (cells) =>
    draftOfTweet({
      id: cellOf(cells, id),
      author: cellOf(cells, author),
      inbound: cellOf(cells, inbound),
      at: cellOf(cells, at),
      text: cellOf(cells, text),
      parent: cellOf(cells, parent),
    });
}

type Tweet = Readonly<Record<"id" | "author" | "inbound" | "at" | "text" | "parent", string>>;

function draftOfTweet(tweet: Tweet): Made {
  const externalId = tweetId(tweet.id);
  if (externalId === null) return noId("tweet_id", tweet.id);
  const inReplyTo = tweetId(tweet.parent);
  if (inReplyTo === null && tweet.parent.trim() !== "") return noId("in_response_to_tweet_id", tweet.parent);
  const inbound = tweet.inbound.trim().toLowerCase();
  if (inbound !== "true" && inbound !== "false") {
    const reason = `“${tweet.inbound}” under inbound is neither True nor False.`;
    return { problem: { code: "message.direction.unknown", reason } };
  }
  const moment = readMoment(tweet.at);
  if (typeof moment === "string") {
    return { problem: { code: `message.at.${moment}`, reason: momentSentence(tweet.at, moment) } };
  }
  const draft = {
    externalId,
    channel: channelUnknown,
    kind: "mention",
    author: { handle: tweet.author.trim().replace(/^@/u, "") },
    text: tweet.text.includes("&") ? decode(tweet.text) : tweet.text,
    at: canonical(moment),
    direction: inbound === "true" ? "in" : "out",
  };
  return { draft: inReplyTo === null ? draft : { ...draft, inReplyTo } };
}

/** The id that a cell holds: ids that passed through a column of floating-point numbers read `3.0`. */
function tweetId(cell: string): string | null {
  return /^\s*(\d{1,30})(?:\.0)?\s*$/u.exec(cell)?.[1] ?? null;
}

function noId(column: string, cell: string): Made {
  const rounded = /^\d(?:[.,]\d+)?e\+?\d+$/iu.test(cell.trim());
  const why = rounded ? "a spreadsheet has rounded it" : "it has to be a whole number";
  return { problem: { code: "message.id.form", reason: `“${cell.slice(0, 60)}” under ${column} is no id: ${why}.` } };
}

/** Those named with `@` in a text, in order, as written. */
export function mentionsIn(text: string): string[] {
  return [...text.matchAll(/(?<![\w@])@(\w{1,30})/gu)].map((match) => match[1] ?? "");
}

/**
 * The brand whose channel a thread is.
 * @param opening text of the thread's earliest message (by time, then id)
 * @param answering authors of the thread's outgoing messages, earliest first
 * @param isBrand the brand as the file writes it, if this is the author of something outgoing anywhere in the file
 * @returns of those who answer the one named first in the earliest message, else the first to answer; in a thread
 * without an answer the brand named first, else whoever is named first and is no anonymous number, else `unknown`
 */
export function brandOfThread(
  opening: string,
  answering: readonly string[],
  isBrand: (handle: string) => string | undefined,
): string {
  const named = mentionsIn(opening);
  if (answering.length > 0) {
    const byHandle = new Map(answering.map((brand) => [brand.toLowerCase(), brand]));
    const first = named.find((handle) => byHandle.has(handle.toLowerCase()));
    return (first === undefined ? undefined : byHandle.get(first.toLowerCase())) ?? answering[0] ?? "unknown";
  }
  for (const handle of named) {
    const brand = isBrand(handle);
    if (brand !== undefined) return brand;
  }
  return named.find((handle) => !/^\d+$/u.test(handle)) ?? "unknown";
}
