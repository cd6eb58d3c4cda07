/**
 * Regular expressions in time that is linear in the text: a Thompson automaton (Thompson, "Regular Expression Search
 * Algorithm", 1968) whose threads go forward together, each state at most once a character, as in Pike's machine
 * (Cox, "Regular Expression Matching: the Virtual Machine Approach", 2009).
 *
 * The dialect: characters; `.`; classes `[a-zæøå]`, `[^…]`; `\d \w \s` and their opposites, where letters of all scripts
 * are word characters; `\b \B ^ $`; groups `( )` and `(?: )`; `|`; `? * + {n} {n,} {n,m}`; a backslash before any sign.
 * Upper and lower case are one. Nothing looks around or refers back: that cannot be done in linear time.
 */
import { longestPattern } from "./rule.ts";

/** Most steps that a pattern may come to, its repetitions written out. */
export const largestPattern = 300;
const mostRepeated = 50;
/** So much of a text is searched, in characters. */
const longestSearched = 1_000;

type CharTest = (code: number) => boolean;
type Instruction =
  | { readonly op: "char"; readonly test: CharTest }
  | { readonly op: "split"; readonly to: number; readonly or: number }
  | { readonly op: "assert"; readonly what: "start" | "end" | "edge" | "within" }
  | { readonly op: "match" };

type Node =
  | { readonly kind: "char"; readonly test: CharTest }
  | { readonly kind: "assert"; readonly what: "start" | "end" | "edge" | "within" }
  | { readonly kind: "all"; readonly of: readonly Node[] }
  | { readonly kind: "any"; readonly of: readonly Node[] }
  | { readonly kind: "repeat"; readonly of: Node; readonly least: number; readonly most: number };

/** A pattern outside the dialect, with a sentence that says why. */
export class PatternError extends Error {}

/** A pattern that can be searched for. */
export interface Pattern {
  /** How many steps it comes to. */
  readonly size: number;
  /** Whether it fits a text in which nothing stands. */
  readonly fitsNothing: boolean;
  /**
   * Where it first fits, as UTF-16 indices; null if it does not within the first thousand characters.
   * @param meter counts the steps taken
   */
  find(text: string, meter?: { steps: number }): { readonly start: number; readonly end: number } | null;
}

/** @throws PatternError if it is outside the dialect, or too large */
export function compilePattern(source: string): Pattern {
  if (source.length > longestPattern) throw new PatternError(`A pattern has at most ${longestPattern} characters.`);
  const program: Instruction[] = [];
  emit(new Parser(source).whole(), program);
  program.push({ op: "match" });
  return {
    size: program.length,
    fitsNothing: search(program, "") !== null,
    find: (text, meter) => search(program, text, meter),
  };
}

function emit(node: Node, into: Instruction[]): void {
  if (into.length > largestPattern)
    throw new PatternError("The pattern is too large once its repetitions are written out.");
  switch (node.kind) {
    case "char":
      into.push({ op: "char", test: node.test });
      return;
    case "assert":
      into.push({ op: "assert", what: node.what });
      return;
    case "all":
      for (const one of node.of) emit(one, into);
      return;
    case "any":
      emitAny(node.of, into);
      return;
    case "repeat":
      for (let count = 0; count < node.least; count++) {
        const before = into.length;
        emit(node.of, into);
        // What stands for nothing stands for nothing however often: groups of nothing within groups end here.
        if (into.length === before) return;
      }
      if (node.most === Number.POSITIVE_INFINITY) emitLoop(node.of, into);
      else for (let count = node.least; count < node.most; count++) emitMaybe(node.of, into);
  }
}

function emitAny(choices: readonly Node[], into: Instruction[]): void {
  const ends: number[] = [];
  for (const [index, one] of choices.entries()) {
    if (index === choices.length - 1) {
      emit(one, into);
      break;
    }
    const split = into.push({ op: "match" }) - 1;
    emit(one, into);
    ends.push(into.push({ op: "match" }) - 1);
    into[split] = { op: "split", to: split + 1, or: into.length };
  }
  for (const end of ends) into[end] = { op: "split", to: into.length, or: into.length };
}

function emitLoop(node: Node, into: Instruction[]): void {
  const split = into.push({ op: "match" }) - 1;
  emit(node, into);
  into.push({ op: "split", to: split, or: split });
  into[split] = { op: "split", to: split + 1, or: into.length };
}

function emitMaybe(node: Node, into: Instruction[]): void {
  const split = into.push({ op: "match" }) - 1;
  emit(node, into);
  into[split] = { op: "split", to: split + 1, or: into.length };
}

