import type { TFunction } from "i18next";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useDesk } from "../store/use-desk.ts";
import { useView } from "../store/use-view.ts";
import { type Formats, formatsFor } from "./formats.ts";
import { languageNow, onLanguage, type Parts, type Translate, wordsOf } from "./i18n.ts";

/** The words of every part, in the language of this screen: `t("flow:queue")`. */
export function useWords(): Translate {
  return useTranslation().t as unknown as Translate;
}

/**
 * The words of one part, in the language of this screen: what `useTranslation` gives, for what stands on the screen many
 * times over and is drawn anew several times a second. That costs ten times as much.
 */
export function usePart<P extends keyof Parts>(part: P): TFunction<P> {
  return wordsOf(part, useSyncExternalStore(onLanguage, languageNow));
}

/** Dates, times and numbers in the language of this screen; times in the desk's zone. */
export function useFormats(): Formats {
  const language = useView((view) => view.language);
  const zone = useDesk()?.zone;
  return formatsFor(language, zone);
}

/** The same in the zone of this computer, for one's own time on hover. */
export function useOwnFormats(): Formats {
  return formatsFor(useView((view) => view.language));
}
