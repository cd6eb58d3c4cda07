import { type Wake, wakesOf } from "@flowdesk/shared/clock/wakes.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Policy } from "@flowdesk/shared/desk/policy/policy.ts";
import type { Post } from "@flowdesk/shared/desk/post/post.ts";
import { type PostWake, postWakesOf } from "@flowdesk/shared/desk/post/wakes.ts";
import { type Instant, instant, millis } from "@flowdesk/shared/time/instant.ts";
import type { DeskService, Submission } from "../desk/desk-service.ts";
import type { Store } from "../desk/store.ts";
import { closes } from "./closes.ts";
import { expires } from "./expires.ts";
import { leaves } from "./leaves.ts";
import { postFallsDue } from "./post-falls-due.ts";
import { postIsLate } from "./post-is-late.ts";
import { postIsMissed } from "./post-is-missed.ts";
import type { PostTimer } from "./post-timer.ts";
import { promiseExpires } from "./promise-expires.ts";
import { snoozeEnds } from "./snooze-ends.ts";
import type { ItemTimer } from "./timer.ts";
import { warns } from "./warns.ts";

const itemTimers: Record<Wake, ItemTimer> = {
  leaves,
  warns,
  expires,
  promise: promiseExpires,
  snooze: snoozeEnds,
  closes,
};
const postTimers: Record<PostWake, PostTimer> = { due: postFallsDue, late: postIsLate, missed: postIsMissed };

/** So many things are looked at in one go. */
const most = 500;
/** The desk is looked at again after this long at the latest, in ms, whatever it was told. */
const longestSleep = 5_000;
/** How long to leave a desk alone whose timers came to nothing, in ms. */
const pauseAfterNothing = 1_000;

export interface ClockworkDeps {
  readonly store: Pick<Store, "due" | "nextDue">;
  readonly service: DeskService;
  /** The policy in force; null while the desk is not known. */
  readonly policyOf: (desk: string) => Promise<Pick<Policy, "closeAfterMs"> | null>;
  /** The wall clock in ms. */
  readonly now: () => number;
  readonly failed: (desk: string, error: unknown) => void;
}

/**
 * Has each desk's timers run: asks the store what is due, and sends the command of each timer as the desk itself. The
 * commands derive their ids from what they are about, so that any number of nodes make one change of each.
 */
export class Clockwork {
  readonly #deps: ClockworkDeps;
  readonly #sleeping = new Map<string, { timer: NodeJS.Timeout; until: number }>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #again = new Set<string>();
  #stopped = false;

  constructor(deps: ClockworkDeps) {
    this.#deps = deps;
  }

  /** Looks at a desk now: it is new here, or something has changed in it. */
  wind(desk: string): void {
    if (this.#stopped) return;
    if (this.#running.has(desk)) {
      this.#again.add(desk);
      return;
    }
    this.#clear(desk);
    const run = this.#run(desk)
      .catch((error: unknown) => {
        this.#deps.failed(desk, error);
        return pauseAfterNothing;
      })
      .then((sleep) => {
        this.#running.delete(desk);
        if (this.#stopped) return;
        const soon = this.#again.delete(desk) ? Math.min(sleep, 50) : sleep;
        this.#sleep(desk, soon);
      });
    this.#running.set(desk, run);
  }

  /** Looks at a desk within a moment, at most so often: for every change that comes by. */
  nudge(desk: string): void {
    const sleeping = this.#sleeping.get(desk);
    if (sleeping === undefined) {
      this.wind(desk);
    } else if (sleeping.until - performance.now() > 250) {
      this.#clear(desk);
      this.#sleep(desk, 250);
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const desk of [...this.#sleeping.keys()]) this.#clear(desk);
    await Promise.all(this.#running.values());
  }

  #clear(desk: string): void {
    const sleeping = this.#sleeping.get(desk);
    if (sleeping !== undefined) clearTimeout(sleeping.timer);
    this.#sleeping.delete(desk);
  }

  #sleep(desk: string, ms: number): void {
    const timer = setTimeout(() => {
      this.#sleeping.delete(desk);
      this.wind(desk);
    }, ms);
    this.#sleeping.set(desk, { timer, until: performance.now() + ms });
  }

  /** Gives how long to sleep, in ms. */
  async #run(desk: string): Promise<number> {
    const { store, service, policyOf } = this.#deps;
    for (;;) {
      const now = instant(this.#deps.now());
      const policy = await policyOf(desk);
      if (policy === null) return pauseAfterNothing;
      const due = await store.due(desk, now, most);
      if (due.length === 0) {
        const next = await store.nextDue(desk);
        return next === null ? longestSleep : Math.min(longestSleep, Math.max(10, millis(next) - this.#deps.now()));
      }
      const submissions = due.flatMap((entry) =>
        "item" in entry ? itemSubmissions(entry.item, policy, now) : postSubmissions(entry.post, now),
      );
      const answers = await service.submitAll(desk, submissions);
      if (this.#stopped) return longestSleep;
      if (!answers.some((answer) => answer.ok)) return pauseAfterNothing;
    }
  }
}

/** The commands of an item's timers that have come. */
export function itemSubmissions(item: Item, policy: Pick<Policy, "closeAfterMs">, now: Instant): Submission[] {
  return wakesOf(item, policy)
    .filter(({ wake, at }) => at <= now && !(wake === "warns" && item.dueAt !== null && item.dueAt <= now))
    .map(({ wake, at }) => {
      const timer = itemTimers[wake];
      return {
        id: timer.idFor(item, at),
        type: timer.type,
        data: { item: item.id },
        actor: { kind: "system", id: "desk" },
        lane: "timers",
      };
    });
}

function postSubmissions(post: Post, now: Instant): Submission[] {
  return postWakesOf(post)
    .filter(({ at }) => at <= now)
    .map(({ wake, variant, at }) => {
      const timer = postTimers[wake];
      return {
        id: timer.idFor(post, variant, at),
        type: timer.type,
        data: { post: post.id, variant },
        actor: { kind: "system", id: "desk" },
        lane: "timers",
      };
    });
}
