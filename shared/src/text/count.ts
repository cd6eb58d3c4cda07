import { extractHashtags } from "../hashtag/grammar.ts";
import { type CountUnit, limitOf, type TextLimit, type TextUse } from "./limit.ts";
import {
  type Measure,
  measureBytes,
  measureCharacters,
  measureEmojiInBytes,
  measureGraphemes,
  measureWithLinks,
} from "./measure.ts";
import { hasRefusedCharacter, measureWeighted } from "./weighted.ts";

/** Why a platform would not take a text. */
export type CountProblem = "empty" | "too-long" | "too-many-bytes" | "too-many-hashtags" | "refused-character";

/** A text measured by the rules of its platform. */
export interface TextCount {
  /** In `unit`, whole numbers. */
  used: number;
  /** Null: the platform has no limit that is known. */
  limit: number | null;
  /** `limit - used`, negative when over; null without a limit. */
  remaining: number | null;
  unit: CountUnit;
  /** True if there are no problems. An empty text is not valid; whether a picture may stand alone is the caller's. */
  valid: boolean;
  problems: CountProblem[];
  /** UTF-16 index at which what does not fit begins, for a composer to mark; null if all fits. */
  overAt: number | null;
}

/**
 * Counts a text as its platform does (see `limit.ts` for the limits and their sources).
 * @param platform the part of a channel's id before the colon; one that is not known has no limit
 * @param use where a platform treats posts, comments and direct messages differently
 */
export function countText(platform: string, text: string, use: TextUse = "post"): TextCount {
  const limit = limitOf(platform, use);
  const length = measure(text, limit);
  const bytes = limit.maxBytes === undefined ? null : measureBytes(text, limit.maxBytes);
  const problems: CountProblem[] = [];
  if (text.trim() === "") problems.push("empty");
  if (limit.max !== null && length.used > limit.max) problems.push("too-long");
  if (bytes !== null && bytes.overAt !== null) problems.push("too-many-bytes");
  if (limit.maxHashtags !== undefined && extractHashtags(platform, text).length > limit.maxHashtags) {
    problems.push("too-many-hashtags");
  }
  if (limit.unit === "weighted" && hasRefusedCharacter(text)) problems.push("refused-character");
  return {
    used: length.used,
    limit: limit.max,
    remaining: limit.max === null ? null : limit.max - length.used,
    unit: limit.unit,
    valid: problems.length === 0,
    problems,
    overAt: sooner(length.overAt, bytes?.overAt ?? null),
  };
}

function measure(text: string, limit: TextLimit): Measure {
  const max = limit.max ?? Number.POSITIVE_INFINITY;
  switch (limit.unit) {
    case "weighted":
      return measureWeighted(text, max);
    case "graphemes":
      return limit.linkLength === undefined
        ? measureGraphemes(text, max)
        : measureWithLinks(text, max, limit.linkLength);
    case "bytes":
      return measureBytes(text, max);
    case "characters":
      return limit.emojiInBytes === true ? measureEmojiInBytes(text, max) : measureCharacters(text, max);
  }
}

function sooner(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}
