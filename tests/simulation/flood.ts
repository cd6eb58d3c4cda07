import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import { Random } from "./random.ts";
import type { Step } from "./step.ts";
import { worldBegins } from "./virtual-time.ts";

/** So many messages at least in one post: with fewer waiting no batch is decided before the last is written. */
const atLeast = 250;
/** Direct messages of a flood are in so many conversations, which go on from one post to the next. */
const conversations = 12;

/**
 * The worlds of floods that are tested. Each deliberate fault of floods shows in one of them: a batch that is written
 * although the one before it was not shows in 23, and not in the twelve.
 */
export const floodSeeds: readonly number[] = [23, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** What a source brings at once, so many ms after its flood has begun. */
export interface FloodPost {
  readonly after: number;
  readonly messages: readonly IncomingMessage[];
}

/**
 * More than can be written at once, in posts one soon after another. What comes in one goes on in the next: answers,
 * conversations, edits, deletions, and the same again. Now and then the source has two that bring the same.
 */
export function floodOf({ at, what, detail }: Step, now: number): readonly FloodPost[] {
  const random = new Random(what * 0x10000 + detail);
  const isTwofold = random.chance(0.6);
  const pause = random.pick([15, 60, 150]);
  const posts: FloodPost[] = [];
  let after = 0;
  let made = 0;
  for (let post = random.between(2, 4); post > 0; post--) {
    const messages = Array.from({ length: atLeast + random.between(0, 20) }, () => {
      // Of what came before the newest above all: it is what is being written.
      const earlier = Math.max(0, made - random.between(1, 300));
      const id = (number: number) => `flood${at}-${number}`;
      const number = made > 0 && random.chance(0.08) ? earlier : made++;
      const isAgain = number < made - 1;
      const kind = number % 9 === 4 ? "dm" : "mention";
      const isLate = random.chance(0.04);
      return {
        externalId: id(number),
        channel: "x:festival",
        kind,
        author: { handle: `guest${number % 40}` },
        text: isAgain && random.chance(0.3) ? `Rettet ${random.between(1, 9)}` : `Besked ${number}`,
        at: instant(worldBegins + now - (isLate ? 60_000 : 1_000) + (number % 500)),
        ...(kind === "dm" ? { thread: `${id(0)}-${number % conversations}` } : {}),
        ...(kind === "mention" && !isAgain && random.chance(0.08) ? { inReplyTo: id(earlier) } : {}),
        ...(isAgain && random.chance(0.1) ? { deleted: true } : {}),
      } as const;
    });
    posts.push({ after, messages });
    if (isTwofold) posts.push({ after: after + random.between(0, 10), messages });
    after += random.between(1, pause);
  }
  return posts;
}
