import { scrubbed } from "./scrub.ts";
import { askedFor, folded, isEmptyWord, stemOf } from "./word.ts";

/** A text that somebody outside has written. */
export interface AskedText {
  /** Tells people apart, and is never shown. */
  readonly person: string;
  /** What the person is called: handle, name. */
  readonly names: readonly string[];
  readonly text: string;
}

/** A question in the words of those who ask it, without anybody's name. */
export interface AskedQuestion {
  readonly text: string;
  /** How many different people ask it. */
  readonly people: number;
}

/** So many people have to ask before anything is shown, and to use a word before it is. */
const leastPeople = 3;
/** Two texts ask the same if so much of what they are about is the same. */
const leastAlike = 0.5;
/** What is asked at length is nothing that many ask. In words. */
const longestQuestion = 40;
/** Most characters of what is shown. */
const longestShown = 120;

interface Word {
  readonly shown: string;
  readonly folded: string;
  readonly stem: string;
  readonly isEmpty: boolean;
  readonly isLower: boolean;
  /** Written with a capital where no sentence begins: somebody's or something's name. */
  readonly isName: boolean;
}

interface Read {
  readonly person: string;
  readonly words: readonly Word[];
  /** What it is about. */
  readonly about: ReadonlySet<string>;
  readonly asks: string | null;
}

interface Group {
  readonly leader: Read;
  readonly texts: Read[];
}

/**
 * The question that most people ask in these texts; null if no three people ask the same.
 *
 * Texts are alike if their words, without those that say nothing, have a Jaccard index of at least a half (Jaccard 1912;
 * as word shingles of length one in Broder, "On the resemblance and containment of documents", 1997), and they do not
 * ask for different things (where, when). Each text joins the group whose first text it is most like.
 *
 * Nothing of what is shown is one person's: of the group's texts the one is taken that has to lose least, and it loses
 * every word that fewer than three people of the group have written in lower case, and every one that is of a handle or a
 * name of any who wrote, or written as a name, unless it is the house's own. Words that say nothing come from a list.
 *
 * @param ownWords folded words of the house's own texts, whose names may be shown: those of acts and places
 */
export function mostAsked(texts: readonly AskedText[], ownWords: ReadonlySet<string>): AskedQuestion | null {
  const names = namesOf(texts);
  const groups: Group[] = [];
  for (const read of texts.flatMap(readText)) {
    const best = nearest(groups, read);
    if (best === null) groups.push({ leader: read, texts: [read] });
    else best.texts.push(read);
  }
  const asked = groups.flatMap((group) => {
    const people = new Set(group.texts.map(({ person }) => person)).size;
    const text = people < leastPeople ? null : shownOf(group, names, ownWords);
    return text === null ? [] : [{ text, people }];
  });
  return asked.reduce<AskedQuestion | null>(
    (most, one) => (most === null || one.people > most.people ? one : most),
    null,
  );
}

/** The words of a text, folded: what `mostAsked` takes as the house's own. */
export function wordsOf(text: string): string[] {
  return Array.from(text.matchAll(wordForm), ([word]) => folded(word));
}

const clauseForm = /([^.!?,;:]+)([.!?,;:]*)/gu;
const wordForm = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

/** The clauses of a text that ask something and are about something. */
function readText({ person, text }: AskedText): Read[] {
  const plain = scrubbed(text);
  const isShouted = plain === plain.toUpperCase();
  let begins = true;
  return Array.from(plain.matchAll(clauseForm)).flatMap(([, clause = "", marks = ""]): Read[] => {
    const words = readWords(clause, { begins, isShouted });
    begins = /[.!?]/u.test(marks);
    if (words.length === 0 || words.length > longestQuestion) return [];
    const asks = askedFor(words.map((word) => word.folded));
    const isQuestion = marks.includes("?") || askedFor(words.slice(0, 2).map((word) => word.folded)) !== null;
    const about = new Set(words.filter(({ isEmpty }) => !isEmpty).map(({ stem }) => stem));
    return isQuestion && about.size > 0 ? [{ person, words, about, asks }] : [];
  });
}

function readWords(clause: string, of: { readonly begins: boolean; readonly isShouted: boolean }): Word[] {
  return Array.from(clause.matchAll(wordForm), ([shown], place): Word => {
    const word = folded(shown);
    const isLower = shown === shown.toLowerCase() || of.isShouted;
    const isName = !isLower && !(of.begins && place === 0);
    return { shown, folded: word, stem: stemOf(word), isEmpty: isEmptyWord(word), isLower, isName };
  });
}

function nearest(groups: readonly Group[], { about, asks }: Read): Group | null {
  let best: Group | null = null;
  let most = leastAlike;
  for (const group of groups) {
    const { leader } = group;
    if (asks !== null && leader.asks !== null && asks !== leader.asks) continue;
    const alike = jaccard(about, leader.about);
    if (alike < most || (alike === most && best !== null)) continue;
    best = group;
    most = alike;
  }
  return best;
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return both / (a.size + b.size - both);
}

/** Every word of the handles and names of those who wrote; handles also as one. */
function namesOf(texts: readonly AskedText[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const text of texts) {
    for (const name of text.names) {
      names.add(folded(name.trim()));
      for (const part of wordsOf(name)) names.add(part);
    }
  }
  return names;
}

/** What is shown of a group; null if nothing is left that says what is asked. */
function shownOf({ texts }: Group, names: ReadonlySet<string>, ownWords: ReadonlySet<string>): string | null {
  const users = new Map<string, Set<string>>();
  const called = new Set<string>();
  for (const { person, words } of texts) {
    for (const { folded: word, stem, isLower, isName } of words) {
      // A capital at the beginning may be a sentence's or a name's: it is no sign that the word is a common one.
      if (isLower || ownWords.has(word)) users.set(stem, (users.get(stem) ?? new Set()).add(person));
      if (isName) called.add(word);
    }
  }
  const isShown = ({ folded: word, stem, isEmpty }: Word) => {
    const isOwn = ownWords.has(word);
    if (names.has(word) && !isOwn) return false;
    if (isEmpty) return true;
    return (users.get(stem)?.size ?? 0) >= leastPeople && (!called.has(word) || isOwn);
  };
  const candidates = texts.map(({ words }) => {
    const kept = words.filter(isShown);
    const about = kept.filter(({ isEmpty }) => !isEmpty).length;
    const isInverted = askedFor(kept.slice(0, 1).map((word) => word.folded)) === null;
    return { kept, about, isInverted, lost: words.length - kept.length };
  });
  const [best] = candidates
    .filter(({ about }) => about > 0)
    .sort((a, b) => a.lost - b.lost || Number(a.isInverted) - Number(b.isInverted) || a.kept.length - b.kept.length);
  if (best === undefined) return null;
  const text = best.kept.map(({ shown, folded: word }) => (ownWords.has(word) ? shown : word)).join(" ");
  return text.length > longestShown ? null : `${text.charAt(0).toUpperCase()}${text.slice(1)}?`;
}
