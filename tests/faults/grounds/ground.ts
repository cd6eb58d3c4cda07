import { createToken } from "@flowdesk/server/account/token.ts";
import { openDesks, type Where } from "@flowdesk/server/compose.ts";
import type { Random } from "@flowdesk/server/intake/sources/simulator/random.ts";
import { firstPolicy } from "@flowdesk/shared/desk/policy/policy.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import type { FaultNode } from "./node.ts";

/** Something that goes wrong, and comes right again before `strike` resolves. */
export interface Fault {
  readonly name: string;
  /**
   * Gives the name that its rounds are counted by where that only shows as it strikes.
   * @param wrong told what a server does meanwhile that it should not, as a sentence
   */
  strike(random: Random, wrong: (problem: string) => void): Promise<string | undefined>;
}

/** Servers on one database, and what can befall them. */
export interface Ground {
  /** The faults that this machine lets be made. */
  readonly faults: readonly Fault[];
  /** Those that it does not, and why. */
  readonly leftOut: readonly string[];
  readonly nodes: readonly FaultNode[];
  /** Starts servers on a database of their own, with a desk in it. Gives its tokens: for consoles, and for sources. */
  open(): Promise<{ readonly consoles: readonly string[]; readonly sources: readonly string[] }>;
  /** Ends those servers, has it looked at what they left, and drops their database. */
  close(look: (where: Where) => Promise<void>): Promise<void>;
  remove(): Promise<void>;
}

export const faultDesk = "faults";

/** Makes the desk, with tokens for six consoles and two sources. */
export async function makeDesk(where: Where): ReturnType<Ground["open"]> {
  const desks = await openDesks(where);
  try {
    await desks.store.createDesk(
      { id: faultDesk, name: "Faults", zone: "Europe/Copenhagen", policy: firstPolicy },
      instant(Date.now()),
    );
    const token = (role: "source" | "flow-manager" | "community-manager", name: string) =>
      createToken(desks.accounts, { desk: faultDesk, roles: [role], name });
    const consoles = [await token("flow-manager", "Manager")];
    for (const name of ["Karen", "Jonas", "Sofie", "Amir", "Ida"])
      consoles.push(await token("community-manager", name));
    return { consoles, sources: [await token("source", "One"), await token("source", "Two")] };
  } finally {
    await desks.close();
  }
}
