import type { Role } from "@flowdesk/shared/desk/role.ts";
import type { Entered } from "@flowdesk/shared/protocol/account.ts";
import type { Request } from "express";
import type { AccountDeps } from "./account-deps.ts";
import type { Auth } from "./auth.ts";
import { hashOf, isSecretOf } from "./hash.ts";
import { type LinkToken, linkTo, newLinkToken, readLinkToken, writeLinkToken } from "./link-token.ts";
import { type Elsewhere, elsewhere, isLoopbackOrigin } from "./origin.ts";
import { Refusal } from "./refusal.ts";

/** The person of a demonstration as whom a role can be tried. */
export interface RolePerson {
  readonly role: Role;
  /** Their member in the demonstration's desk. */
  readonly member: string;
}

/** A link by which a role is tried, while it is offered. */
interface RoleLink extends RolePerson {
  readonly token: LinkToken;
}

type RoleLinkDeps = Pick<AccountDeps, "memberships" | "desks" | "origin" | "now"> & {
  readonly isBoundToLoopback: boolean;
};

/**
 * The links by which anybody at this machine tries the roles of a demonstration: one for each, as often as they like
 * while the server runs. They are random at every start and stand in memory only. They let nobody in from elsewhere, nor
 * into a desk that is no demonstration.
 */
export class RoleLinks {
  readonly #deps: RoleLinkDeps;
  #desk: string | null = null;
  #links: readonly RoleLink[] = [];

  constructor(deps: RoleLinkDeps) {
    this.#deps = deps;
  }

  /** Makes a link for each person; those made before end. */
  offer(desk: string, people: readonly RolePerson[]): void {
    this.#desk = desk;
    this.#links = people.map((person) => ({ ...person, token: newLinkToken(desk) }));
  }

  /** The links as they are printed at the start; none where they would not work. */
  async printed(): Promise<ReadonlyArray<{ readonly role: Role; readonly link: string }>> {
    if ((await this.whyNever()) !== null) return [];
    return this.#links.map(({ role, token }) => ({ role, link: linkTo(this.#deps.origin, "enter", token) }));
  }

  /** What the first page offers. @throws Refusal if the links do not work for whoever asks */
  async offered(request: Request): Promise<ReadonlyArray<{ role: Role; name: string; token: string }>> {
    await this.#check(request);
    // A page that is shown under another address says so here, whatever stands between.
    if (request.headers.origin === undefined)
      throw new Refusal(403, "origin.refused", "Role links are given to the console alone; open it in a browser.");
    const offered = [];
    for (const { role, member, token } of this.#links) {
      const found = await this.#deps.memberships.member(token.desk, member);
      if (found !== null) offered.push({ role, name: found.name, token: writeLinkToken(token) });
    }
    return offered;
  }

  /** Whether a token is of a link that is offered now. */
  has(text: string): boolean {
    return this.#find(text) !== null;
  }

  /**
   * Signs the person of a role in, at work: without anyone on shift nothing would come to them.
   * @throws Refusal if the link does not work for whoever asks
   */
  async enter(
    text: string,
    request: Request,
    auth: Pick<Auth, "enter">,
    headers: Headers,
  ): Promise<Entered & { readonly cookies: readonly string[] }> {
    await this.#check(request);
    const link = this.#find(text);
    if (link === null)
      throw new Refusal(404, "enter.unknown", "This is no role link of this server; open its first page for one.");
    const { member, token } = link;
    const person = await this.#deps.memberships.member(token.desk, member);
    if (person === null || person.user === null)
      throw new Refusal(
        404,
        "enter.unknown",
        "Whom this link signed in has been removed from the demonstration; try another role.",
      );
    const cookies = await auth.enter(person.user, headers);
    if (person.shift !== "on") {
      await this.#deps.desks.submit(token.desk, {
        id: `role-link-${token.id}-${this.#deps.now()}`,
        type: "member.shift",
        data: { member, shift: "on" },
        actor: { kind: "system", id: "account" },
        lane: "people",
      });
    }
    return { desk: token.desk, member, cookies };
  }

  /** Why no link works for anybody, as a refusal; null if they do. */
  async whyNever(): Promise<Refusal | null> {
    if (this.#desk === null || this.#links.length === 0 || !(await this.#deps.memberships.isDemonstration(this.#desk)))
      return new Refusal(
        404,
        "enter.no.demonstration",
        "There is no demonstration here to try a role in; sign in with your own account.",
      );
    if (!this.#deps.isBoundToLoopback || !isLoopbackOrigin(this.#deps.origin))
      return new Refusal(
        403,
        "enter.loopback.only",
        "Role links work only while the server listens on this machine alone: start it without --host and --origin.",
      );
    return null;
  }

  async #check(request: Request): Promise<void> {
    const never = await this.whyNever();
    if (never !== null) throw never;
    const reason = elsewhere(request);
    if (reason !== null)
      throw new Refusal(403, reason === "forwarded" ? "enter.forwarded" : "enter.loopback.only", sentences[reason]);
  }

  #find(text: string): RoleLink | null {
    const given = readLinkToken(text);
    if (given === null) return null;
    const link = this.#links.find(({ token }) => token.desk === given.desk && token.id === given.id);
    return link !== undefined && isSecretOf(hashOf(link.token.secret), given.secret) ? link : null;
  }
}

const sentences: Readonly<Record<Elsewhere, string>> = {
  visitor: "Role links work only in a browser on the server's own machine. Elsewhere, ask for an invitation.",
  host: "Role links work only at the address 127.0.0.1 or localhost. Open the console there.",
  forwarded:
    "Role links do not work through a proxy or a tunnel: this request says that it was passed on. Open the console directly on the server's machine.",
};
