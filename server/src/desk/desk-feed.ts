import { type Change, idOf, isMemberChange } from "@flowdesk/shared/desk/change.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { permits } from "@flowdesk/shared/desk/permission.ts";
import { type Rejection, reject } from "@flowdesk/shared/desk/rejection.ts";
import { type View, viewKey, viewOf } from "@flowdesk/shared/desk/view.ts";
import type { DeskClosed, DeskJoined } from "@flowdesk/shared/protocol/desk-join.ts";
import { type Instant, instant } from "@flowdesk/shared/time/instant.ts";
import type { Identity } from "../account/identity.ts";
import { CatchingUp } from "./catching-up.ts";
import type { FeedDeps } from "./feed-deps.ts";
import { Audience, Follower } from "./follower.ts";
import { History } from "./history.ts";
import { LogReader, page } from "./log-reader.ts";
import { LogWindow, lineOf } from "./log-window.ts";
import { loadRoster, type Roster } from "./roster.ts";
import { Sending } from "./sending.ts";
import type { Head, LoggedChange } from "./store.ts";
import type { Subscriber } from "./subscriber.ts";

/** Said where nothing is wrong with the one who asks. */
const notNow = reject("desk.unavailable", "The desk cannot answer now; join again.");

/** What a desk's feed tells the one who keeps it. */
export interface FeedEvents {
  /** A member's sign-in has ended: their connections are to be looked at. */
  readonly sessionEnded: (desk: string, member: Member) => void;
  /** The desk is no more, or its log is another one: whoever asks next opens it anew. */
  readonly over: (feed: DeskFeed) => void;
}

/**
 * Carries one desk's log to those who follow it (rules F1 to F4). It reads the log from where it stands whenever the bell
 * rings, gathers for a moment, and sends each view what it may see; everyone *live* has been sent everything up to
 * `#sent`. Who is behind catches up frame by frame, and becomes live in the moment in which nothing is missing.
 */
export class DeskFeed {
  readonly desk: string;
  readonly #deps: FeedDeps;
  readonly #events: FeedEvents;
  readonly #roster: Roster;
  readonly #log: string;
  readonly #reader: LogReader;
  readonly #window: LogWindow;
  readonly #catchingUp: CatchingUp;
  readonly #history: History;
  readonly #audiences = new Map<string, Audience>();
  readonly #followers = new Map<Subscriber, Follower>();
  #head: number;
  #sent: number;
  #joining = 0;
  #sentAt = Number.NEGATIVE_INFINITY;
  #flushing: NodeJS.Timeout | NodeJS.Immediate | null = null;
  /** What is being sent, a few followers a turn; null if everything was. */
  #sending: Sending | null = null;
  #backfilling: Promise<void> | null = null;
  #isOver = false;

