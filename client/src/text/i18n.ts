import i18next, { type i18n, type TFunction } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "../store/view-store.ts";
import type { en } from "./en.ts";
import type { enLater } from "./en-later.ts";
import type { Catalogue, LaterCatalogue } from "./words.ts";

export type Parts = typeof en & typeof enLater;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: Parts;
  }
}

/** The function that gives words of any part: `t("flow:queue")`, `t("cancel")` for the common ones. */
export type Translate = TFunction<Array<keyof Parts>>;

/** Each catalogue is whole, so that nobody fetches a language that is not theirs. */
const first: Record<Language, () => Promise<Catalogue>> = {
  en: async () => (await import("./en.ts")).en,
  da: async () => (await import("./da.ts")).da,
  nb: async () => (await import("./nb.ts")).nb,
};

const later: Record<Language, () => Promise<LaterCatalogue>> = {
  en: async () => (await import("./en-later.ts")).enLater,
  da: async () => (await import("./da-later.ts")).daLater,
  nb: async () => (await import("./nb-later.ts")).nbLater,
};

/** The language spoken last, and whether something is shown that has later words in it. */
let spoken: Language = "en";
let needsLater = false;

/** Makes ready for words. Call it before anything is shown, and `speak` after it. */
export function startText(): i18n {
  void i18next.use(initReactI18next).init({
    lng: "en",
    fallbackLng: "en",
    ns: ["common"],
    defaultNS: "common",
    initAsync: false,
    resources: {},
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return i18next;
}

/** Turns the console to a language, whose words are fetched the first time. */
export async function speak(language: Language): Promise<void> {
  spoken = language;
  await Promise.all([learn(language, "common", first), needsLater ? learn(language, "settings", later) : null]);
  // Another may have been wished for while these came.
  if (spoken !== language) return;
  await i18next.changeLanguage(language);
  if (typeof document !== "undefined") document.documentElement.lang = language;
}

/** Fetches the words of what is fetched later itself, which awaits them before it is shown. */
export async function laterWords(): Promise<void> {
  needsLater = true;
  await learn(spoken, "settings", later);
}

/** @param one a part of that catalogue, by which it is known whether it is here */
async function learn(
  language: Language,
  one: keyof Parts,
  catalogues: Record<Language, () => Promise<Catalogue | LaterCatalogue>>,
): Promise<void> {
  if (i18next.hasResourceBundle(language, one)) return;
  for (const [part, words] of Object.entries(await catalogues[language]()))
    i18next.addResourceBundle(language, part, words);
}

/** Tells whoever asks that the language has changed, until they no longer wish to be told. */
export function onLanguage(changed: () => void): () => void {
  i18next.on("languageChanged", changed);
  return () => i18next.off("languageChanged", changed);
}

export function languageNow(): string {
  return i18next.language;
}

const ofPart = new Map<string, TFunction<keyof Parts>>();

/** The words of one part in a language; the same function for the same two. */
export function wordsOf<P extends keyof Parts>(part: P, language: string): TFunction<P> {
  const key = `${language} ${part}`;
  let words = ofPart.get(key);
  if (words === undefined) {
    words = i18next.getFixedT(language, part) as TFunction<keyof Parts>;
    ofPart.set(key, words);
  }
  return words as TFunction<P>;
}

/** The words for what is not a component. In components use `useTranslation`, which renders again when the language changes. */
export function words(): Translate {
  return i18next.t as Translate;
}
