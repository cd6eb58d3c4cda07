/**
 * The parts of twitter-text that are used, by their own files: the package's index would bring the whole of it into the
 * console. Each file's `module.exports` is the function itself.
 */
declare module "twitter-text/dist/parseTweet.js" {
  /** X's weighted count of a text. `validRangeEnd` is the last UTF-16 index that fits, in the text's NFC form. */
  export default function parseTweet(text: string): { weightedLength: number; valid: boolean; validRangeEnd: number };
}

declare module "twitter-text/dist/extractHashtagsWithIndices.js" {
  /** The hashtags of a text as X links them. `indices` are in UTF-16, the hash sign included. */
  export default function extractHashtagsWithIndices(text: string): { hashtag: string; indices: [number, number] }[];
}

declare module "twitter-text/dist/extractUrlsWithIndices.js" {
  /** The links of a text. `indices` are in UTF-16. */
  export default function extractUrlsWithIndices(
    text: string,
    options?: { extractUrlsWithoutProtocol: boolean },
  ): { url: string; indices: [number, number] }[];
}
