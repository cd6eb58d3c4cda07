import { type Change, idOf, isItemChange, isMemberChange } from "@flowdesk/shared/desk/change.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";

/** Who may see what is public, and who direct messages too; everybody else sees no items. */
const publicRoles = ["community-manager", "flow-manager", "team-lead", "producer", "analyst"];
const directRoles = ["community-manager", "flow-manager", "team-lead"];

interface Seen {
  readonly since: number;
  readonly member: Member | null;
}

/** Who could see what at which number of a log: written down anew from the rule, not as the product has it. */
export class Sight {
  readonly #of = new Map<string, Seen[]>();
  readonly #items = new Map<string, { readonly channel: string; readonly kind: string }>();

  constructor(log: readonly Change[]) {
    for (const change of log) {
      if (isItemChange(change) && typeof change.item !== "string") this.#items.set(change.item.id, change.item);
      if (!isMemberChange(change)) continue;
      const seen = this.#of.get(idOf(change.member)) ?? [];
      const before = typeof change.member === "string" ? (seen.at(-1)?.member ?? null) : change.member;
      const member = before === null ? null : Object.assign({ ...before }, change.set);
      seen.push({ since: change.seq, member: member?.removedAt === null ? member : null });
      this.#of.set(idOf(change.member), seen);
    }
  }

  /** The member as they are now; undefined if they are none. */
  member(id: string): Member | undefined {
    return this.#at(id, Number.POSITIVE_INFINITY) ?? undefined;
  }

  isMember(id: string, seq: number): boolean {
    return this.#at(id, seq) !== null;
  }

  /** Whether somebody sees the same at two numbers. */
  isSame(id: string, a: number, b: number): boolean {
    return this.#sightOf(this.#at(id, a)) === this.#sightOf(this.#at(id, b));
  }

  /** Whether a member sees a change, as they were when it happened. */
  sees(id: string, change: Change): boolean {
    const member = this.#at(id, change.seq);
    if (member === null) return false;
    if (!isItemChange(change)) return true;
    const item = this.#items.get(idOf(change.item));
    if (item === undefined) return false;
    const roles = item.kind === "dm" ? directRoles : publicRoles;
    const isOn = member.channels === "all" || member.channels.includes(item.channel);
    return isOn && member.roles.some((role) => roles.includes(role));
  }

  #sightOf(member: Member | null): string {
    if (member === null) return "nothing";
    const by = [publicRoles, directRoles].map((roles) => member.roles.some((role) => roles.includes(role)));
    return JSON.stringify([by, member.channels === "all" ? "all" : [...member.channels].sort()]);
  }

  #at(id: string, seq: number): Member | null {
    return this.#of.get(id)?.findLast(({ since }) => since <= seq)?.member ?? null;
  }
}
