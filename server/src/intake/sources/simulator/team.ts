import type { CommandData, CommandType } from "@flowdesk/shared/desk/commands.ts";
import { mayHold } from "@flowdesk/shared/desk/item/hand.ts";
import { type Item, isOpen } from "@flowdesk/shared/desk/item/item.ts";
import { compareQueued } from "@flowdesk/shared/desk/item/queue.ts";
import { isFree, isOnShift } from "@flowdesk/shared/desk/member/member.ts";
import { minute } from "@flowdesk/shared/time/instant.ts";
import type { Answer, DeskService } from "../../../desk/desk-service.ts";
import type { Store } from "../../../desk/store.ts";
import { type Colleague, colleagues } from "./colleague.ts";
import { DeskCopy } from "./desk-copy.ts";
import { isOfSimulation } from "./incoming.ts";
import { type Known, leftOver } from "./left-over.ts";
import { Random } from "./random.ts";
import type { Script } from "./script.ts";
import type { ScriptArrival } from "./script-event.ts";
import { ShiftPlan } from "./shift-plan.ts";

/** What a colleague is doing with an item, and when they are done with it, in ms of the script. */
interface Task {
  readonly item: string;
  readonly arrival: Known;
  readonly step: "notice" | "read" | "write" | "copy";
  readonly until: number;
}

interface Working {
  readonly colleague: Colleague;
  readonly random: Random;
  readonly plan: ShiftPlan;
  /** Ms of the script at which they come on shift. */
  readonly comes: number;
  task: Task | null;
  commands: number;
  /** Items that the desk did not let them finish. */
  readonly givenUp: Set<string>;
  hasCome: boolean;
}

export interface TeamDeps {
  readonly service: DeskService;
  readonly store: Pick<Store, "changes" | "copy">;
  readonly desk: string;
  readonly run: string;
  readonly script: Script;
  /** Ms of the script at which they begin. */
  readonly from: number;
}

/** Every so many steps they put back what somebody has given them that is not theirs to answer. */
const looksAround = 20;

/** Delays in seconds of the script, the middle of each. */
const takes = { notice: 5, noticeUrgent: 2.5, read: 4, readLetter: 0.03, write: 7, writeLetter: 0.12, copy: 5 };

/** What nobody of them has by standing order they leave to whoever directs, for this share of its target and so long. */
const leftToOthers = { share: 1 / 3, most: 10 * minute };

/**
 * Three simulated community managers. They take what is theirs and what waits in the queue, the most pressing first and
 * in their languages, and answer as the scenario has it, with the delays of people; they take breaks. Where the desk has
 * standing orders they take other people's only when it has waited for a while. They act by commands like anybody else,
 * never on what somebody else has, and only on what this run has brought, or what another simulation has left and
 * somebody gives them. What real people wrote they never answer.
 */
export class Team {
  readonly #deps: TeamDeps;
  readonly #copy: DeskCopy;
  readonly #working: readonly Working[];
  /** What people wrote and was put back to them once: who gives it again wants it so. */
  readonly #putBackOnce = new Set<string>();
  #steps = 0;

