import type { Kind, Need } from "@flowdesk/shared/desk/item/need.ts";
import { createStore } from "zustand/vanilla";
import { type Holding, notHeld } from "./held-order.ts";

/** The languages of the console, as BCP 47 tags. */
export const languages = ["en", "da", "nb"] as const;
export type Language = (typeof languages)[number];

export type Theme = "system" | "light" | "dark";

/** What a list is narrowed down to; what is left out narrows nothing. */
export interface Filter {
  readonly channel?: string;
  readonly kind?: Kind;
  readonly need?: Need;
  readonly text?: string;
}

/** A text that somebody has begun to write about an item. */
export interface Draft {
  readonly text: string;
  /** A note is for colleagues only. */
  readonly as: "reply" | "note";
}

/** What concerns this screen only, and no other. */
export interface ViewState {
  /** The item that is open beside the list. */
  readonly openItem: string | null;
  /** The row on which the keys act. */
  readonly focused: string | null;
  readonly selected: ReadonlySet<string>;
  /** How each list on the screen is held, by the list's name. */
  readonly held: Readonly<Record<string, Holding>>;
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly filter: Filter;
  readonly theme: Theme;
  readonly language: Language;
  /** Whether a letter alone is a command. */
  readonly singleKeys: boolean;
  /** Whether an alarm is heard as well as seen. */
  readonly sound: boolean;
  /** The kinds of alarm that are not heard all the same. */
  readonly silentAlarms: readonly string[];
  /** How loud, 0 to 1. */
  readonly volume: number;
  /** Whether an alarm is felt, where the device can. */
  readonly vibration: boolean;
}

const settingsKey = "flowdesk.settings";
const draftsKey = "flowdesk.drafts";

const settingNames = [
  "theme",
  "language",
  "singleKeys",
  "sound",
  "silentAlarms",
  "volume",
  "vibration",
] as const satisfies readonly (keyof ViewState)[];

type Settings = Pick<ViewState, (typeof settingNames)[number]>;

/** What the browser keeps; nothing where there is none, or where it may keep nothing. */
function storageOf(kind: "localStorage" | "sessionStorage"): Storage | null {
  try {
    return (globalThis as { [K in typeof kind]?: Storage })[kind] ?? null;
  } catch {
    return null;
  }
}

function read<T extends object>(storage: Storage | null, key: string): Partial<T> {
  try {
    const value: unknown = JSON.parse(storage?.getItem(key) ?? "{}");
    return typeof value === "object" && value !== null ? (value as Partial<T>) : {};
  } catch {
    return {};
  }
}

function keep(storage: Storage | null, key: string, value: object): void {
  try {
    storage?.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden storage costs the comfort of a kept draft, never the work on the screen.
  }
}

/** The console's language for a browser that prefers these: the first that it speaks, else English. */
export function preferredLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const language = tag.toLowerCase().split("-")[0];
    if (language === "nb" || language === "nn" || language === "no") return "nb";
    if (language === "da" || language === "en") return language;
  }
  return "en";
}

function settingsOf({ theme, language, singleKeys, sound, silentAlarms, volume, vibration }: ViewState): Settings {
  return { theme, language, singleKeys, sound, silentAlarms, volume, vibration };
}

const settings = read<Settings>(storageOf("localStorage"), settingsKey);

export const viewStore = createStore<ViewState>()(() => ({
  openItem: null,
  focused: null,
  selected: new Set(),
  held: {},
  drafts: read<Record<string, Draft>>(storageOf("sessionStorage"), draftsKey) as Record<string, Draft>,
  filter: {},
  theme: settings.theme ?? "system",
  language:
    languages.find((one) => one === settings.language) ?? preferredLanguage(globalThis.navigator?.languages ?? []),
  singleKeys: settings.singleKeys ?? true,
  sound: settings.sound ?? true,
  silentAlarms: Array.isArray(settings.silentAlarms) ? settings.silentAlarms : [],
  volume: typeof settings.volume === "number" ? Math.min(1, Math.max(0, settings.volume)) : 0.5,
  vibration: settings.vibration ?? true,
}));

viewStore.subscribe((now, before) => {
  if (now.drafts !== before.drafts) keep(storageOf("sessionStorage"), draftsKey, now.drafts);
  const settingsNow = settingsOf(now);
  const settingsBefore = settingsOf(before);
  if (settingNames.some((name) => settingsNow[name] !== settingsBefore[name]))
    keep(storageOf("localStorage"), settingsKey, settingsNow);
});

/** The hold on a list by its name. */
export function heldOf(state: ViewState, list: string): Holding {
  return state.held[list] ?? notHeld;
}

/** Alters the hold on a list. */
export function setHeld(list: string, alter: (holding: Holding) => Holding): void {
  viewStore.setState((state) => {
    const before = heldOf(state, list);
    const after = alter(before);
    return after === before ? state : { held: { ...state.held, [list]: after } };
  });
}

/** Opens an item beside the list, or closes what is open. */
export function showItem(id: string | null): void {
  viewStore.setState(id === null ? { openItem: null } : { openItem: id, focused: id });
}

export function focusItem(id: string | null): void {
  viewStore.setState({ focused: id });
}

/** Selects items, or takes them out of the selection if all of them are in it. */
export function toggleSelected(ids: readonly string[]): void {
  viewStore.setState(({ selected }) => {
    const next = new Set(selected);
    const all = ids.every((id) => next.has(id));
    for (const id of ids) {
      if (all) next.delete(id);
      else next.add(id);
    }
    return { selected: next };
  });
}

export function setSelected(ids: Iterable<string>): void {
  viewStore.setState({ selected: new Set(ids) });
}

export function clearSelected(): void {
  viewStore.setState(({ selected }) => (selected.size === 0 ? {} : { selected: new Set() }));
}

/** Keeps what somebody has begun to write; an empty text forgets it. */
export function setDraft(item: string, draft: Draft | null): void {
  viewStore.setState(({ drafts }) => {
    const { [item]: _old, ...rest } = drafts;
    return { drafts: draft === null || draft.text === "" ? rest : { ...rest, [item]: draft } };
  });
}

export function setFilter(filter: Filter): void {
  viewStore.setState({ filter });
}

export function setTheme(theme: Theme): void {
  viewStore.setState({ theme });
}

export function setLanguage(language: Language): void {
  viewStore.setState({ language });
}

export function setSingleKeys(singleKeys: boolean): void {
  viewStore.setState({ singleKeys });
}

export function setSound(sound: boolean): void {
  viewStore.setState({ sound });
}

/** @param silent the kinds of alarm that are not to be heard */
export function setSilentAlarms(silent: readonly string[]): void {
  viewStore.setState({ silentAlarms: silent });
}

/** @param volume 0 to 1 */
export function setVolume(volume: number): void {
  viewStore.setState({ volume });
}

export function setVibration(vibration: boolean): void {
  viewStore.setState({ vibration });
}
