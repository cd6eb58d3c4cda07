import { isWordUnit } from "./fold.ts";
import type { Vocabulary, Words } from "./vocabulary.ts";
import { readWord } from "./word-units.ts";

/** A sentence of a text. */
export interface Sentence {
  /** UTF-16 indices in the text. */
  readonly start: number;
  readonly end: number;
  readonly firstWord: number;
  /** After the last. */
  readonly endWord: number;
  /** What it ends with, such as `?!`. */
  readonly marks: string;
}

/** A text's words by sentence, and which of them may begin a clause. */
export interface TextReading {
  readonly words: Words;
  readonly sentences: readonly Sentence[];
  /** Whether a word stands at the start of a sentence or after a sign such as a comma. */
  readonly begins: readonly boolean[];
}

/**
 * The words of a text with what they are to a vocabulary, in one walk over it. Links and handles are no words; a hashtag
 * is one. A full stop between digits ends no sentence.
 */
export function readText<Use>(text: string, vocabulary: Vocabulary<Use>): TextReading {
  const words: Words = { starts: [], ends: [], sentences: [], hits: [], symbols: [] };
  const sentences: Sentence[] = [];
  const begins: boolean[] = [];
  const walker = vocabulary.walker(words.symbols);
  const { step } = walker;
  let sentenceStart = 0;
  let firstWord = 0;
  let begun = true;
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (isWordUnit(unit)) {
      if ((unit === 104 || unit === 72 || unit === 119 || unit === 87) && isLink(text, at)) {
        at = endOfRun(text, at);
        continue;
      }
      words.starts.push(at);
      words.hits.push(words.symbols.length);
      walker.begin();
      at = readWord(text, at, step);
      walker.end();
      words.ends.push(at);
      words.sentences.push(sentences.length);
      begins.push(begun);
      begun = false;
      continue;
    }
    if (unit === 64) {
      at++;
      while (at < text.length && isHandleUnit(text.charCodeAt(at))) at++;
      continue;
    }
    if (isEnd(text, at, unit)) {
      const end = at;
      while (at < text.length && isEnd(text, at, text.charCodeAt(at))) at++;
      sentences.push(sentence(text, sentenceStart, end, at, firstWord, words.starts.length));
      sentenceStart = at;
      firstWord = words.starts.length;
      begun = true;
      continue;
    }
    if (unit === 44 || unit === 58 || unit === 59 || unit === 40 || unit === 0x2013 || unit === 0x2014) begun = true;
    at++;
  }
  if (firstWord < words.starts.length || sentences.length === 0)
    sentences.push(sentence(text, sentenceStart, at, at, firstWord, words.starts.length));
  words.hits.push(words.symbols.length);
  return { words, sentences, begins };
}

function sentence(
  text: string,
  start: number,
  end: number,
  after: number,
  firstWord: number,
  endWord: number,
): Sentence {
  return { start, end: after, firstWord, endWord, marks: text.slice(end, after) };
}

/** `.`, `!`, `?`, `…` and line ends, a full stop within a number or a word apart. */
function isEnd(text: string, at: number, unit: number): boolean {
  if (unit === 33 || unit === 63 || unit === 10 || unit === 0x2026) return true;
  return unit === 46 && !(at + 1 < text.length && isWordUnit(text.charCodeAt(at + 1)));
}

function isLink(text: string, at: number): boolean {
  return /^(?:https?:\/\/|www\.)/iu.test(text.slice(at, at + 8));
}

function endOfRun(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) > 32) at++;
  return at;
}

function isHandleUnit(unit: number): boolean {
  return (
    (unit >= 48 && unit <= 57) ||
    (unit >= 65 && unit <= 90) ||
    (unit >= 97 && unit <= 122) ||
    unit === 95 ||
    unit > 0xbf
  );
}
