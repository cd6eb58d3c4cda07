import type { AccountDeps, AccountLog } from "./account-deps.ts";
import { type Auth, createAuth } from "./auth.ts";
import { endSessionInDesks } from "./end-session.ts";
import { findToken, isExpiredToken } from "./find-token.ts";
import { type Identities, KnownIdentities } from "./identity.ts";
import { trustedOrigins } from "./origin.ts";
import { Rates } from "./rate.ts";
import { RoleLinks } from "./role-link.ts";
import { UseNotes } from "./use-notes.ts";

export interface ServerAccountDeps extends AccountDeps {
  readonly log: AccountLog;
  /** What signs the session cookies; see `loadSecret`. */
  readonly secret: string;
  /** Whether the server listens on a loopback address only: links printed at the start work nowhere else. */
  readonly isBoundToLoopback: boolean;
}

/** Sign-in, sessions, invitations and tokens of a running server. */
export interface Accounts extends ServerAccountDeps {
  readonly auth: Auth;
  readonly rates: Rates;
  readonly identities: Identities & Pick<KnownIdentities, "forgetSession" | "forgetToken" | "forgetUser">;
  readonly trustedOrigins: readonly string[];
  readonly uses: UseNotes;
  /** None until a demonstration offers them. */
  readonly roleLinks: RoleLinks;
}

/** Puts the parts together. The tables must be there (`ensureAccountTables`). */
export function createAccounts(deps: ServerAccountDeps): Accounts {
  const rates = new Rates();
  const uses = new UseNotes({
    now: deps.now,
    failed: (error) => deps.log.warn({ err: String(error) }, "when tokens and links are used cannot be noted"),
  });
  const trusted = trustedOrigins(deps.origin);
  const auth = createAuth({
    db: deps.db,
    engine: deps.engine,
    secret: deps.secret,
    origin: deps.origin,
    trustedOrigins: trusted,
    rates,
    log: deps.log,
    sessionEnded: async (session) => {
      identities.forgetSession(session.id);
      await endSessionInDesks(deps, session);
    },
  });
  const identities = new KnownIdentities({
    auth,
    findToken: (token) => findToken({ ...deps, uses }, token),
    isExpired: (token) => isExpiredToken(deps, token),
    now: deps.now,
  });
  return { ...deps, auth, rates, identities, trustedOrigins: trusted, uses, roleLinks: new RoleLinks(deps) };
}
