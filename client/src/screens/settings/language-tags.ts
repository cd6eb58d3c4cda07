/** Languages by the names that people write, where a tag is asked for. */
const named: Readonly<Record<string, string>> = {
  dansk: "da",
  danish: "da",
  norsk: "nb",
  bokmål: "nb",
  norwegian: "nb",
  nynorsk: "nn",
  svensk: "sv",
  svenska: "sv",
  swedish: "sv",
  engelsk: "en",
  english: "en",
  tysk: "de",
  deutsch: "de",
  german: "de",
  fransk: "fr",
  français: "fr",
  french: "fr",
  spansk: "es",
  español: "es",
  spanish: "es",
  finsk: "fi",
  suomi: "fi",
  finnish: "fi",
  polsk: "pl",
  polski: "pl",
  polish: "pl",
  arabisk: "ar",
  arabic: "ar",
  ukrainsk: "uk",
  ukrainian: "uk",
};

/** A language, of two or three letters, with what narrows it down. Source: RFC 5646, section 2.1. */
const tagForm = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/u;

/** Languages as people write them in one line, `da, en` or `dansk, engelsk`, as tags, each once; what is none is left out. */
export function readTags(text: string): string[] {
  const tags = wordsOf(text).map((word) => named[word] ?? word);
  return [...new Set(tags.filter((tag) => tag.length <= 35 && tagForm.test(tag)))];
}

/** What of such a line is no language. */
export function notTags(text: string): string[] {
  return wordsOf(text).filter((word) => readTags(word).length === 0);
}

/** @see readTags */
export function writtenTags(tags: readonly string[]): string {
  return tags.join(", ");
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s,;]+/u)
    .filter((word) => word !== "");
}
