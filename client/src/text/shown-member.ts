import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { isSimulated } from "@flowdesk/shared/desk/member/simulated.ts";
import { onLanguage, words } from "./i18n.ts";

/** Desks of earlier releases have it in the name. */
const oldMark = /\s*\(simulated\)$/u;

/** The same member again for the same one in the same language, so that nothing is drawn anew for it. */
const shown = new WeakMap<Member, { readonly mark: string; readonly member: Member }>();

/** The mark in the language of this screen, once it has been asked for: that is at every change of anything. */
let mark: string | null = null;
onLanguage(() => {
  mark = null;
});

/** What stands beside the name of a simulated colleague, in the language of this screen. */
export function simulatedMark(): string {
  mark ??= words()("common:simulated");
  return mark;
}

/** A member as people read of them: beside a simulated colleague's name stands what they are. */
export function shownMember(member: Member, marked?: string): Member;
export function shownMember(member: Member | undefined): Member | undefined;
export function shownMember(member: Member | undefined, marked?: string): Member | undefined {
  if (member === undefined || !isSimulated(member)) return member;
  const said = marked ?? simulatedMark();
  const known = shown.get(member);
  if (known?.mark === said) return known.member;
  const made = { ...member, name: `${member.name.replace(oldMark, "")} (${said})` };
  shown.set(member, { mark: said, member: made });
  return made;
}
