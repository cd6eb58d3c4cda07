import { Refusal } from "../../connection/refusal.ts";
import type { Translate } from "../../text/i18n.ts";
import { failureSentence } from "../../text/refusal-sentence.ts";

/** Why something at the door was refused, as a sentence. */
export function sentenceOf(words: Translate, error: unknown): string {
  if (error instanceof Refusal) return failureSentence(words, error);
  return error instanceof Error ? error.message : String(error);
}
