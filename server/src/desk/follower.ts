import { seesChange, type View, viewKey } from "@flowdesk/shared/desk/view.ts";
import type { Instant } from "@flowdesk/shared/time/instant.ts";
import { ChangesFrame, largestFrame } from "./frame.ts";
import type { LogWindow } from "./log-window.ts";
import type { Subscriber } from "./subscriber.ts";

/** A subscriber in a desk, as the member that it is there. */
export class Follower {
  readonly subscriber: Subscriber;
  readonly member: string;
  readonly audience: Audience;
  /** The number up to which it was sent everything; while it catches up. */
  cursor: number;
  /** Resolves once it follows no more. */
  readonly ended: Promise<void>;
  #hasEnded = false;
  #end: () => void = () => {};

  constructor(subscriber: Subscriber, member: string, audience: Audience, cursor: number) {
    this.subscriber = subscriber;
    this.member = member;
    this.audience = audience;
    this.cursor = cursor;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  end(): void {
    this.#hasEnded = true;
    this.audience.live.delete(this);
    this.#end();
  }
}

/** Room for what stands around the changes in a frame. */
const envelope = 512;

/** Everyone of one view (rule F2): what is sent to them is filtered and encoded once. */
export class Audience {
  readonly view: View;
  readonly key: string;
  /** Those who have everything that was sent out, and get what comes as it comes. */
  readonly live = new Set<Follower>();
  readonly #desk: string;
  /** Frames of catch-ups by the number they begin after and how large they may be, and until when they are shared (monotonic ms). */
  readonly #shared = new Map<string, { readonly frame: ChangesFrame; readonly until: number }>();

  constructor(desk: string, view: View) {
    this.#desk = desk;
    this.view = view;
    this.key = viewKey(view);
  }

  /** What the view sees of the lines after `since`, up to `to` or as far as one frame of so many bytes reaches. */
  frame(window: LogWindow, since: number, to: number, now: Instant, most = largestFrame): ChangesFrame {
    const seen: string[] = [];
    let bytes = envelope;
    let reached = since;
    for (const { seq, scope, json, bytes: size } of window.after(since, to)) {
      if (seesChange(this.view, scope)) {
        if (seen.length > 0 && bytes + size > most) break;
        seen.push(json);
        bytes += size + 1;
      }
      reached = seq;
    }
    return new ChangesFrame(this.#desk, since + 1, reached, now, seen);
  }

  /** The same for a catch-up: shared for a while among those who stand at the same number, and take as much. */
  sharedFrame(window: LogWindow, since: number, to: number, now: Instant, until: number, most: number): ChangesFrame {
    const key = `${since} ${most}`;
    const kept = this.#shared.get(key);
    if (kept !== undefined) return kept.frame;
    const frame = this.frame(window, since, to, now, most);
    this.#shared.set(key, { frame, until });
    return frame;
  }

  /** Lets go of shared frames whose time is over. */
  forget(monotonic: number): void {
    for (const [key, { until }] of this.#shared) if (until <= monotonic) this.#shared.delete(key);
  }
}
