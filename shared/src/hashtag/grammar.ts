import extractHashtagsWithIndices from "twitter-text/dist/extractHashtagsWithIndices.js";

/** A hashtag as a platform would link it. */
export interface FoundHashtag {
  /** Without its hash sign, as it was typed. */
  tag: string;
  /** UTF-16 index of the hash sign. */
  start: number;
  /** UTF-16 index after the last character. */
  end: number;
}

/** Longer texts are not searched by twitter-text, whose search for links takes time that grows with the square. */
const longestParsed = 12_288;

/** Letters of all scripts with their marks. */
const letter = "\\p{L}\\p{M}";
/** What stands before a hash sign that begins no tag: within a word, an HTML entity, a path, or another tag's sign. */
const notWithin = `(?<![${letter}\\p{N}_&/=])`;
/** A hash sign; a keycap (#️⃣) is none. */
const sign = "[#＃](?!\\ufe0f|\\u20e3)";
const link = /(?:https?:\/\/|www\.)\S+/giu;

/** Most platforms: letters, digits and underscore, at least one of them no digit and no underscore. */
const generic = new RegExp(`${notWithin}${sign}([${letter}\\p{N}_\\u00b7\\u200c\\u200d]+)`, "gu");
const anyLetter = /\p{L}/u;

/** Instagram: emoji too, and digits alone will do. */
const emoji = "\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{Regional_Indicator}\\u200d\\ufe0f";
const withEmoji = new RegExp(`${notWithin}${sign}([${letter}\\p{N}_${emoji}]+)`, "gu");
const anySubstance = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

/**
 * Mastodon (Tag::HASHTAG_RE): word characters (letters, marks, digits, connecting punctuation) and, inside, the middle
 * dots and the zero-width non-joiner; not after a word, `/`, `)` or `=`; at least one character that is no digit.
 */
const mastodonTag = /(?<![\p{L}\p{M}\p{N}\p{Pc}/)=])[#＃]([\p{L}\p{M}\p{Nd}\p{Pc}\u00b7\u30fb\u200c]+)/gu;
const mastodonSeparator = /[\u00b7\u30fb\u200c]/u;
const anyNonDigit = /[\p{L}\p{M}_\u00b7\u30fb\u200c]/u;

/**
 * Bluesky (atproto, rich text facets): after white space or at the start, up to the next white space or invisible
 * character, without punctuation at its end; at least one character that is neither digit nor punctuation; 64 at most.
 */
const blueskyTag = /(?<=^|\s)[#＃](?!\ufe0f)((?:(?!\u20e2)[^\s\u00ad\u2060\u200a-\u200d])+)/gu;
const punctuation = /\p{P}/u;
const anyBeyondPunctuation = /[^\d\s\p{P}]/u;
const longestBlueskyTag = 64;

/**
 * The hashtags of a text by the grammar of its platform, in order. X's is twitter-text's own; Bluesky, Mastodon and
 * Instagram have theirs; all others, and platforms that are not known, share the generic one. What is part of a link is
 * no tag.
 * @param platform the part of a channel's id before the colon
 */
export function extractHashtags(platform: string, text: string): FoundHashtag[] {
  if (!/[#＃]/u.test(text)) return [];
  switch (platform) {
    case "x":
      if (text.length > longestParsed) return outsideLinks(text, matches(text, generic, hasLetter));
      return extractHashtagsWithIndices(text).map(({ hashtag, indices: [start, end] }) => ({
        tag: hashtag,
        start,
        end,
      }));
    case "bluesky":
      return matches(text, blueskyTag, blueskyName);
    case "mastodon":
      return outsideLinks(text, matches(text, mastodonTag, mastodonName));
    case "instagram":
      return outsideLinks(
        text,
        matches(text, withEmoji, (run) => (anySubstance.test(run) ? run : null)),
      );
    default:
      return outsideLinks(text, matches(text, generic, hasLetter));
  }
}

function hasLetter(run: string): string | null {
  return anyLetter.test(run) ? run : null;
}

function mastodonName(run: string): string | null {
  const name = withoutEnd(run, mastodonSeparator);
  return anyNonDigit.test(name) ? name : null;
}

function blueskyName(run: string): string | null {
  const name = withoutEnd(run, punctuation);
  return anyBeyondPunctuation.test(name) && name.length <= longestBlueskyTag ? name : null;
}

/** The run without the characters of a kind at its end. By hand: a pattern bound to the end takes quadratic time. */
function withoutEnd(run: string, kind: RegExp): string {
  const characters = [...run];
  let last = characters.length;
  while (last > 0 && kind.test(characters[last - 1] ?? "")) last -= 1;
  return last === characters.length ? run : characters.slice(0, last).join("");
}

/** The runs after hash signs, of which `name` keeps the part that is the tag, or nothing. */
function matches(text: string, pattern: RegExp, name: (run: string) => string | null): FoundHashtag[] {
  const found: FoundHashtag[] = [];
  for (const match of text.matchAll(pattern)) {
    const tag = name(match[1] ?? "");
    if (tag !== null && tag !== "") found.push({ tag, start: match.index, end: match.index + 1 + tag.length });
  }
  return found;
}

function outsideLinks(text: string, tags: FoundHashtag[]): FoundHashtag[] {
  if (tags.length === 0) return tags;
  const links = [...text.matchAll(link)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return tags.filter((tag) => !links.some(({ start, end }) => start <= tag.start && tag.start < end));
}

/**
 * A tag as platforms compare them: composed (NFC), without regard to case, without its hash sign. Letters stay apart:
 * `ø` is not `o`. Case folding is lower case of upper case, with which `ß` is `ss` and both sigmas are one.
 */
export function foldTag(tag: string): string {
  const bare = tag.startsWith("#") || tag.startsWith("＃") ? tag.slice(1) : tag;
  return bare.normalize("NFC").toUpperCase().toLowerCase().replaceAll("ς", "σ").normalize("NFC");
}

/** Whether a platform takes two spellings for one tag. */
export function sameTag(a: string, b: string): boolean {
  return foldTag(a) === foldTag(b);
}
