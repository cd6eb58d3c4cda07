import { alreadyRead } from "@flowdesk/shared/desk/decide.ts";
import { receive } from "@flowdesk/shared/desk/item/receive.ts";
import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import type { Answer, DeskService, Submission } from "../desk/desk-service.ts";

/** How a run of bringing messages in stands. */
export interface BroughtIn {
  accepted: number;
  duplicates: number;
  rejected: number;
}

export interface BringInOptions {
  readonly service: DeskService;
  readonly desk: string;
  /** Who brings them, as it stands in the log: the run. */
  readonly run: string;
  readonly batches: AsyncIterable<readonly IncomingMessage[]>;
  readonly onProgress?: (soFar: Readonly<BroughtIn>) => void;
  /** What the desk refused, with its reason, and its place among all that were brought, from 0. */
  readonly onRefused?: (message: IncomingMessage, code: string, reason: string, place: number) => void;
  readonly signal?: AbortSignal;
}

/** Bringing in stopped: the desk could not take more. What was accepted until then is in. */
export class BringInStopped extends Error {
  override readonly name = "BringInStopped";
  readonly code: string;

  constructor(code: string, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

function stoppedSentence(code: string, sentence: string): string {
  if (code === "desk.unknown") return sentence;
  const because = code === "storage.full" ? "The disk is full: make room." : "The desk cannot be reached now.";
  return `${because} What came in before that stays; the same file again brings in the rest.`;
}

/** How many batches are on their way at once: one is decided while the next is read. */
const ahead = 2;

/** Brings messages into a desk in the order in which they come, and counts what became of them. */
export async function bringIn(options: BringInOptions): Promise<BroughtIn> {
  const soFar: BroughtIn = { accepted: 0, duplicates: 0, rejected: 0 };
  const underWay: Array<Promise<void>> = [];
  let place = 0;
  try {
    for await (const batch of options.batches) {
      options.signal?.throwIfAborted();
      const taken = take(batch, place, options, soFar);
      place += batch.length;
      taken.catch(() => {});
      underWay.push(taken);
      if (underWay.length >= ahead) await underWay.shift();
    }
  } finally {
    await Promise.allSettled(underWay.slice(0, -1));
    await Promise.all(underWay.slice(-1));
  }
  return soFar;
}

async function take(
  batch: readonly IncomingMessage[],
  place: number,
  options: BringInOptions,
  soFar: BroughtIn,
): Promise<void> {
  const answers = await options.service.submitAll(
    options.desk,
    batch.map((message) => arrival(message, options.run)),
  );
  for (const [index, answer] of answers.entries()) {
    const message = batch[index];
    if (message !== undefined) count(answer, message, place + index, options, soFar);
  }
  options.onProgress?.(soFar);
}

/** A message on its way to the desk. Its id says which message it is, so that sending it again changes nothing. */
export function arrival(message: IncomingMessage, by: string): Submission {
  return {
    id: `message:${message.channel}:${message.externalId}`.replace(/[^\x21-\x7e]/gu, "_").slice(0, 128),
    type: "message.receive",
    data: message,
    read: alreadyRead(receive, message),
    actor: { kind: "system", id: by },
    lane: "sources",
  };
}

function count(
  answer: Answer,
  message: IncomingMessage,
  place: number,
  options: BringInOptions,
  soFar: BroughtIn,
): void {
  if (answer.ok) soFar.accepted++;
  else if (answer.error.code === "nothing.to.do") soFar.duplicates++;
  else if (
    answer.error.code === "storage.full" ||
    answer.error.code === "desk.unavailable" ||
    answer.error.code === "desk.unknown"
  ) {
    throw new BringInStopped(answer.error.code, stoppedSentence(answer.error.code, answer.error.message));
  } else {
    soFar.rejected++;
    options.onRefused?.(message, answer.error.code, answer.error.message, place);
  }
}
