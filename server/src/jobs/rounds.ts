import type { Desk } from "@flowdesk/shared/desk/desk.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import type { DeskService } from "../desk/desk-service.ts";
import { accessEnds } from "./access-ends.ts";
import { consoleGone } from "./console-gone.ts";
import { EveryDesk } from "./every-desk.ts";

const timers = [consoleGone, accessEnds];
/** How often every desk's members are looked at, in ms. */
const every = 5_000;

export interface RoundsDeps {
  readonly service: Pick<DeskService, "submit">;
  readonly desks: () => Promise<readonly { readonly id: string }[]>;
  /** A desk with its members; null if it is not known. */
  readonly rosterOf: (desk: string) => Promise<{ readonly desk: Desk; readonly members: Iterable<Member> } | null>;
  /** The members who have a console of the desk open, on any node. */
  readonly present: (desk: string) => ReadonlySet<string>;
  /** The wall clock in ms. */
  readonly now: () => number;
  /** The monotonic clock in ms. */
  readonly monotonic: () => number;
  readonly failed: (desk: string, error: unknown) => void;
}

/** Looks after the members of every desk every few seconds: whose console is gone, and whose access has ended. */
export class Rounds extends EveryDesk {
  readonly #deps: RoundsDeps;
  /** When each was here last, by desk and member, in ms of the monotonic clock. */
  readonly #seen = new Map<string, { at: number; version: number }>();

  constructor(deps: RoundsDeps) {
    super({ ...deps, every });
    this.#deps = deps;
  }

  protected override async look(desk: string): Promise<void> {
    const { service, rosterOf, present, now, monotonic } = this.#deps;
    const roster = await rosterOf(desk);
    if (roster === null) return;
    const members = [...roster.members].filter(({ removedAt }) => removedAt === null);
    const here = present(desk);
    const awayAfterMs = roster.desk.policy.awayAfterMs ?? null;
    for (const member of members) {
      const goneForMs = this.#goneFor(`${desk}\n${member.id}`, member, here.has(member.id), monotonic());
      const round = { now: instant(now()), members, awayAfterMs, goneForMs };
      for (const timer of timers) {
        if (!timer.isDue(member, round)) continue;
        await service.submit(desk, {
          id: timer.idFor(member),
          type: timer.type,
          data: { member: member.id },
          actor: { kind: "system", id: "desk" },
          lane: "timers",
        });
      }
    }
  }

  /** How long somebody has been gone; from when they were first looked at, or from their last step, if that is later. */
  #goneFor(key: string, { version }: Member, isHere: boolean, now: number): number {
    const seen = this.#seen.get(key);
    if (seen === undefined || isHere || seen.version !== version) {
      this.#seen.set(key, { at: now, version });
      return 0;
    }
    return now - seen.at;
  }
}
