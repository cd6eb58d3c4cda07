import { z } from "zod";
import { reject } from "../rejection.ts";
import { roleSchema } from "../role.ts";
import type { DeskState } from "../state.ts";
import { type Member, memberChannelsSchema } from "./member.ts";
import { memberCommand } from "./member-command.ts";

/** Give a member another name. */
export const rename = memberCommand("member.rename", {
  data: { name: z.string().trim().min(1).max(120) },
  change: "member.renamed",
  decide: (_member, { name }) => ({ name }),
});

/** Set what a member may do. A desk keeps at least one administrator. */
export const setRoles = memberCommand("member.roles", {
  data: { roles: z.array(roleSchema).min(1).max(7) },
  change: "member.roles.set",
  narrows: true,
  decide: (member, data, _context, state) => {
    const roles = [...new Set(data.roles)];
    if (!roles.includes("administrator") && isLastAdministrator(state, member)) {
      return reject(
        "member.last.administrator",
        `${member.name} is the desk's only administrator; make another one first.`,
      );
    }
    return { roles };
  },
});

/** Set the channels that a member works on. */
export const setChannels = memberCommand("member.channels", {
  data: { channels: memberChannelsSchema },
  change: "member.channels.set",
  narrows: true,
  decide: (_member, { channels }, _context, state) => {
    if (channels === "all") return { channels };
    const missing = channels.find((channel) => !state.channels.has(channel));
    return missing === undefined
      ? { channels: [...new Set(channels)] }
      : reject("channel.unknown", `There is no channel ${missing}.`);
  },
});

/** Set the languages that a member answers in. */
export const setLanguages = memberCommand("member.languages", {
  data: { languages: z.array(z.string().trim().min(2).max(35)).max(20) },
  change: "member.languages.set",
  decide: (_member, { languages }) => ({ languages: [...new Set(languages)] }),
});

/** Set how many items a member is dealt at once. */
export const setCapacity = memberCommand("member.capacity", {
  data: { capacity: z.int().min(0).max(999) },
  change: "member.capacity.set",
  decide: (_member, { capacity }) => ({ capacity }),
});

/** Whether a desk would be without an administrator if this one went. */
export function isLastAdministrator(state: DeskState, member: Member): boolean {
  if (!member.roles.includes("administrator")) return false;
  for (const other of state.members.values()) {
    if (other.id !== member.id && other.removedAt === null && !other.program && other.roles.includes("administrator"))
      return false;
  }
  return true;
}
