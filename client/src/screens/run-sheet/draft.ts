import { platformOf } from "@flowdesk/shared/desk/channel/channel.ts";
import { checkHashtags, type HashtagFinding, type HashtagPolicy } from "@flowdesk/shared/hashtag/policy.ts";
import { countText, type TextCount } from "@flowdesk/shared/text/count.ts";
import type { Instant } from "@flowdesk/shared/time/instant.ts";

/** A picture or film of a post as it is being written. */
export interface MediaDraft {
  readonly url: string;
  readonly alt: string;
}

/** What a post says as it is being written: one text for all channels, and texts of their own for some. */
export interface Wording {
  readonly text: string;
  /** By channel. */
  readonly own: Readonly<Record<string, string>>;
}

/** What a channel is to say. */
export function textFor(wording: Wording, channel: string): string {
  return wording.own[channel] ?? wording.text;
}

/** The wording with another text for a channel: its own if it has one, else the one for all. */
export function reword(wording: Wording, channel: string, text: string): Wording {
  return wording.own[channel] === undefined ? { ...wording, text } : ownText(wording, channel, text);
}

/** The wording with a text of its own for a channel; null takes it away. */
export function ownText(wording: Wording, channel: string, text: string | null): Wording {
  const { [channel]: _before, ...others } = wording.own;
  return { ...wording, own: text === null ? others : { ...others, [channel]: text } };
}

/** A text measured and checked for a channel. */
export interface TextCheck {
  readonly count: TextCount;
  readonly findings: readonly HashtagFinding[];
  /** The platform would refuse it. */
  readonly isUnfit: boolean;
  /** A tag stops it, which a flow manager may set aside. */
  readonly isStopped: boolean;
}

/** Measures and checks a planned post's text as the desk will. @param at when it is to leave */
export function checkText(
  channel: string,
  text: string,
  hasMedia: boolean,
  hashtags: HashtagPolicy,
  at: Instant,
): TextCheck {
  const platform = platformOf(channel);
  const count = countText(platform, text, "post");
  const findings = checkHashtags({ policy: hashtags, platform, channel, text, use: "post", at });
  return {
    count,
    findings,
    isUnfit: count.problems.some((problem) => problem !== "empty" || !hasMedia),
    isStopped: findings.some(({ blocking }) => blocking),
  };
}

/** The pictures that were given, without empty lines. */
export function givenMedia(media: readonly MediaDraft[]): { url: string; alt?: string }[] {
  return media
    .filter(({ url }) => url.trim() !== "")
    .map(({ url, alt }) => (alt.trim() === "" ? { url: url.trim() } : { url: url.trim(), alt: alt.trim() }));
}

/** Whether each address that was given is one on the web. */
export function areAddresses(media: readonly MediaDraft[]): boolean {
  return givenMedia(media).every(({ url }) => isAddress(url));
}

/** Whether a text is an address on the web, beginning with http:// or https://. */
export function isAddress(text: string): boolean {
  const url = URL.parse(text.trim());
  return url !== null && /^https?:$/u.test(url.protocol);
}
