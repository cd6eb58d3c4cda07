import type { Author, Media } from "@flowdesk/shared/desk/item/message.ts";
import { Authors } from "./authors.ts";
import type { PlannedLine } from "./incidents.ts";
import { momentOf } from "./intensity.ts";
import { Random } from "./random.ts";
import { Said } from "./said.ts";
import type { Scenario, ScenarioChannel, Theme, Voice } from "./scenario.ts";
import type { ScriptArrival, ScriptEvent } from "./script-event.ts";
import { chooseText } from "./theme-text.ts";
import type { Due } from "./traffic.ts";
import { heardIn, type Wording, word } from "./wording.ts";

/** What is to happen later, by what has happened. */
export type Pending =
  | { readonly at: number; readonly event: ScriptEvent }
  | {
      readonly at: number;
      readonly followUp: { readonly to: ScriptArrival; readonly theme: Theme; readonly wording: Wording };
    };

/** Decides who writes what; each question from a stream of its own. */
export class Writer {
  readonly #scenario: Scenario;
  readonly #words: Random;
  readonly #sequels: Random;
  readonly #authors: Authors;
  readonly #said = new Said();
  readonly #posts: Random;
  /** The author and the first message of each who writes in an incident. */
  readonly #known = new Map<string, { author: Author; first: number }>();
  #refs = 0;

  constructor(scenario: Scenario, seed: number) {
    this.#scenario = scenario;
    this.#words = new Random(seed, "words");
    this.#sequels = new Random(seed, "sequels");
    this.#posts = new Random(seed, "posts");
    this.#authors = new Authors(new Random(seed, "authors"));
  }

