import { cries, fillers, openings, rhetorical, tails } from "./question-words.ts";
import { termSteps } from "./term.ts";
import type { Sentence, TextReading } from "./text-reading.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What a term says of the question that it stands in. */
export type QuestionRole = "opening" | "filler" | "cry" | "rhetorical" | "tail";

const lists: ReadonlyArray<readonly [QuestionRole, readonly string[]]> = [
  ["opening", openings],
  ["filler", fillers],
  ["cry", cries],
  ["rhetorical", rhetorical],
  ["tail", tails],
];

/** Adds the words by which questions are told to a vocabulary. */
export function addQuestionWords<Use>(vocabulary: Vocabulary<Use>, use: (role: QuestionRole) => Use): void {
  for (const [role, terms] of lists) for (const term of terms) vocabulary.add(termSteps(term), use(role));
}

/** Where the terms of questions stand in a text. */
export interface QuestionHits {
  /** The first words of openings. */
  readonly openings: number[];
  readonly fillers: Set<number>;
  readonly cries: Set<number>;
  /** The sentences with something rhetorical in them. */
  readonly rhetorical: Set<number>;
  readonly tails: Set<number>;
}

/** Fewer words than this with a question mark ask nothing by themselves: "What?". */
const fewestWords = 2;

/**
 * The first sentence that asks something and is not rhetorical: it ends with a question mark, or begins as questions do,
 * perhaps after a greeting. Null if there is none.
 */
export function questionIn({ words, sentences, begins }: TextReading, hits: QuestionHits): Sentence | null {
  for (let index = 0; index < sentences.length; index++) {
    const one = sentences[index];
    if (one === undefined || one.endWord === one.firstWord || hits.rhetorical.has(index)) continue;
    const isOpened = hits.openings.some(
      (word) => words.sentences[word] === index && isAtStart(word, one, begins, hits.fillers),
    );
    const isAsked = one.marks.includes("?");
    if (isAsked) {
      const isOutcry = one.marks.includes("!") || hits.tails.has(one.endWord - 1);
      if (isOpened || (!isOutcry && one.endWord - one.firstWord >= fewestWords)) return one;
    } else if (isOpened && !one.marks.includes("!") && !hasCry(one, hits.cries)) return one;
  }
  return null;
}

function isAtStart(
  word: number,
  { firstWord }: Sentence,
  begins: readonly boolean[],
  fillersAt: ReadonlySet<number>,
): boolean {
  let at = word;
  while (at > firstWord && begins[at] !== true && fillersAt.has(at - 1)) at--;
  return at === firstWord || begins[at] === true;
}

function hasCry({ firstWord, endWord }: Sentence, criesAt: ReadonlySet<number>): boolean {
  for (let word = firstWord; word < endWord; word++) if (criesAt.has(word)) return true;
  return false;
}
