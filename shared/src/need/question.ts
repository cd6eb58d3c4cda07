import { askingWords, cries, fillers, openings, rhetorical, tails } from "./question-words.ts";
import { termSteps } from "./term.ts";
import type { Sentence, TextReading } from "./text-reading.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * What a term says of the sentence that it stands in: `asking`, it begins with a question word; `opening`, with the verb
 * before its subject; `filler`, what may stand before either; `cry`, a question word that asks nothing; `rhetorical`;
 * `tail`, what asks only for agreement.
 */
export type QuestionRole = "asking" | "opening" | "filler" | "cry" | "rhetorical" | "tail";

const asksBy = new Set(askingWords);

const lists: ReadonlyArray<readonly [QuestionRole, readonly string[]]> = [
  ["asking", openings.filter((one) => asksBy.has(one.split(" ")[0] ?? ""))],
  ["opening", openings.filter((one) => !asksBy.has(one.split(" ")[0] ?? ""))],
  ["filler", fillers],
  ["cry", cries],
  ["rhetorical", rhetorical],
  ["tail", tails],
];

/** Adds the words by which questions are told to a vocabulary. */
export function addQuestionWords<Use>(vocabulary: Vocabulary<Use>, use: (role: QuestionRole) => Use): void {
  for (const [role, terms] of lists) for (const term of terms) vocabulary.add(termSteps(term), use(role));
}

/** Where a term of questions stands: its first word and its last. */
export interface QuestionHit {
  readonly role: QuestionRole;
  readonly first: number;
  readonly last: number;
}

/** Fewer words than this with a question mark ask nothing by themselves: "What?". */
const fewestWords = 2;
/** A verb before its subject begins a condition as well ("Har du tid, så kom"); at more length than this mostly that. */
const mostWordsUnmarked = 14;

/**
 * The sentences that ask something and are not rhetorical, by their places: those that end with a question mark, or begin
 * as questions do, perhaps after a greeting.
 */
export function questionsIn(reading: TextReading, hits: readonly QuestionHit[]): readonly number[] {
  const { sentences, words } = reading;
  const asked: number[] = [];
  for (let index = 0; index < sentences.length; index++) {
    const one = sentences[index];
    if (one === undefined || one.endWord === one.firstWord) continue;
    const own = hits.filter(({ first }) => words.sentences[first] === index);
    if (one.marks.includes("?") ? isAsked(one, own) : isUnmarkedQuestion(one, own, reading)) asked.push(index);
  }
  return asked;
}

function isAsked(one: Sentence, own: readonly QuestionHit[]): boolean {
  if (own.some(({ role }) => role === "rhetorical")) return false;
  const startsAsking = own.some(
    ({ role, first }) => (role === "asking" || role === "opening") && leadsTo(first, one, own),
  );
  if (startsAsking) return true;
  const isOutcry = one.marks.includes("!") || own.some(({ role, last }) => role === "tail" && last === one.endWord - 1);
  return !isOutcry && one.endWord - one.firstWord >= fewestWords;
}

function isUnmarkedQuestion(one: Sentence, own: readonly QuestionHit[], { begins }: TextReading): boolean {
  if (one.marks.includes("!") || own.some(({ role }) => role === "rhetorical" || role === "cry")) return false;
  return own.some(
    ({ role, first }) =>
      (role === "asking" && (begins[first] === true || leadsTo(first, one, own))) ||
      (role === "opening" && one.endWord - one.firstWord <= mostWordsUnmarked && leadsTo(first, one, own)),
  );
}

/** Whether nothing but fillers stands before a word of a sentence. */
function leadsTo(word: number, { firstWord }: Sentence, own: readonly QuestionHit[]): boolean {
  let at = word;
  while (at > firstWord && own.some(({ role, first }) => role === "filler" && first === at - 1)) at--;
  return at === firstWord;
}
