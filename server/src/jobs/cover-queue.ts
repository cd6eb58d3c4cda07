import type { QueueWithin } from "@flowdesk/shared/desk/command.ts";
import { mayCover } from "@flowdesk/shared/desk/cover/cover-of.ts";
import { isFree, type Member } from "@flowdesk/shared/desk/member/member.ts";
import type { DeskService } from "../desk/desk-service.ts";

/** What has come in is gathered for so long before it is handed out, and a desk is looked at no more often than that, in ms. */
const pace = { gather: 50, apart: 200 };
/** Most standing orders that one command names. */
const most = 100;

export interface CoverQueueDeps {
  readonly service: Pick<DeskService, "submit">;
  /** The members of a desk; null while it is not known. */
  readonly membersOf: (desk: string) => Promise<Iterable<Member> | null>;
  readonly newId: () => string;
  readonly failed: (desk: string, error: unknown) => void;
}

interface Due {
  timer: NodeJS.Timeout | null;
  isRunning: boolean;
  isAgain: boolean;
  ranAt: number;
}

/**
 * Hands what waits to whoever has it by standing order: soon after something came in, and whenever somebody may have room
 * again. On several nodes each sends the command; the first deals, the others find nothing to do.
 */
export class CoverQueue {
  readonly #deps: CoverQueueDeps;
  readonly #desks = new Map<string, Due>();
  readonly #running = new Set<Promise<void>>();
  #stopped = false;

  constructor(deps: CoverQueueDeps) {
    this.#deps = deps;
  }

  /** Something has changed in a desk. */
  nudge(desk: string): void {
    if (this.#stopped) return;
    let due = this.#desks.get(desk);
    if (due === undefined) {
      due = { timer: null, isRunning: false, isAgain: false, ranAt: Number.NEGATIVE_INFINITY };
      this.#desks.set(desk, due);
    }
    if (due.isRunning) due.isAgain = true;
    else due.timer ??= this.#later(desk, due);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const { timer } of this.#desks.values()) if (timer !== null) clearTimeout(timer);
    await Promise.all(this.#running);
  }

  #later(desk: string, due: Due): NodeJS.Timeout {
    const wait = Math.max(pace.gather, due.ranAt + pace.apart - performance.now());
    return setTimeout(() => {
      due.timer = null;
      due.isRunning = true;
      const run = this.#run(desk)
        .catch((error: unknown) => this.#deps.failed(desk, error))
        .finally(() => {
          this.#running.delete(run);
          due.isRunning = false;
          due.ranAt = performance.now();
          if (due.isAgain && !this.#stopped) {
            due.isAgain = false;
            due.timer = this.#later(desk, due);
          }
        });
      this.#running.add(run);
    }, wait).unref();
  }

  async #run(desk: string): Promise<void> {
    const members = await this.#deps.membersOf(desk);
    const within = members === null ? [] : ordersOf(members);
    if (within.length === 0) return;
    const answer = await this.#deps.service.submit(desk, {
      id: this.#deps.newId(),
      type: "items.cover",
      data: { within },
      actor: { kind: "system", id: "desk" },
      lane: "timers",
    });
    if (!answer.ok && answer.error.code === "desk.unavailable") this.nudge(desk);
  }
}

/** The standing orders of those who are here and take anything, each once. */
function ordersOf(members: Iterable<Member>): readonly QueueWithin[] {
  const orders = new Map<string, QueueWithin>();
  for (const member of members) {
    if (!mayCover(member) || !isFree(member) || member.capacity === 0) continue;
    for (const { channels, kinds } of member.cover ?? []) {
      const order = { channels, ...(kinds === undefined ? {} : { kinds }) };
      orders.set(JSON.stringify(order), order);
    }
  }
  return [...orders.values()].slice(0, most);
}