  /** An ordinary message; null if nobody has anything to say there. */
  ordinary({ at, channel, kind }: Due): { arrival: ScriptArrival; theme: Theme; wording: Wording } | null {
    const random = this.#words;
    const moment = momentOf(this.#scenario, at / 60_000);
    const chosen = chooseText({ scenario: this.#scenario, random, said: this.#said, moment, channel, kind, at });
    if (chosen === null) return null;
    const { theme, voice, text, wording } = chosen;
    const { pictures } = theme;
    const alts = pictures !== undefined && random.chance(pictures.share) ? heardIn(pictures.alt, voice) : [];
    const ref = ++this.#refs;
    const author =
      kind === "dm" || theme.intent === "abuse"
        ? this.#authors.newcomer(channel.platform, voice)
        : this.#authors.anybody(channel.platform, voice);
    const arrival: ScriptArrival = {
      ref,
      at,
      channel,
      kind,
      author,
      text,
      voice,
      lang: random.chance(0.8) ? voice : null,
      intent: theme.intent,
      theme: theme.id,
      media: alts.length === 0 ? [] : [picture(theme.id, ref, word(random.pick(alts), wording))],
      post: kind === "comment" ? this.#postFor(channel, at) : null,
      follows: null,
      answer: this.#answer(theme, voice, wording, author),
    };
    return { arrival, theme, wording };
  }

  /** One message of an incident. */
  incident({ at, incident, line, voice, template, channel }: PlannedLine): ScriptArrival {
    const scenario = this.#scenario;
    const random = this.#words;
    const wording: Wording = { scenario, random, voice, moment: momentOf(scenario, at / 60_000), filled: new Map() };
    let text = word(template, wording);
    for (let tries = 0; line.crowd !== undefined && tries < 8 && this.#said.has(text, at); tries++)
      text = word(template, { ...wording, filled: new Map() });
    this.#said.add(text, at);
    const key = line.who === undefined ? null : `${incident.id} ${line.who}`;
    const known = key === null ? undefined : this.#known.get(`${key} ${line.kind} ${line.platform}`);
    const author = known?.author ?? this.#authorOf(line.platform, voice, line.who, line.followers, key);
    const ref = ++this.#refs;
    const answer = line.crowd?.answers?.[voice] ?? line.answer;
    if (key !== null && known === undefined)
      this.#known.set(`${key} ${line.kind} ${line.platform}`, { author, first: ref });
    return {
      ref,
      at,
      channel,
      kind: line.kind,
      author,
      text,
      voice,
      lang: voice,
      intent: line.intent,
      theme: incident.id,
      media: [],
      post: line.kind === "comment" ? this.#postFor(channel, at) : null,
      follows: known?.first ?? null,
      answer: answer === undefined ? null : named(word(answer, wording), author),
    };
  }

  /** What the same person writes later in the thread. */
  followUp(to: ScriptArrival, theme: Theme, wording: Wording, at: number): ScriptArrival | null {
    const texts = heardIn(theme.followUps, to.voice);
    if (texts.length === 0) return null;
    const now = { ...wording, moment: momentOf(this.#scenario, at / 60_000) };
    let text = word(wording.random.pick(texts), now);
    for (let tries = 0; tries < 8 && this.#said.has(text, at); tries++) text = word(wording.random.pick(texts), now);
    if (this.#said.has(text, at)) return null;
    this.#said.add(text, at);
    return { ...to, ref: ++this.#refs, at, text, media: [], follows: to.ref, answer: null };
  }

  /** What comes of an ordinary message later: a further one, a change, a deletion. */
  sequel(arrival: ScriptArrival, theme: Theme, wording: Wording): Pending[] {
    const random = this.#sequels;
    const { ref, text, kind } = arrival;
    const fate = random.next();
    if (fate < 0.015) {
      const at = arrival.at + after(random, 70);
      const changed = `${text.trimEnd()} (${random.pick(["rettet", "edit: typo", "edit", "rettet: slåfejl"])})`;
      return [{ at, event: { what: "edited", at, ref, text: changed } }];
    }
    if (fate < 0.025) {
      const at = arrival.at + after(random, 120);
      return [{ at, event: { what: "deleted", at, ref } }];
    }
    const often = kind === "dm" ? 0.45 : 0.2;
    if (theme.followUps === undefined || fate < 1 - often) return [];
    return [{ at: arrival.at + after(random, 160), followUp: { to: arrival, theme, wording } }];
  }

  #answer(theme: Theme, voice: Voice, wording: Wording, author: Author): string | null {
    const answers = heardIn(theme.answers, voice);
    return answers.length === 0 ? null : named(word(wording.random.pick(answers), wording), author);
  }

  #authorOf(
    platform: ScenarioChannel["platform"],
    voice: Voice,
    who: string | undefined,
    followers: number | undefined,
    key: string | null,
  ): Author {
    // The same person under their own name on another platform, or in another kind of thread.
    const elsewhere = key === null ? undefined : [...this.#known].find(([known]) => known.startsWith(`${key} `));
    if (elsewhere !== undefined) return elsewhere[1].author;
    const made = who === undefined ? this.#authors.newcomer(platform, voice) : { handle: who };
    return followers === undefined ? made : { ...made, followers };
  }

  /** A post that is out, the newer the likelier. */
  #postFor({ platform }: ScenarioChannel, at: number): ScriptArrival["post"] {
    const minute = at / 60_000;
    const out = this.#scenario.posts.filter((post) => post.at <= minute && post.platforms.includes(platform));
    const place = this.#posts.weighted(out.map((post) => Math.exp((post.at - minute) / 40) + 0.02));
    const post = out[place];
    if (post === undefined) return null;
    const moment = momentOf(this.#scenario, Math.max(0, post.at));
    const wording: Wording = { scenario: this.#scenario, random: this.#posts, voice: "da", moment, filled: new Map() };
    return {
      id: post.id,
      text: word(post.text.replaceAll("{tag}", `#${this.#scenario.hashtags[0]?.tag ?? ""}`), wording),
    };
  }
}

/** A delay of a person, in ms: mostly about so many seconds. */
function after(random: Random, seconds: number): number {
  return Math.round(Math.min(20 * 60, Math.max(12, random.spread(seconds, 0.7))) * 1000);
}

function named(text: string, author: Author): string {
  const name = author.name ?? author.handle;
  const first = name.split(/[\s_.]/u)[0] ?? "";
  // Whoever answers writes a name as names are written, and none where there is none.
  if (!/[\p{L}\p{Extended_Pictographic}]/u.test(first)) return text.replaceAll(/ ?\{name\}/gu, "");
  return text.replaceAll("{name}", `${first.charAt(0).toUpperCase()}${first.slice(1)}`);
}

/** A picture of the evening: a plain one that is drawn in its address, so that nothing is fetched from anywhere. */
function picture(theme: string, ref: number, alt: string): Media {
  const hue = (ref * 47) % 360;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 60"><defs><linearGradient id="g" x2="0" y2="1">` +
    `<stop stop-color="hsl(${hue} 60% 30%)"/><stop offset="1" stop-color="hsl(${(hue + 60) % 360} 70% 60%)"/></linearGradient></defs>` +
    `<rect width="80" height="60" fill="url(#g)"/><circle cx="${12 + (ref % 56)}" cy="18" r="7" fill="#fff8"/>` +
    `<path d="M0 60V${44 + (theme.length % 8)}q20-9 40 0t40-3V60z" fill="#0008"/></svg>`;
  return { kind: "image", url: `data:image/svg+xml,${encodeURIComponent(svg)}`, alt };
}
