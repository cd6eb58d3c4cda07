import type { DeskState } from "@flowdesk/shared/desk/state.ts";
import { demoMember } from "../../account/demo-person.ts";
import type { Answer } from "../../desk/desk-service.ts";
import { nameOfChannel } from "../sources/simulator/channel-map.ts";
import { colleagues } from "../sources/simulator/colleague.ts";
import type { Scenario } from "../sources/simulator/scenario.ts";
import { colleaguesCover, demoPeople } from "./people.ts";
import { demoSettings } from "./settings.ts";

/** Sends a command as the demonstration. */
export type DemoCommand = (type: string, data: object) => Promise<Answer>;

/** Makes an account without e-mail or password; gives its id. */
export type MakeAccount = (name: string) => Promise<string>;

/**
 * Gives a demonstration's desk its channels, people, cover and settings, as far as it has not got them: a start that was
 * interrupted is made whole by the next one, and what people have changed since stays as they have it.
 */
export async function setUp(
  state: Pick<DeskState, "members" | "channels">,
  scenario: Scenario,
  command: DemoCommand,
  makeAccount: MakeAccount,
): Promise<void> {
  // Sent together, they are decided in order and written at once.
  const sent: Array<Promise<Answer>> = [];
  const send = (type: string, data: object) => sent.push(command(type, data));
  if (state.channels.size === 0) {
    for (const channel of scenario.channels)
      send("channel.add", { channel: nameOfChannel(channel), name: channel.name, connection: "simulated" });
    for (const [type, data] of demoSettings) send(type, data);
  }
  for (const { id, name, languages } of colleagues) {
    if (state.members.has(id)) continue;
    send("member.add", { member: id, name, roles: ["community-manager"], languages, capacity: 20 });
    send("member.cover", { member: id, cover: colleaguesCover[id] ?? [] });
  }
  const missing = demoPeople.filter(({ role }) => !state.members.has(demoMember(role)));
  const users = await Promise.all(missing.map(({ name }) => makeAccount(name)));
  for (const [place, { role, name, languages, capacity, cover }] of missing.entries()) {
    const member = demoMember(role);
    send("member.add", { member, name, user: users[place], roles: [role], languages, capacity });
    if (cover.length > 0) send("member.cover", { member, cover });
  }
  const refused = (await Promise.all(sent)).find((answer) => !answer.ok && answer.error.code !== "nothing.to.do");
  if (refused !== undefined && !refused.ok)
    throw new Error(`The demonstration could not be set up: ${refused.error.message}`);
}
