import { StorageFull, StoreUnavailable } from "../desk/store.ts";
import { whyAway } from "../desk/why-away.ts";

/** A refusal that ends a command: a code for programs, and a sentence that a person can act on. Exit status 1. */
export class CommandRefused extends Error {
  override readonly name = "CommandRefused";
  readonly code: string;

  constructor(code: string, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

/** What a failure says to the person at the terminal: its sentence, with its code if it has one. */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof StorageFull) return "The disk is full. Make room and do it again. (storage.full)";
  if (error instanceof StoreUnavailable) return `${whyAway(error)} (desk.unavailable)`;
  const code = (error as { code?: unknown }).code;
  return typeof code === "string" ? `${error.message} (${code})` : error.message;
}

/** Whether a failure is one that people are meant to meet, so that its trace would only be in the way. */
export function isExpected(error: unknown): boolean {
  if (error instanceof StorageFull || error instanceof StoreUnavailable) return true;
  return (
    error instanceof Error && typeof (error as { code?: unknown }).code === "string" && !(error instanceof TypeError)
  );
}