  private constructor(deps: TeamDeps, copy: DeskCopy) {
    this.#deps = deps;
    this.#copy = copy;
    this.#working = colleagues.map((colleague, place) => {
      const random = new Random(deps.script.seed, `colleague ${colleague.id}`);
      return {
        colleague,
        random,
        plan: new ShiftPlan(random, deps.from, place),
        comes: deps.from + place * 9_000,
        task: null,
        commands: 0,
        givenUp: new Set<string>(),
        hasCome: false,
      };
    });
  }

  /** Makes those who are not members yet. @throws DeskGone */
  static async gather(deps: TeamDeps): Promise<Team> {
    for (const { id, name, languages } of colleagues) {
      await deps.service.submit(deps.desk, {
        id: `${deps.run}:add:${id}`,
        type: "member.add",
        data: { member: id, name, roles: ["community-manager"], languages: [...languages] },
        actor: { kind: "system", id: `simulation:${deps.run}` },
        lane: "people",
      });
    }
    return new Team(deps, await DeskCopy.open(deps.store, deps.desk, deps.run));
  }

  /** Lets everybody do what is due at a moment of the script, in ms. */
  async step(at: number): Promise<void> {
    await this.#copy.follow();
    const pressing = this.#pressing(at);
    for (const one of this.#working) await this.#shift(one, at);
    if (this.#steps++ % looksAround === 0) for (const one of this.#working) await this.#putBack(one);
    this.#callToUrgent(pressing, at);
    await Promise.all(this.#working.map((one) => this.#work(one, pressing, at)));
  }

  /** Whether something urgent is still open that they could see to. */
  get isNeeded(): boolean {
    for (const [item, ref] of this.#copy.items())
      if (this.#isUrgent(item, ref) && item.awaitingSince !== null && this.#isOurs(item)) return true;
    return this.#working.some(({ task }) => task !== null);
  }

  /** They go; what they have goes to whoever is there, else to the queue. */
  async leave(): Promise<void> {
    await this.#copy.follow();
    for (const one of this.#working) {
      one.task = null;
      const member = this.#copy.member(one.colleague.id);
      if (one.hasCome && member !== undefined && member.shift !== "off")
        await this.#do(one, "member.shift", { shift: "off", handOver: true });
    }
  }

  /** Whether nobody else has it. */
  #isOurs(item: Item): boolean {
    return item.assignee === null || this.#working.some(({ colleague }) => colleague.id === item.assignee);
  }

  #isUrgent(item: Item, ref: number): boolean {
    return item.need === "urgent" || (item.seenAt === null && this.#arrival(ref)?.intent === "emergency");
  }

  #arrival(ref: number): ScriptArrival | undefined {
    return this.#deps.script.arrivals.get(ref);
  }

  /** What could be worked on, the most pressing first: what waits with one of them, and what waits with nobody. */
  #pressing(at: number): ReadonlyArray<readonly [Item, Known]> {
    const found: Array<readonly [Item, Known, boolean]> = [];
    for (const [item, ref] of this.#copy.items()) {
      const arrival = this.#arrival(ref);
      if (arrival === undefined || !isOpen(item) || item.awaitingSince === null || item.leaving.length > 0) continue;
      if (!this.#isOurs(item) || (item.status !== "waiting" && item.status !== "assigned")) continue;
      const urgent = this.#isUrgent(item, ref);
      if (item.need === "watch" && item.assignee === null && !urgent) continue;
      // A moment in which real colleagues can be the first.
      if (!urgent && arrival.at > at - 3_000) continue;
      found.push([item, arrival, urgent]);
    }
    for (const { colleague } of this.#working) {
      for (const item of this.#copy.strangersWith(colleague.id))
        if (isOfSimulation(item)) found.push([item, leftOver(item, at), item.need === "urgent"]);
    }
    return found
      .sort(([a, , urgentA], [b, , urgentB]) => Number(urgentB) - Number(urgentA) || compareQueued(a, b))
      .slice(0, 60)
      .map(([item, arrival]) => [item, arrival]);
  }

  async #shift(one: Working, at: number): Promise<void> {
    const member = this.#copy.member(one.colleague.id);
    if (member === undefined || at < one.comes) return;
    if (!one.hasCome) {
      if (member.shift !== "on" && !(await this.#do(one, "member.shift", { shift: "on" }))) return;
      one.hasCome = true;
      return;
    }
    if (member.shift === "off") return;
    if (one.plan.isOver(at)) {
      one.plan.back(at);
      if (!isFree(member)) await this.#do(one, "member.shift", { shift: "on" });
      if (member.setAside != null) await this.#do(one, "member.takeBack", { items: [] });
    } else if (!isOnShift(member) && !one.plan.isAway) {
      // Somebody has sent them away: they come back in a while.
      one.task = null;
      one.plan.leave(at);
    } else if (one.plan.wantsBreak(at) && one.task === null && !this.#working.some(({ plan }) => plan.isAway)) {
      one.plan.leave(at);
      await this.#do(one, "member.shift", { shift: "break", handOver: true });
    }
  }

  /** What real people wrote, and a deal or a person has put into simulated hands, goes back to the queue. */
  async #putBack(one: Working): Promise<void> {
    if (!one.hasCome) return;
    const real = this.#copy
      .strangersWith(one.colleague.id)
      .filter((item) => !isOfSimulation(item) && !this.#putBackOnce.has(item.id))
      .slice(0, 100);
    if (real.length === 0) return;
    for (const { id } of real) this.#putBackOnce.add(id);
    await this.#do(one, "item.release", { items: real.map(({ id }) => id) });
  }

  #isAtWork(one: Working): boolean {
    const member = this.#copy.member(one.colleague.id);
    return one.hasCome && !one.plan.isAway && member !== undefined && isOnShift(member);
  }

  /** Where something urgent waits and everybody writes, one lets go of what they have in hand. */
  #callToUrgent(pressing: ReadonlyArray<readonly [Item, Known]>, at: number): void {
    const atWork = this.#working.filter((one) => this.#isAtWork(one));
    if (atWork.some(({ task }) => task === null)) return;
    for (const [item, arrival] of pressing) {
      if (!this.#isUrgent(item, arrival.ref) || item.seenAt !== null) return;
      if (this.#working.some(({ task }) => task?.item === item.id)) continue;
      const free = atWork.find(
        ({ task, colleague }) =>
          task !== null &&
          task.step !== "copy" &&
          task.arrival.intent !== "emergency" &&
          (item.assignee ?? colleague.id) === colleague.id,
      );
      if (free === undefined) return;
      free.task = { item: item.id, arrival, step: "notice", until: at + 1_500 };
    }
  }

  async #work(one: Working, pressing: ReadonlyArray<readonly [Item, Known]>, at: number): Promise<void> {
    if (!this.#isAtWork(one)) {
      one.task = null;
      return;
    }
    one.task ??= this.#unfinished(one, at);
    if (one.task === null) {
      const next = this.#choose(one, pressing, at);
      if (next === null) return;
      const [item, arrival] = next;
      const middle = this.#isUrgent(item, arrival.ref) ? takes.noticeUrgent : takes.notice;
      one.task = { item: item.id, arrival, step: "notice", until: at + this.#delay(one, middle) };
    }
    const { task } = one;
    if (at < task.until) return;
    const item = this.#copy.item(task.item);
    one.task = item === undefined ? null : await this.#advance(one, task, item, at);
  }

  /** A reply that they have written, were called away from, and have still to put out by hand. */
  #unfinished(one: Working, at: number): Task | null {
    for (const [item, ref] of this.#copy.items()) {
      const arrival = this.#arrival(ref);
      if (
        arrival === undefined ||
        item.leaving.every(({ by, leavesAt }) => by !== one.colleague.id || leavesAt !== null)
      )
        continue;
      if (item.assignee === one.colleague.id && !one.givenUp.has(item.id))
        return { item: item.id, arrival, step: "copy", until: at + this.#delay(one, takes.copy) };
    }
    return null;
  }

  #choose(one: Working, pressing: ReadonlyArray<readonly [Item, Known]>, at: number): readonly [Item, Known] | null {
    const { id } = one.colleague;
    const member = this.#copy.member(id);
    if (member === undefined) return null;
    const taken = new Set(this.#working.flatMap(({ task }) => task?.item ?? []));
    // What cannot wait is taken with hands full; the rest is left to whoever has room.
    const isFull = this.#copy.isFull(member);
    return (
      pressing.find(
        ([item, arrival]) =>
          !taken.has(item.id) &&
          !one.givenUp.has(item.id) &&
          (item.assignee === id ||
            (item.assignee === null &&
              (this.#isUrgent(item, arrival.ref) ||
                (!isFull && (isLeft(item, arrival, at) || this.#copy.covers(member, item)))) &&
              mayHold(member, item) &&
              this.#speaks(one, arrival.voice))),
      ) ?? null
    );
  }

  /** Whether it is in their languages, or in nobody's who is at work. */
  #speaks(one: Working, voice: Known["voice"]): boolean {
    if (one.colleague.languages.includes(voice)) return true;
    return !this.#working.some((other) => this.#isAtWork(other) && other.colleague.languages.includes(voice));
  }

  /** Ends one step of a task, and begins the next; null if the task is done, or somebody else's now. */
  async #advance(one: Working, task: Task, item: Item, at: number): Promise<Task | null> {
    const { id } = one.colleague;
    const { arrival } = task;
    if (item.assignee !== null && item.assignee !== id) return null;
    switch (task.step) {
      case "notice": {
        // Hands can have been filled since they looked for it.
        const member = this.#copy.member(id);
        const isTooMuch = item.assignee === null && (member === undefined || this.#copy.isFull(member));
        if (isTooMuch && !this.#isUrgent(item, arrival.ref)) return null;
        const took =
          item.assignee === null
            ? await this.#do(one, "item.claim", { item: item.id })
            : item.seenAt !== null || (await this.#do(one, "item.see", { item: item.id }));
        const reads = takes.read + arrival.text.length * takes.readLetter;
        return took ? { ...task, step: "read", until: at + this.#delay(one, reads) } : null;
      }
      case "read": {
        await this.#judge(one, item, arrival);
        if (arrival.answer === null) {
          await this.#orGiveUp(one, item, "item.dismiss", { item: item.id, reason: reasonFor(arrival) });
          return null;
        }
        const writes = takes.write + Math.min(200, arrival.answer.length) * takes.writeLetter;
        return { ...task, step: "write", until: at + this.#delay(one, writes) };
      }
      case "write": {
        const isSent = await this.#orGiveUp(one, item, "item.reply", { item: item.id, text: arrival.answer ?? "" });
        return isSent ? { ...task, step: "copy", until: at + this.#delay(one, takes.copy) } : null;
      }
      case "copy":
        // By hand: they put it on its platform and say so. Elsewhere it leaves by itself.
        if (item.leaving.some(({ leavesAt }) => leavesAt === null)) await this.#do(one, "item.sent", { item: item.id });
        return null;
    }
  }

  /** Says what it asks of us, where the desk has it otherwise; they do not always take the trouble. */
  async #judge(one: Working, item: Item, { intent }: Known): Promise<void> {
    if (intent === "emergency" && item.need !== "urgent")
      await this.#do(one, "item.need", { item: item.id, need: "urgent" });
    else if (intent === "question" && item.need === "answer" && one.random.chance(0.3))
      await this.#do(one, "item.need", { item: item.id, need: "practical" });
  }

  /** Does it; what the desk refuses goes back, and they leave it to others. */
  async #orGiveUp<T extends CommandType>(one: Working, item: Item, type: T, data: CommandData[T]): Promise<boolean> {
    if (await this.#do(one, type, data)) return true;
    one.givenUp.add(item.id);
    await this.#do(one, "item.release", { item: item.id });
    return false;
  }

  #delay({ random, colleague }: Working, seconds: number): number {
    return Math.min(3 * seconds, random.spread(seconds * colleague.pace, 0.35)) * 1000;
  }

  async #do<T extends CommandType>(one: Working, type: T, data: CommandData[T]): Promise<boolean> {
    const member = this.#copy.member(one.colleague.id);
    if (member === undefined) return false;
    const submission = {
      id: `${this.#deps.run}:${one.colleague.id}:${++one.commands}`,
      type,
      data,
      actor: { kind: "member", member },
      lane: "people",
    } as const;
    const answer: Answer = await this.#deps.service.submit(this.#deps.desk, submission);
    if (answer.ok || answer.error.code === "nothing.to.do") return true;
    return false;
  }
}

/** Whether something of the queue has been left to others for long enough, at a moment of the script, in ms. */
function isLeft({ targetMs }: Item, arrival: Known, at: number): boolean {
  const patience = Math.min(leftToOthers.most, (targetMs ?? Number.POSITIVE_INFINITY) * leftToOthers.share);
  return at - arrival.at >= patience;
}

/** With which reason a colleague ends what needs no answer. */
function reasonFor({ intent }: Known): "spam" | "hidden" | "no-reply-needed" {
  return intent === "spam" ? "spam" : intent === "abuse" ? "hidden" : "no-reply-needed";
}
