import { betterAuth } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { type Kysely, sql } from "kysely";
import { z } from "zod";
import { StoreUnavailable } from "../desk/store.ts";
import type { Engine } from "../storage/open-storage.ts";
import type { AccountLog } from "./account-deps.ts";
import { newPublicId } from "./hash.ts";
import type { Rates } from "./rate.ts";

/** A person's account. `email` is null until they have given one. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

/** A running session of an account; `expiresAt` in ms UTC. Its id is no secret: the cookie holds another. */
export interface Session {
  readonly id: string;
  readonly user: User;
  readonly expiresAt: number;
}

export interface AuthDeps {
  readonly db: Kysely<unknown>;
  readonly engine: Engine;
  readonly secret: string;
  /** The console's origin, and every form of it under which a browser may show it. */
  readonly origin: string;
  readonly trustedOrigins: readonly string[];
  readonly rates: Rates;
  readonly log: AccountLog;
  /** Called after a session has ended, by signing out or any other way, before that is answered. */
  readonly sessionEnded: (session: { id: string; user: string }) => Promise<void>;
}

/** Accounts and sessions. Everything that the sign-in library does stands behind this. */
export interface Auth {
  /** Answers a request to one of the library's own routes; `body` is what was read and checked. */
  handle(request: Request): Promise<Response>;
  /** The session that the cookie of these headers stands for. With `refresh`, a session half used is prolonged. */
  session(headers: Headers, refresh: boolean): Promise<{ session: Session; cookies: readonly string[] } | null>;
  /** Starts a session for an account; gives the `Set-Cookie` lines that carry it. */
  enter(user: string, headers: Headers): Promise<readonly string[]>;
  /** Makes an account; with an e-mail that is taken, null. */
  createUser(user: { name: string; email: string | null; password: string | null }): Promise<string | null>;
  /** Takes an account back that was made a moment ago. */
  removeUser(user: string): Promise<void>;
  isEmailTaken(email: string): Promise<boolean>;
  hasPassword(user: string): Promise<boolean>;
  /** Gives an account without a password its first; false if the e-mail is another account's. */
  setCredentials(user: string, email: string, password: string): Promise<boolean>;
}

/** The header in which the client's address is handed to the library; whatever a client sends in it is overwritten. */
export const addressHeader = "x-flowdesk-address";

/** An account must have an e-mail in the library's table: one without gets an address that can never be. */
const nowhere = "@account.invalid";

/** Starts a session without a password. On the server only: the library's router does not know it. */
const enterPlugin = {
  id: "flowdesk-enter",
  endpoints: {
    enterAs: createAuthEndpoint(
      "/enter-as",
      { method: "POST", body: z.object({ user: z.string() }), metadata: { SERVER_ONLY: true } },
      async (context) => {
        const { internalAdapter } = context.context;
        const user = await internalAdapter.findUserById(context.body.user);
        if (user === null) throw new Error("The account is gone.");
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(context, { session, user });
        return { session: session.id };
      },
    ),
  },
};

