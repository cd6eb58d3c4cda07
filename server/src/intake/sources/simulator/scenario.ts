import type { Kind } from "@flowdesk/shared/desk/item/need.ts";
import type { Platform } from "./platform.ts";

/** The languages that the people of an evening write in. */
export const voices = ["da", "nb", "en", "sv"] as const;
export type Voice = (typeof voices)[number];

/** Texts by language. A voice without texts of its own is not heard on that theme. */
export type ByVoice<T> = Readonly<Partial<Record<Voice, readonly T[]>>>;

/** What somebody wants by writing. The first three want an answer; the rest mostly none. */
export const intents = [
  "question",
  "complaint",
  "emergency",
  "thanks",
  "chatter",
  "joke",
  "rumour",
  "spam",
  "abuse",
] as const;
export type Intent = (typeof intents)[number];

/**
 * What many write about one theme. In texts, `{slot}` is filled from the scenario's slots, `{act}` and `{stage}` from the
 * act that is on (or comes next, or was last), `{time}` with the wall-clock time at which it begins, `{next}`, `{nextStage}`, `{nextTime}` with the act that comes next (or with that one, if none
 * does), `{tag}` with a hashtag in one of its many spellings, and `[a|b|c]` is one of several ways to say it.
 */
export interface Theme {
  readonly id: string;
  readonly intent: Intent;
  readonly kinds: readonly Kind[];
  /** How often it comes up against the others, on a quiet stretch. */
  readonly weight: number;
  /** How much more often while something is on: before an act begins, during it, after it, and once all is over. */
  readonly mood?: Readonly<Partial<Record<Mood, number>>>;
  /** Minutes after the script's beginning from which, and until which, it comes up at all. Absent: all along. */
  readonly from?: number;
  readonly until?: number;
  readonly texts: ByVoice<string>;
  /** What the same person writes later in the same thread, if they do. */
  readonly followUps?: ByVoice<string>;
  /** How a colleague of the desk answers it; slots have the values that they had in the text, `{name}` is the author's. */
  readonly answers?: ByVoice<string>;
  /** The share of these that come with a picture, with what stands on it. */
  readonly pictures?: { readonly share: number; readonly alt: ByVoice<string> };
}

/** Where an evening stands about its acts. */
export type Mood = "before" | "during" | "after" | "over";

/** Something on the programme that people write about. */
export interface Act {
  readonly id: string;
  readonly name: string;
  readonly stage: string;
  /** Minutes after the script's beginning. */
  readonly at: number;
  /** Minutes. */
  readonly lasts: number;
  /** How many more messages its height brings than a quiet stretch: 1 brings none more. */
  readonly draw: number;
  /** False for what is no performance, such as fireworks: texts name another act then. Absent: it is one. */
  readonly performs?: boolean;
}

/** Something that happens once, whoever writes otherwise. */
export interface Incident {
  readonly id: string;
  /** Minutes after the script's beginning. */
  readonly at: number;
  readonly lines: readonly IncidentLine[];
}

/** One message of an incident, or the same asked by many. */
export interface IncidentLine {
  /** Seconds after the incident's beginning. */
  readonly after: number;
  /** Who writes: the same name within an incident is the same person. Absent: anybody. */
  readonly who?: string;
  readonly platform: Platform;
  readonly kind: Kind;
  readonly intent: Intent;
  readonly voice: Voice;
  readonly text: string;
  readonly followers?: number;
  /** So many people write it, each in one of these ways, over so many minutes. */
  readonly crowd?: {
    readonly people: number;
    readonly minutes: number;
    readonly variants: ByVoice<string>;
    /** How those who ask in these voices are answered; the others by `answer`. */
    readonly answers?: Readonly<Partial<Record<Voice, string>>>;
  };
  /** The author changes it to this, so many seconds later. */
  readonly editedTo?: { readonly after: number; readonly text: string };
  /** The author deletes it, so many seconds later. */
  readonly deletedAfter?: number;
  /** How a colleague answers. */
  readonly answer?: string;
}

/** A channel of the evening. */
export interface ScenarioChannel {
  readonly platform: Platform;
  readonly handle: string;
  readonly name: string;
  /** How much of all traffic comes here, by kind. */
  readonly traffic: Readonly<Partial<Record<Kind, number>>>;
  /** Which languages are heard here, by weight. */
  readonly voices: Readonly<Partial<Record<Voice, number>>>;
}

/** A post of the evening: what is planned, and what comments stand under once it is out. */
export interface ScenarioPost {
  readonly id: string;
  /** Minutes after the script's beginning; negative for what is out before it begins. */
  readonly at: number;
  readonly title: string;
  readonly platforms: readonly Platform[];
  readonly text: string;
}

/** A whole evening, from which a seed makes one run. */
export interface Scenario {
  readonly id: string;
  /** What it is called, by voice. */
  readonly name: Readonly<Record<"da" | "nb" | "en", string>>;
  /** The IANA zone in which it plays. */
  readonly zone: string;
  /** The wall-clock time at which the script begins, `HH:MM`. */
  readonly begins: string;
  /** Minutes. */
  readonly lasts: number;
  /** Messages a minute on a quiet stretch; acts and incidents come on top. */
  readonly calm: number;
  readonly channels: readonly ScenarioChannel[];
  readonly programme: readonly Act[];
  readonly posts: readonly ScenarioPost[];
  /** The canonical hashtags, and the wrong spellings that people use instead. */
  readonly hashtags: ReadonlyArray<{ readonly tag: string; readonly wrong: readonly string[] }>;
  readonly slots: Readonly<Record<string, ByVoice<string>>>;
  readonly themes: readonly Theme[];
  readonly incidents: readonly Incident[];
  /** Handles of the press that write in it. */
  readonly press: readonly string[];
}
