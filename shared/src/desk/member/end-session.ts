import { memberCommand } from "./member-command.ts";

/** Note that a member's sign-in ended, so that every node closes their consoles (rule A2). By the server only. */
export const endSession = memberCommand("member.session.end", {
  data: {},
  change: "member.session.ended",
  decide: (member) => ({ version: member.version + 1 }),
});
