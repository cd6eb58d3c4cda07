import i18next, { type i18n, type TFunction } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "../store/view-store.ts";
import { en } from "./en.ts";
import type { Catalogue } from "./words.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: typeof en;
  }
}

/** The function that gives words of any part: `t("flow:queue")`, `t("cancel")` for the common ones. */
export type Translate = TFunction<Array<keyof typeof en>>;

const parts = Object.keys(en) as Array<keyof typeof en>;

const others: Record<Exclude<Language, "en">, () => Promise<Catalogue>> = {
  da: async () => (await import("./da.ts")).da,
  nb: async () => (await import("./nb.ts")).nb,
};

/** Makes the words ready, English at once. Call it before anything is shown. */
export function startText(): i18n {
  void i18next.use(initReactI18next).init({
    lng: "en",
    fallbackLng: "en",
    ns: parts,
    defaultNS: "common",
    initAsync: false,
    resources: { en },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return i18next;
}

/** Turns the console to a language, whose words are fetched the first time. */
export async function speak(language: Language): Promise<void> {
  if (language !== "en" && !i18next.hasResourceBundle(language, "common")) {
    const catalogue = await others[language]();
    for (const part of parts) i18next.addResourceBundle(language, part, catalogue[part]);
  }
  await i18next.changeLanguage(language);
  if (typeof document !== "undefined") document.documentElement.lang = language;
}

/** The words for what is not a component. In components use `useTranslation`, which renders again when the language changes. */
export function words(): Translate {
  return i18next.t as Translate;
}
