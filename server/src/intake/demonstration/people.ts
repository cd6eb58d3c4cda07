import type { Cover } from "@flowdesk/shared/desk/cover/cover.ts";
import type { Role } from "@flowdesk/shared/desk/role.ts";
import { demoMember } from "../../account/demo-person.ts";
import type { RolePerson } from "../../account/role-link.ts";

/** Somebody of the demonstration's team. */
export interface DemoPerson {
  readonly role: Exclude<Role, "source">;
  readonly name: string;
  readonly languages: readonly string[];
  readonly capacity: number;
  /** What comes to them by standing order while they are on shift. */
  readonly cover: readonly Cover[];
}

/** One person for each role: whoever tries a role takes their place. */
export const demoPeople: readonly DemoPerson[] = [
  { role: "flow-manager", name: "Karen Møller", languages: ["da", "nb", "en"], capacity: 6, cover: [] },
  {
    role: "community-manager",
    name: "Jonas Lie",
    languages: ["da", "nb", "en"],
    capacity: 8,
    cover: [
      { channels: ["x:sommerfest27", "threads:sommerfesten"] },
      { channels: ["instagram:sommerfesten", "facebook:sommerfesten"], standIn: true },
    ],
  },
  { role: "producer", name: "Freja Holm", languages: ["da", "en"], capacity: 0, cover: [] },
  { role: "team-lead", name: "Henrik Dahl", languages: ["da", "nb"], capacity: 0, cover: [] },
  { role: "analyst", name: "Nora Berg", languages: ["nb", "en"], capacity: 0, cover: [] },
  { role: "administrator", name: "Amir Rahimi", languages: ["da", "en"], capacity: 0, cover: [] },
];

/** As whom each role is tried. */
export const rolePeople: readonly RolePerson[] = demoPeople.map(({ role }) => ({ role, member: demoMember(role) }));

/**
 * What the simulated colleagues have by standing order. TikTok and YouTube have nobody, as happens: the desk says so, and
 * whoever leads the evening sees to it.
 */
export const colleaguesCover: Readonly<Record<string, readonly Cover[]>> = {
  "simulated-aisha": [{ channels: ["instagram:sommerfesten"], kinds: ["comment", "mention"] }],
  "simulated-mikkel": [
    { channels: ["facebook:sommerfesten"] },
    { channels: ["x:sommerfest27", "threads:sommerfesten"], standIn: true },
  ],
  "simulated-liv": [
    { channels: ["instagram:sommerfesten"], kinds: ["dm"] },
    { channels: ["facebook:sommerfesten"], standIn: true },
  ],
};
