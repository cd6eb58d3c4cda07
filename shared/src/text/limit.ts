/** What a text is written for: a post of one's own, a comment or public reply, or a direct message. */
export type TextUse = "post" | "comment" | "dm";

/**
 * What a platform counts.
 * - `weighted`: X's rule, by twitter-text.
 * - `graphemes`: what a reader takes for one character.
 * - `characters`: UTF-16 code units. Where a platform says "characters" and no more, this is the highest of the counts
 *   it can mean, so that what fits here fits there.
 * - `bytes`: of UTF-8.
 */
export type CountUnit = "weighted" | "graphemes" | "characters" | "bytes";

/** How long a text may be, and what else is counted in it. */
export interface TextLimit {
  unit: CountUnit;
  /** Null: no limit is known. */
  max: number | null;
  /** A second limit, in bytes of UTF-8. */
  maxBytes?: number;
  maxHashtags?: number;
  /** Every link with a protocol counts this many, and of `@name@server` only `@name` counts. */
  linkLength?: number;
  /** An emoji counts as many as it has bytes of UTF-8. */
  emojiInBytes?: boolean;
}

const unlimited: TextLimit = { unit: "characters", max: null };

function characters(max: number): TextLimit {
  return { unit: "characters", max };
}

const mastodon: TextLimit = { unit: "graphemes", max: 500, linkLength: 23 };
const threads: TextLimit = { unit: "characters", max: 500, emojiInBytes: true };
const weighted: TextLimit = { unit: "weighted", max: 280 };
const instagramCaption: TextLimit = { unit: "characters", max: 2_200, maxHashtags: 30 };

/**
 * The limits, with their sources. A use that is not listed has no limit that is known.
 *
 * - x: twitter-text configuration v3 (280 weighted, links 23, any emoji 2); Direct Messages API (10,000 characters).
 * - bluesky: lexicons `app.bsky.feed.post` (300 graphemes, 3,000 bytes) and `chat.bsky.convo.defs#messageInput` (1,000
 *   graphemes, 10,000 bytes).
 * - mastodon: StatusLengthValidator (500 graphemes by default; links 23; a mention without its server). A direct message
 *   is a post.
 * - threads: Threads API, *Limitations* (500 characters, emoji by their UTF-8 bytes).
 * - instagram: Content Publishing API (caption 2,200 characters, 30 hashtags); the app takes the same in a comment;
 *   Instagram messaging API (1,000 bytes of UTF-8).
 * - facebook: a post takes 63,206 characters, a comment 8,000 (Help Centre); Messenger Send API (2,000 characters).
 * - tiktok: Content Posting API (caption 2,200 UTF-16 units); the app takes 150 in a comment.
 * - youtube: Data API (description 5,000; comment 10,000).
 * - linkedin: Posts API (commentary 3,000); Help (comment 1,250, message 8,000).
 * - snapchat: Help (caption 250).
 * - pinterest: Help (description 500; a comment likewise).
 * - reddit: API (self text 40,000; comment 10,000; private message 10,000).
 * - whatsapp: Cloud API (text body 4,096).
 */
const limits: Readonly<Record<string, Partial<Record<TextUse, TextLimit>>>> = {
  x: { post: weighted, comment: weighted, dm: characters(10_000) },
  bluesky: {
    post: { unit: "graphemes", max: 300, maxBytes: 3_000 },
    comment: { unit: "graphemes", max: 300, maxBytes: 3_000 },
    dm: { unit: "graphemes", max: 1_000, maxBytes: 10_000 },
  },
  mastodon: { post: mastodon, comment: mastodon, dm: mastodon },
  threads: { post: threads, comment: threads },
  instagram: { post: instagramCaption, comment: instagramCaption, dm: { unit: "bytes", max: 1_000 } },
  facebook: { post: characters(63_206), comment: characters(8_000), dm: characters(2_000) },
  tiktok: { post: characters(2_200), comment: characters(150) },
  youtube: { post: characters(5_000), comment: characters(10_000) },
  linkedin: { post: characters(3_000), comment: characters(1_250), dm: characters(8_000) },
  snapchat: { post: characters(250) },
  pinterest: { post: characters(500), comment: characters(500) },
  reddit: { post: characters(40_000), comment: characters(10_000), dm: characters(10_000) },
  whatsapp: { post: characters(4_096), comment: characters(4_096), dm: characters(4_096) },
};

/** The limit of a text on a platform. Platforms are an open list: one that is not known has no limit. */
export function limitOf(platform: string, use: TextUse): TextLimit {
  return (Object.hasOwn(limits, platform) ? limits[platform]?.[use] : undefined) ?? unlimited;
}
