import { useCallback, useEffect, useState } from "react";
import { Refusal } from "../../connection/refusal.ts";
import { failureSentence } from "../../text/refusal-sentence.ts";
import { useWords } from "../../text/use-text.ts";

/** Something that is fetched beside the desk's feed. */
export type Fetched<T> =
  | { readonly kind: "loading" }
  | { readonly kind: "here"; readonly value: T }
  /** With a sentence that says why. */
  | { readonly kind: "failed"; readonly problem: string };

/** Fetches something once it is shown. @param load has to be the same function from one drawing to the next */
export function useFetched<T>(load: () => Promise<T>): { readonly fetched: Fetched<T>; readonly again: () => void } {
  const words = useWords();
  const [fetched, setFetched] = useState<Fetched<T>>({ kind: "loading" });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt fetches anew; other words do not.
  useEffect(() => {
    let isWanted = true;
    load().then(
      (value) => {
        if (isWanted) setFetched({ kind: "here", value });
      },
      (error: unknown) => {
        const problem = error instanceof Refusal ? failureSentence(words, error) : String(error);
        if (isWanted) setFetched({ kind: "failed", problem });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [load, attempt]);
  return { fetched, again: useCallback(() => setAttempt((count) => count + 1), []) };
}
