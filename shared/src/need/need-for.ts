import type { Author } from "../desk/item/message.ts";
import type { Kind, Need } from "../desk/item/need.ts";
import { extractHashtags, foldTag } from "../hashtag/grammar.ts";
import { type CompiledNeeds, type CompiledRule, compiledNeeds, foldedHandle, language } from "./compile.ts";
import { type QuestionHit, questionsIn } from "./question.ts";
import type { NeedPolicy, NeedRule } from "./rule.ts";
import { readText, type Sentence, type TextReading } from "./text-reading.ts";

/** What of a message decides its need. Without a text no rule fits that looks at one. */
export interface NeedMessage {
  /** `platform:handle`. */
  readonly channel: string;
  readonly kind: Kind;
  readonly text?: string;
  readonly author?: Author;
  /** BCP 47; null or absent where it does not show. */
  readonly lang?: string | null;
}

/** Why a rule fits: one condition of it, with where in the text it shows (UTF-16 indices). */
export type NeedReason =
  | { readonly by: "words" | "pattern" | "question" | "tag"; readonly start: number; readonly end: number }
  | { readonly by: "author" | "followers" | "language" | "place" };

/** The need of a message, by which rule and why. `rule` is null where none fits: the need is then `answer`. */
export interface NeedExplained {
  readonly need: Need;
  readonly rule: NeedRule | null;
  /** The rule's place in the policy; -1 where none fits. */
  readonly index: number;
  readonly reasons: readonly NeedReason[];
}

/** The need that a message sets where no rule fits. */
const otherwise: Need = "answer";

/** The need of a message that has just come in: of the first rule that fits; without one, `answer`. */
export function needFor(policy: NeedPolicy, message: NeedMessage): Need {
  const index = new Looked(compiledNeeds(policy), message).first();
  return policy.needs[index]?.need ?? otherwise;
}

/** The need of a message with the rule that sets it and what in the message it goes by. */
export function explainNeed(policy: NeedPolicy, message: NeedMessage): NeedExplained {
  const looked = new Looked(compiledNeeds(policy), message);
  const index = looked.first();
  const rule = policy.needs[index];
  if (rule === undefined) return { need: otherwise, rule: null, index: -1, reasons: [] };
  return { need: rule.need, rule, index, reasons: looked.reasons(index) };
}

/** Where a term of a rule stands: its first word and its last, by their places. */
interface Hit {
  readonly rule: number;
  readonly first: number;
  readonly last: number;
}

interface Read {
  readonly reading: TextReading;
  /** Where the terms of rules stand, in the order of the text. */
  readonly wanted: readonly Hit[];
  /** Which rules' unwanted words stand there. */
  readonly unwanted: readonly number[];
  readonly question: readonly QuestionHit[];
}

/** A message as the rules look at it: each thing that they ask about is found out once, and only if one does. */
class Looked {
  private readonly needs: CompiledNeeds;
  private readonly message: NeedMessage;
  private readText: Read | undefined;
  private asked: readonly number[] | undefined;
  private folded: ReadonlyMap<string, { start: number; end: number }> | undefined;

  constructor(needs: CompiledNeeds, message: NeedMessage) {
    this.needs = needs;
    this.message = message;
  }

  first(): number {
    const { rules } = this.needs;
    for (let index = 0; index < rules.length; index++) {
      const rule = rules[index];
      if (rule !== undefined && rule.rule.off !== true && (rule.fitsAll || this.fits(rule, index))) return index;
    }
    return -1;
  }

  private fits(compiled: CompiledRule, index: number): boolean {
    const { rule } = compiled;
    const { channel, kind, author } = this.message;
    if (rule.channel !== undefined && rule.channel !== channel) return false;
    if (rule.kind !== undefined && rule.kind !== kind) return false;
    if (rule.platform !== undefined && !isOn(channel, rule.platform)) return false;
    if (compiled.languages !== null && !speaks(this.message, compiled.languages)) return false;
    if (compiled.authors !== null && !isBy(this.message, compiled.authors)) return false;
    if (rule.followersAtLeast !== undefined && (author?.followers ?? 0) < rule.followersAtLeast) return false;
    if (compiled.readsText) {
      const read = this.read();
      if (read === null) return false;
      if (read.unwanted.includes(index)) return false;
      if (rule.words !== undefined && this.hitOf(read, index) === undefined) return false;
      if (rule.question === true && rule.words === undefined && this.questions(read).length === 0) return false;
    }
    if (compiled.tags !== null && this.tagOf(compiled.tags) === null) return false;
    return compiled.pattern === null || compiled.pattern.find(this.message.text ?? "") !== null;
  }

