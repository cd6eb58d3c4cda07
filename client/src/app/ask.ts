import { createStore } from "zustand/vanilla";

/** A question that stands over the screen until it is answered or put away. */
export type Question =
  | { readonly kind: "assign"; readonly items: readonly string[] }
  | { readonly kind: "deal"; readonly items: readonly string[] }
  | { readonly kind: "tag"; readonly items: readonly string[] }
  | { readonly kind: "snooze"; readonly items: readonly string[] }
  | { readonly kind: "dismiss"; readonly items: readonly string[] }
  | { readonly kind: "pass-on"; readonly items: readonly string[] }
  | { readonly kind: "tied-up" }
  | { readonly kind: "step-away"; readonly shift: "break" | "away" }
  | { readonly kind: "end-shift" }
  | { readonly kind: "check-in" }
  | { readonly kind: "write-briefing" }
  | { readonly kind: "announce" }
  | { readonly kind: "volunteer" }
  | { readonly kind: "cover" }
  | { readonly kind: "palette"; readonly items: readonly string[] }
  | { readonly kind: "look-as" }
  | { readonly kind: "own-desk" }
  | { readonly kind: "help" };

export const askStore = createStore<{ readonly question: Question | null }>()(() => ({ question: null }));

/** Puts a question on the screen, with the items that it was asked about. */
export function ask(question: Question): void {
  askStore.setState({ question });
}

export function answered(): void {
  askStore.setState({ question: null });
}
