/** Within so many ms nobody says what has been said. */
const within = 10 * 60_000;

/** What has been said lately, so that an evening does not repeat itself within ten minutes. */
export class Said {
  readonly #when = new Map<string, number>();

  /** Whether a text has been said within ten minutes before `at` (ms). Its hashtags, handles and signs do not count. */
  has(text: string, at: number): boolean {
    const when = this.#when.get(keyOf(text));
    return when !== undefined && at - when < within;
  }

  /** Whether these very signs have been said. */
  hasExactly(text: string, at: number): boolean {
    const when = this.#when.get(`=${text}`);
    return when !== undefined && at - when < within;
  }

  /** Notes that it is said; times run forwards. What is long past is forgotten. */
  add(text: string, at: number): void {
    for (const key of [keyOf(text), `=${text}`]) {
      this.#when.delete(key);
      this.#when.set(key, at);
    }
    for (const [old, when] of this.#when) {
      if (at - when < within) break;
      this.#when.delete(old);
    }
  }
}

/** Keys of what has been asked about: the same few templates, over and over. */
const keys = new Map<string, string>();
const mostKeys = 5_000;

function keyOf(text: string): string {
  const known = keys.get(text);
  if (known !== undefined) return known;
  const bare = text
    .toLowerCase()
    .replace(/[#@]\s?[\p{L}\p{N}_.]+/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const key = bare === "" ? text.trim() : bare;
  if (keys.size >= mostKeys) keys.clear();
  keys.set(text, key);
  return key;
}
