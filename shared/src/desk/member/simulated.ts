import type { Member } from "./member.ts";

/** With this the ids of simulated colleagues begin, on every desk; a person's id is not chosen by people. */
const prefix = "simulated-";

/** Whether a member is a simulated colleague, whom nobody is to take for a person: consoles say so beside the name. */
export function isSimulated({ id, user }: Pick<Member, "id" | "user">): boolean {
  return user === null && id.startsWith(prefix);
}
