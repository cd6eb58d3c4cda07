import { useView } from "../../store/use-view.ts";
import { lengthTextFor } from "./length-text.ts";

/** Lengths of time in ms as figures want them, in the language of this screen. */
export function useLengthText(): (ms: number) => string {
  return lengthTextFor(useView((view) => view.language));
}