const wordForm = /[\p{L}\p{M}\p{N}_]/u;
const isDigit: CharTest = (code) => code >= 48 && code <= 57;
const isWord: CharTest = (code) => code >= 0 && wordForm.test(String.fromCodePoint(code));
const isSpace: CharTest = (code) => code >= 0 && /\s/u.test(String.fromCodePoint(code));
const not =
  (test: CharTest): CharTest =>
  (code) =>
    !test(code);

/** What stands for a set of characters after a backslash. */
const sets: ReadonlyMap<string, CharTest> = new Map([
  ["d", isDigit],
  ["D", not(isDigit)],
  ["w", isWord],
  ["W", not(isWord)],
  ["s", isSpace],
  ["S", not(isSpace)],
]);
const controls: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

function lowered(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  return String.fromCodePoint(code).toLowerCase().codePointAt(0) ?? code;
}

function oneOf(character: string): CharTest {
  const wanted = lowered(character.codePointAt(0) ?? 0);
  return (code) => code === wanted;
}

class Parser {
  private readonly characters: readonly string[];
  private at = 0;
  private depth = 0;

  constructor(source: string) {
    this.characters = [...source.normalize("NFC")];
  }

  whole(): Node {
    const node = this.choice();
    if (this.at < this.characters.length) throw new PatternError('A ")" in the pattern closes nothing.');
    return node;
  }

  private get next(): string | undefined {
    return this.characters[this.at];
  }

  private choice(): Node {
    const choices = [this.sequence()];
    while (this.next === "|") {
      this.at++;
      choices.push(this.sequence());
    }
    return choices.length === 1 && choices[0] !== undefined ? choices[0] : { kind: "any", of: choices };
  }

  private sequence(): Node {
    const all: Node[] = [];
    while (this.next !== undefined && this.next !== "|" && this.next !== ")") all.push(this.repeated());
    return { kind: "all", of: all };
  }

  private repeated(): Node {
    const before = this.at;
    const one = this.single();
    const bounds = this.bounds();
    if (bounds === null) return one;
    if (one.kind === "assert")
      throw new PatternError(`"${this.characters[before] ?? ""}" in the pattern cannot be repeated.`);
    // Whether as little or as much as possible is taken makes no difference to whether it fits.
    if (this.next === "?") this.at++;
    if (this.bounds() !== null) throw new PatternError("Two repetitions stand one after the other in the pattern.");
    return { kind: "repeat", of: one, ...bounds };
  }

  private bounds(): { readonly least: number; readonly most: number } | null {
    const sign = this.next;
    if (sign === "*" || sign === "+" || sign === "?") {
      this.at++;
      return { least: sign === "+" ? 1 : 0, most: sign === "?" ? 1 : Number.POSITIVE_INFINITY };
    }
    if (sign !== "{") return null;
    const end = this.characters.indexOf("}", this.at);
    const inner = /^(\d{1,3})(,(\d{1,3})?)?$/u.exec(this.characters.slice(this.at + 1, end).join(""));
    if (end === -1 || inner === null)
      throw new PatternError('A "{" in the pattern is no repetition such as {2,4}; write \\{ for the sign.');
    const least = Number(inner[1]);
    const most = inner[2] === undefined ? least : inner[3] === undefined ? Number.POSITIVE_INFINITY : Number(inner[3]);
    if (least > most || least > mostRepeated || (most !== Number.POSITIVE_INFINITY && most > mostRepeated))
      throw new PatternError(`A repetition in the pattern goes from less to more, up to ${mostRepeated} times.`);
    this.at = end + 1;
    return { least, most };
  }

  private single(): Node {
    const character = this.next ?? "";
    this.at++;
    switch (character) {
      case "(":
        return this.group();
      case "[":
        return { kind: "char", test: this.charClass() };
      case ".":
        return { kind: "char", test: (code) => code !== 10 };
      case "^":
        return { kind: "assert", what: "start" };
      case "$":
        return { kind: "assert", what: "end" };
      case "\\":
        return this.escaped();
      case "*":
      case "+":
      case "?":
        throw new PatternError(`There is nothing before a "${character}" in the pattern that it could repeat.`);
      default:
        return { kind: "char", test: oneOf(character) };
    }
  }

  private group(): Node {
    if (this.next === "?") {
      if (this.characters[this.at + 1] !== ":")
        throw new PatternError("A pattern cannot look ahead or behind, nor name groups: write ( ) or (?: ).");
      this.at += 2;
    }
    this.depth++;
    if (this.depth > 20) throw new PatternError("The pattern has groups within groups more than 20 deep.");
    const node = this.choice();
    if (this.next !== ")") throw new PatternError('A "(" in the pattern is not closed.');
    this.at++;
    this.depth--;
    return node;
  }