/** The library, with open sign-up, its plugins, its outgoing requests and its cookie cache all off. */
function libraryOf(deps: AuthDeps) {
  const isSecure = deps.origin.startsWith("https://");
  return betterAuth({
    appName: "Flowdesk",
    baseURL: deps.origin,
    basePath: "/api/auth",
    secret: deps.secret,
    trustedOrigins: [...deps.trustedOrigins],
    // One statement at a time: a transaction held open across messages would keep the desks' writer waiting.
    database: { db: deps.db, type: deps.engine, transaction: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    session: {
      expiresIn: 7 * 24 * 60 * 60,
      updateAge: 24 * 60 * 60,
      cookieCache: { enabled: false },
    },
    rateLimit: {
      enabled: true,
      customRules: { "/sign-in/email": { window: 60, max: 20 }, "/change-password": { window: 60, max: 5 } },
      customStorage: { consume: (key, rule) => deps.rates.consume(key, rule.max, rule.window) },
    },
    advanced: {
      useSecureCookies: isSecure,
      cookiePrefix: "flowdesk",
      defaultCookieAttributes: { httpOnly: true, sameSite: "strict", secure: isSecure, path: "/" },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      disableCSRFCheck: false,
      disableOriginCheck: false,
    },
    databaseHooks: {
      session: { delete: { after: ({ id, userId }) => deps.sessionEnded({ id, user: userId }) } },
    },
    telemetry: { enabled: false },
    logger: { level: "error", log: (_level, message) => deps.log.error({ library: "better-auth" }, message) },
    plugins: [enterPlugin],
  });
}

type Library = ReturnType<typeof libraryOf>;

export function createAuth(deps: AuthDeps): Auth {
  const library = libraryOf(deps);
  return {
    async handle(request) {
      const response = await library.handler(request);
      // The library answers every fault alike; a database that is away rejects this.
      if (response.status === 500) await sql`select 1`.execute(deps.db);
      return response;
    },

    async session(headers, refresh) {
      const { headers: set, response } = await library.api
        .getSession({ headers, query: { disableRefresh: !refresh }, returnHeaders: true })
        .catch(throwUnavailable);
      if (response === null) return null;
      const { session, user } = response;
      return {
        session: { id: session.id, user: userOf(user), expiresAt: session.expiresAt.getTime() },
        cookies: set.getSetCookie(),
      };
    },

    async enter(user, headers) {
      const { headers: set } = await library.api.enterAs({ body: { user }, headers, returnHeaders: true });
      return set.getSetCookie();
    },

    async createUser({ name, email, password }) {
      const context = await library.$context;
      const hash = password === null ? null : await context.password.hash(password);
      if (email !== null && (await context.internalAdapter.findUserByEmail(email)) !== null) return null;
      let user: string;
      try {
        const made = await context.internalAdapter.createUser(
          { name, email: email ?? `${newPublicId()}${nowhere}`, emailVerified: false },
          { method: "invitation" },
        );
        user = made.id;
      } catch (error) {
        // Two who take the same address at once: the table's unique index lets one through.
        if (email !== null && (await context.internalAdapter.findUserByEmail(email)) !== null) return null;
        throw error;
      }
      try {
        if (hash !== null) await linkPassword(context, user, hash);
      } catch (error) {
        // An account that nobody can sign in to would keep its address from whoever it belongs to.
        await context.internalAdapter.deleteUser(user);
        throw error;
      }
      return user;
    },

    async removeUser(user) {
      await (await library.$context).internalAdapter.deleteUser(user);
    },

    async isEmailTaken(email) {
      return (await (await library.$context).internalAdapter.findUserByEmail(email)) !== null;
    },

    async hasPassword(user) {
      const account = await (await library.$context).internalAdapter.findCredentialAccount(user);
      return typeof account?.password === "string";
    },

    async setCredentials(user, email, password) {
      const context = await library.$context;
      const hash = await context.password.hash(password);
      const owner = await context.internalAdapter.findUserByEmail(email);
      if (owner !== null && owner.user.id !== user) return false;
      try {
        await context.internalAdapter.updateUser(user, { email });
      } catch (error) {
        const taken = await context.internalAdapter.findUserByEmail(email);
        if (taken !== null && taken.user.id !== user) return false;
        throw error;
      }
      await linkPassword(context, user, hash);
      return true;
    },
  };
}

/** The library wraps what the database says; that it is away is to be told apart from every other fault. */
function throwUnavailable(error: unknown): never {
  if (error instanceof Error && error.cause instanceof StoreUnavailable) throw error.cause;
  throw error;
}

async function linkPassword(context: Awaited<Library["$context"]>, user: string, hash: string): Promise<void> {
  await context.internalAdapter.linkAccount({
    userId: user,
    providerId: "credential",
    accountId: user,
    password: hash,
  });
}

function userOf({ id, name, email }: { id: string; name: string; email: string }): User {
  return { id, name, email: email.endsWith(nowhere) ? null : email };
}