  constructor(desk: string, head: Head, roster: Roster, deps: FeedDeps, events: FeedEvents) {
    this.desk = desk;
    this.#deps = deps;
    this.#events = events;
    this.#roster = roster;
    this.#log = head.log;
    this.#head = head.seq;
    this.#sent = head.seq;
    this.#window = new LogWindow(head.seq);
    this.#catchingUp = new CatchingUp({
      ...deps,
      window: this.#window,
      sent: () => this.#sent,
      now: () => this.#now(),
      tooSlow: (subscriber) => this.close(subscriber, "too-slow"),
    });
    this.#history = new History(head, {
      ...deps,
      desk,
      setBack: () => this.finish("view-changed"),
      isOver: () => this.#isOver,
    });
    this.#reader = new LogReader({
      ...deps,
      desk,
      head: () => this.#head,
      take: (changes) => this.published(changes),
      broken: () => this.finish("view-changed"),
      isOver: () => this.#isOver,
    });
  }

  /** Null if there is no such desk. */
  static async open(desk: string, deps: FeedDeps, events: FeedEvents): Promise<DeskFeed | null> {
    const loaded = await loadRoster(deps.store, desk);
    if (loaded === null) return null;
    const feed = new DeskFeed(desk, loaded.head, loaded.roster, deps, events);
    // What was committed while it loaded rang nobody's bell.
    feed.ring();
    return feed;
  }

  /** Who belongs to the desk, as far as the log has been read. */
  get roster(): Roster {
    return this.#roster;
  }

  get head(): number {
    return this.#head;
  }

  get followers(): number {
    return this.#followers.size;
  }

  /** Everyone who follows, by what they see. */
  *audiences(): IterableIterator<{ readonly view: View; readonly subscribers: readonly Subscriber[] }> {
    const byKey = Map.groupBy(this.#followers.values(), ({ audience }) => audience);
    for (const [{ view }, followers] of byKey) yield { view, subscribers: followers.map((one) => one.subscriber) };
  }

  /** What this process has committed, in order; spares reading it. Gaps are read from the store. */
  published(changes: readonly LoggedChange[]): void {
    this.#guard(() => {
      for (const logged of changes) {
        if (this.#isOver) return;
        if (logged.change.seq > this.#head + 1) {
          this.ring();
          return;
        }
        if (logged.change.seq === this.#head + 1) this.#take(logged);
      }
    });
  }

  /** There may be more in the log. */
  ring(): void {
    this.#reader.ring();
  }

  /** Has the log read up to a number, as far as it goes and can be read now. */
  async readUpTo(seq: number): Promise<void> {
    if (seq > this.#head) await this.#reader.readOn();
  }

  /**
   * The member that a session or a token is here; null if it has no part in the desk. Whoever is not known may have just
   * been added by another process, so the log is read before that is said.
   */
  async memberOf(identity: Identity): Promise<Member | null> {
    const known = this.#roster.memberOf(identity);
    if (known !== null) return known;
    await this.#reader.readOn();
    return this.#roster.memberOf(identity);
  }

  /**
   * Compares with the head that the store has; undefined if the desk is not there. `before` is how far this had been
   * taken when that was asked, as far as the asker knows.
   */
  compare(head: Head | undefined, before: number = this.#head): void {
    if (head === undefined) this.finish("desk-gone");
    else if (head.log !== this.#log) this.finish("view-changed");
    else if (head.seq > this.#head) this.#ringUnlessPublished(head.seq);
    else if (head.seq < before || (head.seq === this.#head && !this.#history.isAt(head))) this.doubt(1);
  }

  /** Has the last changes that were taken held against the store, at most so many: it may have been set back. */
  doubt(changes?: number): void {
    this.#history.doubt(changes);
  }

  /** What this process has just written is handed over in a moment: reading it too would be for nothing. */
  #ringUnlessPublished(seq: number): void {
    const ring = () => {
      if (seq > this.#head) this.ring();
    };
    setTimeout(ring, this.#deps.limits.gather).unref();
  }

  /**
   * Has a connection follow the desk from after `since`, or from the head. `acknowledge` is called first, then comes what
   * is missing, then what happens. With `reset` nothing comes until it joins again. Whoever was following joins anew.
   */
  async join(
    subscriber: Subscriber,
    { since, log }: { readonly since?: number | undefined; readonly log?: string | undefined },
    acknowledge: (joined: DeskJoined) => void,
  ): Promise<void> {
    this.leave(subscriber);
    this.#joining++;
    try {
      this.#flush();
      await this.memberOf(subscriber.identity);
      const isReached = since === undefined || (log ?? this.#log) !== this.#log || (await this.#reach(since));
      // It may have happened, and stand in a log that cannot be read now: a snapshot would be loaded for nothing.
      if (!isReached) return acknowledge({ ok: false, error: notNow });
      this.#flush();
      const member = this.#readerBy(subscriber);
      if ("code" in member) return acknowledge({ ok: false, error: member });
      const cursor = since ?? this.#sent;
      const reset = (log ?? this.#log) !== this.#log || this.#isReset(cursor, member);
      acknowledge({ ok: true, log: this.#log, head: this.#sent, now: this.#now(), reset });
      if (!reset && subscriber.isOpen) this.#follow(subscriber, member, cursor);
    } catch (error) {
      this.#deps.warn({ err: error, desk: this.desk }, "a console could not join");
      acknowledge({ ok: false, error: notNow });
    } finally {
      this.#joining--;
      this.#restIfAlone();
    }
  }

  /** The id of the member as which a connection follows the desk; null if it does not. */
  memberFollowing(subscriber: Subscriber): string | null {
    return this.#followers.get(subscriber)?.member ?? null;
  }

  leave(subscriber: Subscriber): void {
    const follower = this.#followers.get(subscriber);
    if (follower === undefined) return;
    this.#followers.delete(subscriber);
    follower.end();
    this.#restIfAlone();
  }

  /** Closes the desk to a connection. */
  close(subscriber: Subscriber, reason: DeskClosed["reason"]): void {
    if (!this.#followers.has(subscriber)) return;
    this.leave(subscriber);
    subscriber.close(this.desk, reason);
  }

  /** Sends what is gathered, at once and to everyone. */
  flush(): void {
    this.#flush();
    this.#sending?.finish();
  }

  /** Closes the desk to those who cannot keep up (rule F3), and lets go of what is no longer shared. */
  sweep(): void {
    const { undrained, stalled } = this.#deps.limits;
    const monotonic = performance.now();
    for (const { subscriber } of [...this.#followers.values()]) {
      const since = subscriber.stalledSince;
      const tooSlow = subscriber.undrained > undrained || (since !== null && monotonic - since > stalled);
      if (tooSlow) this.close(subscriber, "too-slow");
    }
    for (const audience of this.#audiences.values()) audience.forget(monotonic);
  }

  /** Closes the desk to everyone, for good. */
  finish(reason: DeskClosed["reason"]): void {
    if (this.#isOver) return;
    this.#isOver = true;
    for (const subscriber of [...this.#followers.keys()]) this.close(subscriber, reason);
    this.#events.over(this);
  }

  /** A fault of the feed's own ends the feed, not the server or the commit that rang: consoles load the desk anew. */
  #guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#deps.warn({ err: error, desk: this.desk }, "the feed has failed; its consoles load the desk anew");
      this.finish("view-changed");
    }
  }

  #readerBy(subscriber: Subscriber): Member | Rejection {
    if (this.#isOver) return notNow;
    const member = this.#roster.memberOf(subscriber.identity);
    if (member === null) return reject("desk.unknown", "There is no such desk, or you have no part in it.");
    return permits(member, "read.log") ? member : reject("forbidden", "Your roles do not allow following the desk.");
  }

  #follow(subscriber: Subscriber, member: Member, cursor: number): void {
    const follower = new Follower(subscriber, member.id, this.#audienceOf(viewOf(member)), cursor);
    this.#followers.set(subscriber, follower);
    if (cursor === this.#sent) follower.audience.live.add(follower);
    else void this.#catchingUp.bring(follower);
  }

  #audienceOf(view: View): Audience {
    const key = viewKey(view);
    let audience = this.#audiences.get(key);
    if (audience === undefined) {
      audience = new Audience(this.desk, view);
      this.#audiences.set(key, audience);
    }
    return audience;
  }

  /** Tries to have the log up to `since` and everything after it at hand. False if it may go so far, and could not be read. */
  async #reach(since: number): Promise<boolean> {
    const isRead = since <= this.#head || (await this.#reader.readOn());
    if (!isRead && since > this.#head) return false;
    while (since < this.#window.base && this.#head - since <= this.#deps.limits.behind) {
      const base = this.#window.base;
      this.#backfilling ??= this.#backfill(since).finally(() => {
        this.#backfilling = null;
      });
      await this.#backfilling;
      if (this.#window.base >= base) break;
    }
    return true;
  }

  async #backfill(since: number): Promise<void> {
    const older = await this.#reader.older(since, this.#window.base);
    this.#window.prepend(older.filter(({ change }) => change.seq <= this.#window.base).map(lineOf));
  }

  #isReset(cursor: number, member: Member): boolean {
    if (cursor > this.#sent || this.#sent - cursor > this.#deps.limits.behind) return true;
    if (cursor < this.#window.base && cursor < this.#sent) return true;
    // What entered or left its view meanwhile stands in no later change.
    for (const { viewer } of this.#window.after(cursor, this.#sent)) if (viewer === member.id) return true;
    return false;
  }

  #take(logged: LoggedChange): void {
    const { change } = logged;
    if (isMemberChange(change)) this.#takeMemberChange(change);
    else this.#roster.apply(change);
    this.#head = change.seq;
    this.#history.take(change.seq, change.at);
    if (this.#followers.size + this.#joining > 0) {
      this.#window.append(lineOf(logged));
      if (this.#head - this.#sent >= page) this.#flush();
      else this.#flushSoon();
    } else {
      this.#sent = change.seq;
      this.#window.clear(change.seq);
    }
  }

  /** Closes the desk to whom the change takes out of it, or gives another view, before the change is sent to anyone. */
  #takeMemberChange(change: Change): void {
    if (!isMemberChange(change)) return;
    const id = idOf(change.member);
    const before = this.#roster.member(id);
    this.#flush();
    this.#roster.apply(change);
    const after = this.#roster.member(id);
    if (before === undefined || after === undefined) return;
    if (after.removedAt !== null) this.#closeTo(id, "removed");
    else if (viewKey(viewOf(before)) !== viewKey(viewOf(after)) || !permits(after, "read.log"))
      this.#closeTo(id, "view-changed");
    if (change.type === "member.session.ended") this.#events.sessionEnded(this.desk, after);
  }

  #closeTo(member: string, reason: DeskClosed["reason"]): void {
    for (const follower of [...this.#followers.values()]) {
      if (follower.member === member) this.close(follower.subscriber, reason);
    }
  }

  #flushSoon(): void {
    if (this.#flushing !== null || this.#sending !== null) return;
    const wait = this.#sentAt + this.#deps.limits.gather - performance.now();
    const flush = () => this.#guard(() => this.#flush());
    this.#flushing = wait <= 0 ? setImmediate(flush) : setTimeout(flush, wait);
  }

  #flush(): void {
    if (this.#flushing !== null) {
      clearTimeout(this.#flushing as NodeJS.Timeout);
      clearImmediate(this.#flushing as NodeJS.Immediate);
      this.#flushing = null;
    }
    const to = this.#head;
    if (to === this.#sent) return;
    this.#sending?.finish();
    const now = this.#now();
    const sending = new Sending((run) => this.#guard(run));
    for (const audience of this.#audiences.values()) {
      if (audience.live.size === 0) continue;
      for (let at = this.#sent; at < to; ) {
        const frame = audience.frame(this.#window, at, to, now);
        sending.add(frame, audience.live);
        at = frame.to;
      }
    }
    this.#sent = to;
    this.#sending = sending;
    sending.begin(() => {
      this.#sending = null;
      this.#sentAt = performance.now();
      if (this.#head > this.#sent) this.#flushSoon();
    });
  }

  #restIfAlone(): void {
    if (this.#followers.size + this.#joining > 0) return;
    this.#audiences.clear();
    this.#window.clear(this.#head);
    this.#sent = this.#head;
  }

  #now(): Instant {
    return instant(this.#deps.now());
  }
}