  private escaped(): Node {
    const character = this.next;
    if (character === undefined) throw new PatternError("The pattern ends with a backslash.");
    this.at++;
    if (character === "b" || character === "B") return { kind: "assert", what: character === "b" ? "edge" : "within" };
    return { kind: "char", test: sets.get(character) ?? oneOf(this.literal(character)) };
  }

  private literal(character: string): string {
    const control = controls.get(character);
    if (control !== undefined) return control;
    if (/[1-9]/u.test(character)) throw new PatternError("A pattern cannot refer back to a group.");
    if (/[\p{L}\p{N}]/u.test(character)) throw new PatternError(`"\\${character}" is not known in patterns.`);
    return character;
  }

  private charClass(): CharTest {
    const isNot = this.next === "^";
    if (isNot) this.at++;
    const tests: CharTest[] = [];
    while (this.next !== "]") {
      if (this.next === undefined) throw new PatternError('A "[" in the pattern is not closed.');
      tests.push(this.classPart());
    }
    this.at++;
    if (tests.length === 0) throw new PatternError('A "[ ]" in the pattern holds nothing.');
    const any: CharTest = (code) => tests.some((test) => test(code));
    return isNot ? not(any) : any;
  }

  private classPart(): CharTest {
    const from = this.classCharacter();
    if (typeof from !== "string") return from;
    const dash = this.next === "-" && this.characters[this.at + 1] !== "]";
    if (!dash) return oneOf(from);
    this.at++;
    const to = this.classCharacter();
    const low = from.codePointAt(0) ?? 0;
    const high = typeof to === "string" ? (to.codePointAt(0) ?? 0) : -1;
    if (high < low) throw new PatternError(`"${from}-" in the pattern begins no range.`);
    return (code) => {
      if (code >= low && code <= high) return true;
      const upper = String.fromCodePoint(code).toUpperCase();
      const raised = upper.length <= 2 ? (upper.codePointAt(0) ?? code) : code;
      return raised >= low && raised <= high;
    };
  }

  private classCharacter(): string | CharTest {
    const character = this.next;
    if (character === undefined) throw new PatternError('A "[" in the pattern is not closed.');
    this.at++;
    if (character !== "\\") return character;
    const escaped = this.next;
    if (escaped === undefined) throw new PatternError("The pattern ends with a backslash.");
    this.at++;
    return sets.get(escaped) ?? this.literal(escaped);
  }
}

/** The threads of one step: which states, in order, and where each began. */
interface Threads {
  readonly states: number[];
  readonly starts: Int32Array;
  readonly added: Int32Array;
}

function search(
  program: readonly Instruction[],
  text: string,
  meter?: { steps: number },
): { start: number; end: number } | null {
  const codes: number[] = [];
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    if (codes.length === longestSearched) break;
    codes.push(lowered(character.codePointAt(0) ?? 0));
    places.push(place);
    place += character.length;
  }
  places.push(place);
  let present = threadsFor(program.length);
  let following = threadsFor(program.length);
  let found: { start: number; end: number } | null = null;
  let steps = 0;
  const stack: number[] = [];
  const add = (to: Threads, state: number, start: number, at: number): void => {
    stack.push(state);
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      steps++;
      if (to.added[top] === at + 1) continue;
      to.added[top] = at + 1;
      const instruction = program[top];
      if (instruction === undefined) continue;
      if (instruction.op === "split") {
        stack.push(instruction.or, instruction.to);
      } else if (instruction.op === "assert") {
        if (holds(instruction.what, codes, at)) stack.push(top + 1);
      } else {
        to.states.push(top);
        to.starts[top] = start;
      }
    }
  };
  for (let at = 0; at <= codes.length; at++) {
    if (found === null) add(present, 0, at, at);
    if (present.states.length === 0 && found !== null) break;
    const code = codes[at] ?? -1;
    for (const state of present.states) {
      steps++;
      const instruction = program[state];
      const start = present.starts[state] ?? 0;
      if (instruction?.op === "match") {
        // What comes after in the order of the threads is worth less.
        found = { start: places[start] ?? 0, end: places[at] ?? 0 };
        break;
      }
      if (instruction?.op === "char" && at < codes.length && instruction.test(code))
        add(following, state + 1, start, at + 1);
    }
    [present, following] = [following, present];
    following.states.length = 0;
  }
  if (meter !== undefined) meter.steps += steps;
  return found;
}

function threadsFor(size: number): Threads {
  return { states: [], starts: new Int32Array(size), added: new Int32Array(size) };
}

function holds(what: "start" | "end" | "edge" | "within", codes: readonly number[], at: number): boolean {
  if (what === "start") return at === 0 || codes[at - 1] === 10;
  if (what === "end") return at === codes.length || codes[at] === 10;
  const isEdge = isWord(codes[at - 1] ?? -1) !== isWord(codes[at] ?? -1);
  return what === "edge" ? isEdge : !isEdge;
}