  reasons(index: number): readonly NeedReason[] {
    const compiled = this.needs.rules[index];
    if (compiled === undefined) return [];
    const { rule } = compiled;
    const reasons: NeedReason[] = [];
    const read = compiled.readsText ? this.read() : null;
    if (rule.words !== undefined && read !== null) {
      const { starts, ends } = read.reading.words;
      const { first, last } = this.hitOf(read, index) ?? { first: -1, last: -1 };
      reasons.push({ by: "words", start: starts[first] ?? 0, end: ends[last] ?? 0 });
    }
    const pattern = compiled.pattern?.find(this.message.text ?? "") ?? null;
    if (pattern !== null) reasons.push({ by: "pattern", ...pattern });
    const asked = rule.question === true && read !== null ? this.questionBy(read, index) : undefined;
    if (asked !== undefined) reasons.push({ by: "question", ...trimmed(this.message.text ?? "", asked) });
    const tag = compiled.tags === null ? null : this.tagOf(compiled.tags);
    if (tag !== null) reasons.push({ by: "tag", ...tag });
    if (compiled.authors !== null) reasons.push({ by: "author" });
    if (rule.followersAtLeast !== undefined) reasons.push({ by: "followers" });
    if (compiled.languages !== null) reasons.push({ by: "language" });
    if (rule.channel !== undefined || rule.platform !== undefined || rule.kind !== undefined)
      reasons.push({ by: "place" });
    return reasons;
  }

  private read(): Read | null {
    const { text } = this.message;
    if (text === undefined) return null;
    this.readText ??= readFor(text, this.needs);
    return this.readText;
  }

  /** The places of the sentences that ask something. */
  private questions(read: Read): readonly number[] {
    this.asked ??= questionsIn(read.reading, read.question);
    return this.asked;
  }

  /** Where a rule's words stand; for one that wants a question too, within it or in the sentence beside it. */
  private hitOf(read: Read, rule: number): Hit | undefined {
    const isAsked = this.needs.rules[rule]?.rule.question === true;
    return read.wanted.find((hit) => hit.rule === rule && (!isAsked || this.questionAt(read, hit) !== undefined));
  }

  private questionAt(read: Read, { first }: Hit): number | undefined {
    const sentence = read.reading.words.sentences[first] ?? -1;
    const asked = this.questions(read);
    return asked.includes(sentence) ? sentence : asked.find((one) => Math.abs(one - sentence) === 1);
  }

  private questionBy(read: Read, index: number): Sentence | undefined {
    const hit = this.needs.rules[index]?.rule.words === undefined ? undefined : this.hitOf(read, index);
    const place = hit === undefined ? this.questions(read)[0] : this.questionAt(read, hit);
    return read.reading.sentences[place ?? -1];
  }

  private tagOf(wanted: ReadonlySet<string>): { start: number; end: number } | null {
    const { channel, text } = this.message;
    this.folded ??= new Map(
      extractHashtags(platformPart(channel), text ?? "").map(({ tag, start, end }) => [foldTag(tag), { start, end }]),
    );
    for (const [tag, place] of this.folded) if (wanted.has(tag)) return place;
    return null;
  }
}

function readFor(text: string, { vocabulary }: CompiledNeeds): Read {
  const reading = readText(text, vocabulary);
  const wanted: Hit[] = [];
  const unwanted: number[] = [];
  const question: QuestionHit[] = [];
  vocabulary.find(reading.words, (use, first, last) => {
    if (use.part === "words") wanted.push({ rule: use.rule, first, last });
    else if (use.part === "not") unwanted.push(use.rule);
    else question.push({ role: use.part, first, last });
  });
  return { reading, wanted, unwanted, question };
}

function speaks({ lang }: NeedMessage, languages: ReadonlySet<string>): boolean {
  return lang !== undefined && lang !== null && languages.has(language(lang));
}

function isBy({ author }: NeedMessage, authors: ReadonlySet<string>): boolean {
  return author !== undefined && authors.size > 0 && authors.has(foldedHandle(author.handle));
}

function platformPart(channel: string): string {
  return channel.slice(0, Math.max(0, channel.indexOf(":")));
}

function isOn(channel: string, platform: string): boolean {
  return channel.length > platform.length && channel.charCodeAt(platform.length) === 58 && channel.startsWith(platform);
}

/** A sentence without the white space around it. */
function trimmed(text: string, { start, end }: Sentence): { start: number; end: number } {
  const said = text.slice(start, end);
  const from = start + said.length - said.trimStart().length;
  return { start: from, end: Math.max(from, end - (said.length - said.trimEnd().length)) };
}
