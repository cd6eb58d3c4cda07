import { erase } from "./author/erase.ts";
import { read as readBriefing } from "./briefing/read.ts";
import { announce, write as writeBriefing } from "./briefing/write.ts";
import * as channels from "./channel/set.ts";
import type { CommandRule } from "./command.ts";
import { assign } from "./item/assign.ts";
import { claim } from "./item/claim.ts";
import { close } from "./item/close.ts";
import { coverQueue } from "./item/cover.ts";
import { deal } from "./item/deal.ts";
import { dismiss } from "./item/dismiss.ts";
import { note } from "./item/note.ts";
import { passOn } from "./item/pass-on.ts";
import { prioritise } from "./item/prioritise.ts";
import { receive } from "./item/receive.ts";
import { release } from "./item/release.ts";
import { reopen } from "./item/reopen.ts";
import { reply } from "./item/reply.ts";
import { see } from "./item/see.ts";
import { send, sent } from "./item/send.ts";
import { setNeed } from "./item/set-need.ts";
import { snooze, wake } from "./item/snooze.ts";
import { tag, untag } from "./item/tag.ts";
import { expire, expirePromise, warn } from "./item/timers.ts";
import { undoReply } from "./item/undo-reply.ts";
import { add as addMember } from "./member/add.ts";
import { setCover } from "./member/cover.ts";
import { endSession } from "./member/end-session.ts";
import { endShift } from "./member/end-shift.ts";
import { setHours } from "./member/hours.ts";
import { remove as removeMember } from "./member/remove.ts";
import * as members from "./member/set.ts";
import { lose, setShift } from "./member/shift.ts";
import { takeBack } from "./member/take-back.ts";
import { setUntil } from "./member/until.ts";
import * as policy from "./policy/set.ts";
import { postCommands } from "./post/commands.ts";

/** Every command that a desk takes. */
const rules = [
  receive,
  claim,
  assign,
  deal,
  coverQueue,
  release,
  reply,
  undoReply,
  sent,
  send,
  note,
  tag,
  untag,
  setNeed,
  snooze,
  wake,
  passOn,
  dismiss,
  close,
  reopen,
  prioritise,
  see,
  warn,
  expire,
  expirePromise,
  addMember,
  members.rename,
  members.setRoles,
  members.setChannels,
  members.setLanguages,
  members.setCapacity,
  setShift,
  lose,
  setCover,
  takeBack,
  endShift,
  setHours,
  setUntil,
  removeMember,
  endSession,
  channels.add,
  channels.rename,
  channels.connect,
  channels.retire,
  channels.restore,
  ...postCommands,
  policy.setNeeds,
  policy.setTargets,
  policy.setGrace,
  policy.setClosing,
  policy.setHashtags,
  policy.setTags,
  policy.setTemplates,
  policy.setFolding,
  policy.setAway,
  policy.setRetention,
  policy.renameDesk,
  writeBriefing,
  announce,
  readBriefing,
  erase,
] as const;

type Rules = (typeof rules)[number];
export type CommandType = Rules["type"];

/** The data of each type of command, as its sender writes them. */
export type CommandData = { [Rule in Rules as Rule["type"]]: Rule["data"]["_zod"]["input"] };

const byType: ReadonlyMap<string, CommandRule> = new Map(
  rules.map((rule) => [rule.type, rule as unknown as CommandRule]),
);

export function commandTypes(): readonly CommandType[] {
  return rules.map((rule) => rule.type);
}

/** The rule of a type of command; undefined if there is no such type. */
export function ruleOf(type: string): CommandRule | undefined {
  return byType.get(type);
}
