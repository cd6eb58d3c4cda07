import type { IncomingHttpHeaders } from "node:http";
import { fromNodeHeaders } from "better-auth/node";
import type { Auth } from "./auth.ts";
import { hashOf } from "./hash.ts";

/** Who a request or a connection is: a person by their session, or a program by its access token. */
export type Identity =
  | { readonly kind: "user"; readonly user: string; readonly session: string; readonly name: string }
  | {
      readonly kind: "token";
      readonly desk: string;
      readonly member: string;
      readonly token: string;
      /** From when on it is refused, in ms; absent: it does not end by itself. */
      readonly until?: number;
    };

/** How transports learn who is there. An answer may be a second old, but not older than an end noted in this process. */
export interface Identities {
  /** By the bearer token if there is one, else by the session cookie. Null: nobody that is known. */
  ofRequest(headers: IncomingHttpHeaders): Promise<Identity | null>;
  ofToken(token: string): Promise<Identity | null>;
  /** Whether a token that signs nobody in did so until its end came. */
  isExpired(token: string): Promise<boolean>;
}

/** The bearer token of a request; undefined if there is none, null if what stands there is no token. */
function bearerOf({ authorization }: IncomingHttpHeaders): string | null | undefined {
  if (authorization === undefined) return undefined;
  return /^Bearer +(\S{1,300})$/i.exec(authorization)?.[1] ?? null;
}

/** Whether a request that is nobody's carries a token that has come to its end, of which its sender is told. */
export async function isAtItsEnd(identities: Identities, headers: IncomingHttpHeaders): Promise<boolean> {
  const token = bearerOf(headers);
  return token != null && (await identities.isExpired(token));
}

/** For how long an answer holds, in ms, and how many are kept. */
const holds = 1_000;
const most = 10_000;

/** Remembers for a second whom a token or cookie stands for: programs send thousands of requests in it. */
export class KnownIdentities implements Identities {
  readonly #known = new Map<string, { readonly identity: Identity | null; readonly until: number }>();
  readonly #auth: Pick<Auth, "session">;
  readonly #findToken: (token: string) => Promise<Identity | null>;
  readonly #isExpired: (token: string) => Promise<boolean>;
  readonly #now: () => number;
  /** Counts what was forgotten, so that an answer which was under way meanwhile is not remembered. */
  #forgotten = 0;

  constructor(deps: {
    readonly auth: Pick<Auth, "session">;
    readonly findToken: (token: string) => Promise<Identity | null>;
    readonly isExpired: (token: string) => Promise<boolean>;
    readonly now: () => number;
  }) {
    this.#auth = deps.auth;
    this.#findToken = deps.findToken;
    this.#isExpired = deps.isExpired;
    this.#now = deps.now;
  }

  ofRequest(headers: IncomingHttpHeaders): Promise<Identity | null> {
    const token = bearerOf(headers);
    if (token !== undefined) return token === null ? Promise.resolve(null) : this.ofToken(token);
    const { cookie } = headers;
    if (cookie === undefined) return Promise.resolve(null);
    return this.#remember(`cookie ${hashOf(cookie)}`, async () => {
      const found = await this.#auth.session(fromNodeHeaders({ cookie }), false);
      if (found === null) return null;
      const { id, user } = found.session;
      return { kind: "user", user: user.id, session: id, name: user.name };
    });
  }

  ofToken(token: string): Promise<Identity | null> {
    return this.#remember(`token ${hashOf(token)}`, () => this.#findToken(token));
  }

  isExpired(token: string): Promise<boolean> {
    return this.#isExpired(token);
  }

  forgetSession(session: string): void {
    this.#forget((identity) => identity.kind === "user" && identity.session === session);
  }

  /** Of a session that ended elsewhere only its person is known. */
  forgetUser(user: string): void {
    this.#forget((identity) => identity.kind === "user" && identity.user === user);
  }

  forgetToken(desk: string, token: string): void {
    this.#forget((identity) => identity.kind === "token" && identity.desk === desk && identity.token === token);
  }

  #forget(isMeant: (identity: Identity) => boolean): void {
    this.#forgotten += 1;
    for (const [key, { identity }] of this.#known) if (identity !== null && isMeant(identity)) this.#known.delete(key);
  }

  async #remember(key: string, find: () => Promise<Identity | null>): Promise<Identity | null> {
    const now = this.#now();
    const known = this.#known.get(key);
    if (known !== undefined && now < known.until) return known.identity;
    const before = this.#forgotten;
    const identity = await find();
    this.#known.delete(key);
    if (before === this.#forgotten) {
      if (this.#known.size >= most) this.#dropOldest();
      this.#known.set(key, { identity, until: Math.min(now + holds, endOf(identity)) });
    }
    return identity;
  }

  /** A Map keeps the order in which its entries came. */
  #dropOldest(): void {
    const [oldest] = this.#known.keys();
    if (oldest !== undefined) this.#known.delete(oldest);
  }
}

/** When an identity is no longer one, in ms. */
function endOf(identity: Identity | null): number {
  return identity?.kind === "token" ? (identity.until ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
}
