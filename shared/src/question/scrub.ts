import { folded } from "./word.ts";

/** Longest text that is looked at, in UTF-16 units, and longest word that is one. */
const longestText = 2_000;
const longestWord = 40;

/** So many digits, with whatever people put between them, are a telephone number, an order, a code. */
const telling = 5;

/** What people say before their name. */
const introductions = [
  "jeg hedder",
  "mit navn er",
  "jeg heter",
  "mitt navn er",
  "jag heter",
  "mitt namn är",
  "navnet er",
  "my name is",
  "my name's",
  "i am called",
  "hilsen",
  "hilsner",
  "mvh",
  "vh",
  "kh",
  "hälsningar",
  "regards",
  "cheers",
  "sincerely",
].map((said) => said.split(" "));

/** `I am Maja`: after these only what is written as a name is one. */
const callings = ["jeg er", "jag är", "i am", "i'm", "det er", "this is"].map((said) => said.split(" "));

const mostNames = 3;

/**
 * A text without what could tell who wrote it or whom it is about: addresses, handles, hashtags, telephone numbers and
 * other long numbers, and names that people introduce themselves by. Takes a time that grows with the text's length alone.
 */
export function scrubbed(text: string): string {
  const words = text
    .slice(0, longestText)
    .replace(/[\p{Extended_Pictographic}\p{Cf}\p{Cc}]/gu, " ")
    .split(/\s+/u)
    .filter((word) => word !== "" && word.length <= longestWord && !isAddress(word));
  return withoutNames(withoutNumbers(words)).join(" ");
}

/** Handles as platforms write them, hashtags (which may be somebody's), web and e-mail addresses. */
function isAddress(word: string): boolean {
  return /[@＠#＃]|:\/\/|^www\.|[\p{L}\d]\.\p{L}{2}|(?:^|\()u\//iu.test(word);
}

function withoutNumbers(words: readonly string[]): string[] {
  const kept: string[] = [];
  let run: string[] = [];
  const end = () => {
    if (digitsIn(run.join("")) < telling) kept.push(...run);
    run = [];
  };
  for (const word of words) {
    if (/^[+\d(][\d()./-]*[,.!?]?$/u.test(word)) {
      run.push(word);
      continue;
    }
    end();
    if (digitsIn(word) < telling) kept.push(word);
  }
  end();
  return kept;
}

function digitsIn(text: string): number {
  return text.replace(/\D/gu, "").length;
}

function withoutNames(words: readonly string[]): string[] {
  const bare = words.map((word) => folded(word).replace(/^[^\p{L}]+|[^\p{L}']+$/gu, ""));
  const begins = (phrase: readonly string[], at: number) => phrase.every((word, place) => bare[at + place] === word);
  const kept: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const introduction = introductions.find((phrase) => begins(phrase, at));
    const calling = introduction === undefined ? callings.find((phrase) => begins(phrase, at)) : undefined;
    const said = introduction ?? calling;
    if (said === undefined) {
      kept.push(word);
      continue;
    }
    let names = 0;
    while (names < mostNames && isNamed(words[at + said.length + names], introduction !== undefined && names === 0))
      names++;
    if (introduction === undefined && names === 0) kept.push(word);
    else at += said.length + names - 1;
  }
  return kept;
}

/** @param however whether it is a name however it is written */
function isNamed(word: string | undefined, however: boolean): boolean {
  return word !== undefined && (however ? /\p{L}/u : /^\p{Lu}/u).test(word);
}
