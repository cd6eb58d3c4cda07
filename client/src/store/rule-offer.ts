import type { Need } from "@flowdesk/shared/desk/item/need.ts";
import type { NeedRule } from "@flowdesk/shared/need/rule.ts";
import { createStore } from "zustand/vanilla";

/** A correction is offered as a rule at most once in so many, and none while one stands. */
const betweenOffers = 3;

/** A rule begun from a correction: offered at the foot of the screen, then edited in the settings. */
export interface RuleOffer {
  readonly rule: NeedRule;
  readonly need: Need;
}

interface Offers {
  readonly offered: RuleOffer | null;
  /** Taken up, for the settings to open. */
  readonly draft: NeedRule | null;
}

export const ruleOfferStore = createStore<Offers>()(() => ({ offered: null, draft: null }));

let sinceLast = betweenOffers;

/** Counts a correction. Whether it is one that may be offered as a rule. */
export function countCorrection(): boolean {
  sinceLast++;
  if (ruleOfferStore.getState().offered !== null || sinceLast < betweenOffers) return false;
  sinceLast = 0;
  return true;
}

export function offerRule(offered: RuleOffer): void {
  ruleOfferStore.setState({ offered });
}

/** Puts the offer away. */
export function dropOffer(): void {
  ruleOfferStore.setState({ offered: null });
}

/** Takes the offer up: it is the draft that the settings open with. */
export function takeOffer(): void {
  ruleOfferStore.setState(({ offered }) => ({ offered: null, draft: offered?.rule ?? null }));
}

/** The draft has been opened. */
export function dropDraft(): void {
  ruleOfferStore.setState({ draft: null });
}
