import { sentenceOf } from "@flowdesk/shared/desk/decide.ts";
import { type IncomingMessage, incomingMessageSchema } from "@flowdesk/shared/protocol/incoming-message.ts";
import { readBy } from "@flowdesk/shared/text/read-by.ts";
import { deepest, tidy } from "../tidy.ts";

/** Most messages of one body. */
export const mostMessages = 20_000;

export interface ReadMessage {
  /** Its place in the body, from 0. */
  readonly index: number;
  readonly message: IncomingMessage;
  /** Whether a text of it had to be made well-formed. */
  readonly repaired: boolean;
}

/** Why one message of a body is refused; the rest goes on. */
export interface MessageRefusal {
  readonly index: number;
  readonly code: string;
  readonly message: string;
}

/** What a body was read into; or the sentence that says why it cannot be read at all. */
export type ReadBody =
  | { readonly messages: readonly ReadMessage[]; readonly refusals: readonly MessageRefusal[] }
  | { readonly unreadable: string };

/**
 * Reads `{ "messages": [...] }`, or one message a line (`ndjson`), each checked by itself (rule S1); yields after each.
 * `counted` is told how many they are before the first is checked.
 */
export function* readMessages(
  body: Uint8Array,
  ndjson: boolean,
  counted: (messages: number) => void = () => {},
): Generator<void, ReadBody> {
  const entries = ndjson ? lineEntries(body) : listEntries(body);
  if ("unreadable" in entries) return entries;
  if (entries.length > mostMessages) {
    return { unreadable: `A body has at most ${mostMessages.toLocaleString("en")} messages; send them in parts.` };
  }
  counted(entries.length);
  const messages: ReadMessage[] = [];
  const refusals: MessageRefusal[] = [];
  for (const [index, entry] of entries.entries()) {
    const read = "flaw" in entry ? entry : readMessage(entry.value);
    if ("flaw" in read) refusals.push({ index, code: "message.invalid", message: read.flaw });
    else messages.push({ index, ...read });
    yield;
  }
  return { messages, refusals };
}

type Entry = { readonly value: unknown } | { readonly flaw: string };

function readMessage(value: unknown): { message: IncomingMessage; repaired: boolean } | { flaw: string } {
  const tidied = tidy(value);
  if (tidied === null) return { flaw: `A message is nested at most ${deepest} deep.` };
  const read = readBy(incomingMessageSchema, tidied.value);
  return read.success ? { message: read.data, repaired: tidied.repaired } : { flaw: sentenceOf(read.error) };
}

function listEntries(body: Uint8Array): readonly Entry[] | { unreadable: string } {
  const read = parse(body);
  if ("flaw" in read) return { unreadable: `The body is no JSON: ${read.flaw}` };
  const { value } = read;
  const messages =
    value !== null && typeof value === "object" && "messages" in value ? (value.messages as unknown) : undefined;
  if (!Array.isArray(messages)) return { unreadable: 'The body is to be { "messages": [ … ] }.' };
  return messages.map((message: unknown) => ({ value: message }));
}

/** One message a line; empty lines count for nothing. */
function lineEntries(body: Uint8Array): readonly Entry[] {
  const entries: Entry[] = [];
  for (let start = 0; start < body.length; ) {
    const feed = body.indexOf(0x0a, start);
    const end = feed === -1 ? body.length : feed;
    const line = body.subarray(start, end);
    start = end + 1;
    if (isBlank(line)) continue;
    const read = parse(line);
    entries.push("flaw" in read ? { flaw: `The line is no JSON: ${read.flaw}` } : read);
  }
  return entries;
}

function isBlank(line: Uint8Array): boolean {
  return line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}

function parse(bytes: Uint8Array): Entry {
  try {
    return { value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch (error) {
    // A TypeError is the decoder's.
    return { flaw: error instanceof SyntaxError ? error.message : "it is not UTF-8." };
  }
}
