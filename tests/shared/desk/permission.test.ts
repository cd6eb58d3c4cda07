import { commandTypes } from "@flowdesk/shared/desk/commands.ts";
import { type Action, grants, permits } from "@flowdesk/shared/desk/permission.ts";
import { type Role, roles } from "@flowdesk/shared/desk/role.ts";
import { describe, expect, test } from "vitest";
import { solveig } from "../../fixtures/people.ts";

/**
 * Who may do what, role by role, on what is one's own (`own`) or on anything one sees (`any`). The columns:
 * C community manager, F flow manager, P producer, T team lead, A analyst, D administrator, S source.
 * `o` own, `x` any, `.` not at all.
 */
const table = `
                          C F P T A D S
read.items                x x x x x . .
read.dms                  x x . x . . .
read.figures              x x . x x x .
read.figures.perPerson    . x . x . . .
read.figures.shift        o x o x o o .
read.log                  o x o o o o .
message.receive           . x . . . x x
item.claim                x x . . . . .
item.assign               . x . x . . .
items.deal                . x . . . . .
items.cover               . . . . . . .
item.release              o x . . . . .
item.reply                o x . . . . .
item.reply.undo           o x . . . . .
item.sent                 o x . . . . .
item.note                 o x . . . . .
item.tag                  o x . . . . .
item.untag                o x . . . . .
item.need                 o x . . . . .
item.snooze               o x . . . . .
item.passOn               o x . . . . .
item.dismiss              o x . . . . .
item.close                o x . . . . .
item.reopen               x x . . . . .
item.prioritise           . x . . . . .
item.see                  x x . . . . .
item.override             . x . . . . .
item.send                 . . . . . . .
item.warn                 . . . . . . .
item.expire               . . . . . . .
item.promise.expire       . . . . . . .
item.wake                 . . . . . . .
member.add                . . . . . x .
member.rename             o x o o o x .
member.roles              . . . . . x .
member.channels           . x . . . x .
member.languages          o x o o o x .
member.capacity           o x o o o x .
member.shift              o x o o o o .
member.lose               . . . . . . .
member.cover              . x . . . x .
member.takeBack           o x o o o o .
member.hours              o x o o o x .
member.until              . . . . . x .
shift.end                 o x o o o o .
briefing.write            . x . x . x .
briefing.announce         . x . x . . .
briefing.read             o x o o o o .
member.remove             . . . . . x .
member.session.end        . . . . . . .
channel.add               . x . . . x .
channel.rename            . . . . . x .
channel.connect           . . . . . x .
channel.retire            . . . . . x .
channel.restore           . . . . . x .
post.plan                 . x x . . . .
post.move                 . x x . . . .
post.give                 . x x . . . .
post.reword               . x x . . . .
post.note                 . x x . . . .
post.title                . x x . . . .
post.variant.add          . x x . . . .
post.variant.drop         . x x . . . .
post.live                 o x x . . . .
post.cancel               . x x . . . .
post.restore              . x x . . . .
post.override             . x . . . . .
post.fallDue              . . . . . . .
post.markLate             . . . . . . .
post.miss                 . . . . . . .
policy.needs              . x . . . x .
policy.targets            . x . . . x .
policy.grace              . x . . . x .
policy.closing            . x . . . x .
policy.away               . x . . . x .
policy.hashtags           . x . . . x .
policy.tags               . x . . . x .
policy.templates          . x . . . x .
policy.folding            . x . . . x .
policy.retention          . . . . . x .
desk.rename               . . . . . x .
author.erase               . . . . . x .
simulation.run            . x . . . x .
account.invite            . . . . . x .
account.invite.volunteer  . x . . . x .
account.token             . . . . . x .
account.wall              . x . . . x .
`;

const columns: readonly Role[] = [
  "community-manager",
  "flow-manager",
  "producer",
  "team-lead",
  "analyst",
  "administrator",
  "source",
];

const [, ...lines] = table.trim().split("\n");
const rows = lines.map((line) => {
  const [action, ...marks] = line.trim().split(/\s+/u);
  return { action: action as Action, marks };
});

const memberOf = (role: Role) => ({ id: "me", roles: [role], removedAt: null });
const subjects = { own: { owner: "me" }, "another's": { owner: "you" }, "nobody's": { owner: null } } as const;

describe("A1: role × action × subject", () => {
  test("the table has every action and every role", () => {
    expect(rows.map(({ action }) => action).toSorted()).toEqual(Object.keys(grants).toSorted());
    expect([...columns].toSorted()).toEqual([...roles].toSorted());
    expect(rows.every(({ marks }) => marks.length === columns.length)).toBe(true);
  });

  test("every command is an action", () => {
    for (const type of commandTypes()) expect(grants).toHaveProperty([type]);
  });

  test.each(rows)("$action", ({ action, marks }) => {
    columns.forEach((role, index) => {
      const mark = marks[index];
      const may = Object.fromEntries(
        Object.entries(subjects).map(([whose, subject]) => [whose, permits(memberOf(role), action, subject)]),
      );
      expect({ role, ...may }).toEqual({
        role,
        own: mark !== ".",
        "another's": mark === "x",
        "nobody's": mark === "x",
      });
      expect(permits(memberOf(role), action)).toBe(mark !== ".");
    });
  });

  test("roles add up; whoever has been removed may nothing", () => {
    const both = { id: "me", roles: ["analyst", "producer"] as Role[], removedAt: null };
    expect(permits(both, "read.figures")).toBe(true);
    expect(permits(both, "post.plan")).toBe(true);
    expect(permits(both, "item.claim")).toBe(false);
    for (const action of Object.keys(grants) as Action[])
      expect(permits({ ...solveig, removedAt: "2026-07-04T18:00:00.000Z" }, action, { owner: solveig.id })).toBe(false);
  });
});
