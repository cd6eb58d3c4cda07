import type { Need } from "../desk/item/need.ts";
import { isEmptyWord } from "../question/word.ts";
import { compiledNeeds } from "./compile.ts";
import { explainNeed } from "./need-for.ts";
import type { NeedRule } from "./rule.ts";
import { longestGap } from "./term.ts";
import { readText } from "./text-reading.ts";
import { foldedWord } from "./word-units.ts";

/** Most terms that a rule is begun with, and most words of a text that are looked at. */
const mostTerms = 4;
const mostWords = 60;
/** Shorter words say little. */
const shortest = 4;

const asks = { needs: [{ question: true, need: "answer" }, { need: "watch" }] } as const satisfies {
  needs: NeedRule[];
};

/**
 * A rule begun from a text whose need somebody has corrected: what the text is about, two words of it at a time, as one
 * alone says too little; of a question its words each, as the question goes with them. A person looks over it before it
 * counts. Null if the text has no word that tells.
 */
export function ruleFrom(text: string, need: Need): NeedRule | null {
  const { words } = readText(text, compiledNeeds({ needs: [] }).vocabulary);
  const telling = words.starts.slice(0, mostWords).flatMap((start, place) => {
    const word = text.slice(start, words.ends[place]).toLowerCase();
    const tells = word.length >= shortest && /\p{L}/u.test(word) && !isEmptyWord(word) && text[start - 1] !== "#";
    return tells ? [{ word, place, sentence: words.sentences[place] }] : [];
  });
  const isQuestion = explainNeed(asks, { channel: "x:a", kind: "mention", text }).need === "answer";
  const terms = isQuestion
    ? telling.map(({ word }) => word)
    : telling.flatMap((one, index) => {
        const next = telling[index + 1];
        const isNear = next?.sentence === one.sentence && (next?.place ?? 0) - one.place <= longestGap + 1;
        if (next === undefined || !isNear) return telling.length === 1 ? [one.word] : [];
        return [`${one.word} ${next.place === one.place + 1 ? "" : ".. "}${next.word}`];
      });
  const distinct = [...new Map(terms.map((term) => [foldedWord(term), term])).values()].slice(0, mostTerms);
  const [first] = telling;
  const chosen = distinct.length === 0 && first !== undefined ? [first.word] : distinct;
  if (chosen.length === 0) return null;
  return { words: chosen, ...(isQuestion ? { question: true } : {}), need };
}
