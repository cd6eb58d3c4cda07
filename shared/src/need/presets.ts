import { type LiveSubject, liveSubjects } from "./live-subjects.ts";
import { presetWords } from "./preset-words.ts";
import type { AuthorList, NeedRule } from "./rule.ts";

/** The list of authors that the ready-made rule for the press goes by; the desk puts its own in. */
const pressList: AuthorList = { id: "press", name: "Press", handles: [] };

const { figurative } = presetWords;

const live: Readonly<Record<LiveSubject, Omit<NeedRule, "id">>> = {
  lostPerson: { words: [...presetWords.lostPerson], need: "urgent" },
  injury: { words: [...presetWords.injury], not: [...figurative], need: "urgent" },
  danger: { words: [...presetWords.danger], not: [...figurative], need: "urgent" },
  threat: { words: [...presetWords.threat], not: [...figurative], need: "urgent" },
  lost: { words: [...presetWords.lost], need: "practical" },
  stuck: { words: [...presetWords.stuck], need: "practical" },
  practical: { words: [...presetWords.place], question: true, need: "practical" },
  press: { authorLists: [pressList.id], need: "answer" },
  pressWords: { words: [...presetWords.press], need: "answer" },
  questions: { question: true, need: "answer" },
  complaints: { words: [...presetWords.complaint], not: [...presetWords.thanks], need: "answer" },
  dm: { kind: "dm", need: "answer" },
  rest: { need: "watch" },
};

/** Ready-made rules, with the lists of authors that they go by. Rules have an id and no name: names are the reader's. */
export interface NeedPreset {
  readonly needs: readonly NeedRule[];
  readonly authorLists: readonly AuthorList[];
}

/**
 * The rules of an evening with an audience, to go with the targets of the same name: urgent is who is lost, hurt,
 * threatened or in danger; practical what is no use to know an hour later; what else is asked or complained of, and what
 * the press writes, gets an answer; the rest is watched.
 */
export const liveNeeds: NeedPreset = {
  needs: liveSubjects.map((subject) => ({ id: `live:${subject}`, ...live[subject] })),
  authorLists: [pressList],
};
