import type { Member } from "./member/member.ts";
import type { Role } from "./role.ts";

/** On what: one's own item (or one nobody has, where the action takes it), or anyone's. */
type Reach = "own" | "any";

/** Actions that are no command: what a member may look at. */
export const readingActions = [
  "read.items",
  "read.dms",
  "read.figures",
  "read.figures.perPerson",
  "read.figures.shift",
  "read.log",
] as const;

type Grants = Partial<Record<Role, Reach>>;

const desk: Grants = { "community-manager": "own", "flow-manager": "any" };
const flow: Grants = { "flow-manager": "any" };
const lead: Grants = { "flow-manager": "any", "team-lead": "any" };
const planners: Grants = { "flow-manager": "any", producer: "any" };
const administrators: Grants = { administrator: "any" };
const intake: Grants = { "flow-manager": "any", administrator: "any", source: "any" };
const everyone: Grants = {
  "community-manager": "own",
  "flow-manager": "any",
  producer: "own",
  "team-lead": "own",
  analyst: "own",
  administrator: "own",
};
const nobody: Grants = {};

/**
 * Who may do what (rule A1). The keys are the commands' types and the reading actions. `own` reaches items that the
 * member has, posts that they own, or the member themselves; `any` reaches everything that they see.
 */
export const grants = {
  "read.items": {
    "community-manager": "any",
    "flow-manager": "any",
    producer: "any",
    "team-lead": "any",
    analyst: "any",
  },
  "read.dms": { "community-manager": "any", "flow-manager": "any", "team-lead": "any" },
  "read.figures": {
    "community-manager": "any",
    "flow-manager": "any",
    "team-lead": "any",
    analyst: "any",
    administrator: "any",
  },
  "read.figures.perPerson": { "flow-manager": "any", "team-lead": "any" },
  "read.figures.shift": { ...everyone, "team-lead": "any" },
  "read.log": everyone,
  "message.receive": intake,
  "item.claim": { "community-manager": "any", "flow-manager": "any" },
  "item.assign": lead,
  "items.deal": flow,
  "items.cover": nobody,
  "item.release": desk,
  "item.reply": desk,
  "item.reply.undo": desk,
  "item.sent": desk,
  "item.note": desk,
  "item.tag": desk,
  "item.untag": desk,
  "item.need": desk,
  "item.snooze": desk,
  "item.passOn": desk,
  "item.dismiss": desk,
  "item.close": desk,
  "item.reopen": { "community-manager": "any", "flow-manager": "any" },
  "item.prioritise": flow,
  "item.see": { "community-manager": "any", "flow-manager": "any" },
  "item.override": flow,
  "item.send": nobody,
  "item.warn": nobody,
  "item.expire": nobody,
  "item.promise.expire": nobody,
  "item.wake": nobody,
  "member.add": administrators,
  "member.rename": { ...everyone, administrator: "any" },
  "member.roles": administrators,
  "member.channels": { "flow-manager": "any", administrator: "any" },
  "member.languages": { ...everyone, administrator: "any" },
  "member.capacity": { ...everyone, administrator: "any" },
  "member.shift": everyone,
  "member.lose": nobody,
  "member.until": administrators,
  "member.cover": { "flow-manager": "any", administrator: "any" },
  "member.takeBack": everyone,
  "shift.end": everyone,
  "briefing.write": { ...lead, administrator: "any" },
  "briefing.announce": lead,
  "briefing.read": everyone,
  "member.hours": { ...everyone, administrator: "any" },
  "member.remove": administrators,
  "member.session.end": nobody,
  "channel.add": { "flow-manager": "any", administrator: "any" },
  "channel.rename": administrators,
  "channel.connect": administrators,
  "channel.retire": administrators,
  "channel.restore": administrators,
  "post.plan": { ...planners },
  "post.move": planners,
  "post.give": planners,
  "post.reword": planners,
  "post.note": planners,
  "post.title": planners,
  "post.variant.add": planners,
  "post.variant.drop": planners,
  "post.live": { ...planners, "community-manager": "own" },
  "post.cancel": planners,
  "post.restore": planners,
  "post.override": flow,
  "post.fallDue": nobody,
  "post.markLate": nobody,
  "post.miss": nobody,
  "policy.needs": { "flow-manager": "any", administrator: "any" },
  "policy.targets": { "flow-manager": "any", administrator: "any" },
  "policy.grace": { "flow-manager": "any", administrator: "any" },
  "policy.closing": { "flow-manager": "any", administrator: "any" },
  "policy.hashtags": { "flow-manager": "any", administrator: "any" },
  "policy.tags": { "flow-manager": "any", administrator: "any" },
  "policy.templates": { "flow-manager": "any", administrator: "any" },
  "policy.folding": { "flow-manager": "any", administrator: "any" },
  "policy.away": { "flow-manager": "any", administrator: "any" },
  "policy.retention": administrators,
  "desk.rename": administrators,
  "author.erase": administrators,
  "simulation.run": { "flow-manager": "any", administrator: "any" },
  "account.invite": administrators,
  "account.invite.volunteer": { "flow-manager": "any", administrator: "any" },
  "account.token": administrators,
  "account.wall": { "flow-manager": "any", administrator: "any" },
} as const satisfies Record<string, Grants>;

export type Action = keyof typeof grants;

/** What an action is done on, as far as permission asks. */
export interface Subject {
  /** The member whose item, post or self it is; null for what is nobody's. */
  readonly owner: string | null;
}

/**
 * Whether a member may do an action on a subject (rule A1); without a subject, whether there is any on which they may.
 * Whether they *see* the subject is the view's to say.
 */
export function permits(
  member: Pick<Member, "id" | "roles" | "removedAt">,
  action: Action,
  subject?: Subject,
): boolean {
  if (member.removedAt !== null) return false;
  const granted: Grants = grants[action];
  return member.roles.some((role) => {
    const reach = granted[role];
    return reach === "any" || (reach === "own" && (subject === undefined || subject.owner === member.id));
  });
}
