import { longestGap, type TermStep } from "./term.ts";

/** A word of the vocabulary, by its place in the tree of letters. */
interface Node {
  readonly next: Map<number, Node>;
  /** The symbol of the word that ends here, and of the beginning of a word that does; -1: none. */
  whole: number;
  prefix: number;
}

/** A term that begins with a symbol, and what is to be told of where it stands. */
interface Term<Use> {
  /** The steps after the first: symbols, and -1 for a gap. */
  readonly rest: readonly number[];
  readonly use: Use;
}

/** The words of a text with what they are to a vocabulary. Made anew by each reading. */
export interface Words {
  readonly starts: number[];
  readonly ends: number[];
  /** Which sentence of the text each word stands in. */
  readonly sentences: number[];
  /** Where the symbols of each word begin in `symbols`, and after the last where they end. */
  readonly hits: number[];
  readonly symbols: number[];
}

/**
 * Words and phrases that are looked for all at once: a tree of letters finds what each word of a text is in one walk over
 * its letters, so that the time does not grow with the number of terms.
 */
export class Vocabulary<Use> {
  private readonly root: Node = newNode();
  private readonly terms: Term<Use>[][] = [];

  /** @param steps at least one, the first and the last of them words */
  add(steps: readonly TermStep[], use: Use): void {
    const [first = -1, ...rest] = steps.map((step) => (step === "gap" ? -1 : this.symbolOf(step.word, step.isPrefix)));
    this.terms[first]?.push({ rest, use });
  }

  private symbolOf(word: string, isPrefix: boolean): number {
    let node = this.root;
    for (let index = 0; index < word.length; index++) {
      const unit = word.charCodeAt(index);
      const next = node.next.get(unit) ?? newNode();
      node.next.set(unit, next);
      node = next;
    }
    const before = isPrefix ? node.prefix : node.whole;
    if (before !== -1) return before;
    const symbol = this.terms.push([]) - 1;
    if (isPrefix) node.prefix = symbol;
    else node.whole = symbol;
    return symbol;
  }

  /** A walk over the letters of one word after another, which writes their symbols down. */
  walker(symbols: number[]): { begin(): void; step(unit: number): boolean; end(): void } {
    let node: Node | undefined;
    const { root } = this;
    return {
      begin() {
        node = root;
      },
      step(unit) {
        node = node?.next.get(unit);
        if (node === undefined) return false;
        if (node.prefix !== -1) symbols.push(node.prefix);
        return true;
      },
      end() {
        if (node !== undefined && node.whole !== -1) symbols.push(node.whole);
      },
    };
  }

  /** Tells of every term where it stands: its first word and its last, by their places. A term is within one sentence. */
  find(words: Words, found: (use: Use, first: number, last: number) => void): void {
    const { hits, symbols } = words;
    for (let word = 0; word + 1 < hits.length; word++) {
      for (let hit = hits[word] ?? 0; hit < (hits[word + 1] ?? 0); hit++) {
        for (const { rest, use } of this.terms[symbols[hit] ?? -1] ?? []) {
          const last = rest.length === 0 ? word : follow(words, rest, 0, word);
          if (last !== -1) found(use, word, last);
        }
      }
    }
  }
}

function newNode(): Node {
  return { next: new Map(), whole: -1, prefix: -1 };
}

/** The place of a term's last word if its steps follow `word`; -1 if they do not. */
function follow(words: Words, rest: readonly number[], at: number, word: number): number {
  if (at === rest.length) return word;
  const step = rest[at] ?? -1;
  const isGap = step === -1;
  const symbol = isGap ? (rest[at + 1] ?? -1) : step;
  for (let next = word + 1; next <= word + (isGap ? longestGap + 1 : 1); next++) {
    if (words.sentences[next] !== words.sentences[word]) return -1;
    if (!has(words, next, symbol)) continue;
    const last = follow(words, rest, at + (isGap ? 2 : 1), next);
    if (last !== -1) return last;
  }
  return -1;
}

function has({ hits, symbols }: Words, word: number, symbol: number): boolean {
  for (let hit = hits[word] ?? 0; hit < (hits[word + 1] ?? 0); hit++) if (symbols[hit] === symbol) return true;
  return false;
}
