import type { Kysely } from "kysely";

/** An access token of a program. Times in ms UTC; `roles` a JSON array as they were given at first. */
export interface TokensTable {
  readonly desk: string;
  readonly id: string;
  /** SHA-256 of the secret, in hex. */
  readonly hash: string;
  name: string;
  readonly roles: string;
  readonly created_at: number;
  /** The member who made it; null if made on the command line. */
  readonly created_by: string | null;
  last_used_at: number | null;
  revoked_at: number | null;
}

/** An invitation to a desk, for one use. Times in ms UTC. */
export interface InvitationsTable {
  readonly desk: string;
  readonly id: string;
  readonly hash: string;
  readonly roles: string;
  /** For whom it is meant. */
  readonly name: string | null;
  readonly created_by: string | null;
  readonly expires_at: number;
  used_at: number | null;
  /** The account that used it. Null while that account is being made. */
  used_by: string | null;
  /** When the access that it gives ends by itself; null: it does not. */
  readonly access_until: number | null;
  /** What the member is given besides the roles, as JSON (`Given`); null: nothing. */
  readonly given: string | null;
}

/** A link by which the first administrator signs in on the server's own machine, for one use. Times in ms UTC. */
export interface SignInLinksTable {
  readonly desk: string;
  readonly id: string;
  readonly hash: string;
  /** What the account is called when it is made. */
  readonly name: string;
  readonly created_at: number;
  readonly expires_at: number;
  used_at: number | null;
  /** The account that it signs in; null: one is made at its use. */
  user_id: string | null;
}

/** The link of a wall: a big screen that shows a desk without anybody signed in. Times in ms UTC. */
export interface WallsTable {
  readonly desk: string;
  readonly id: string;
  readonly hash: string;
  /** Where it hangs. */
  readonly name: string;
  readonly created_at: number;
  readonly created_by: string | null;
  last_used_at: number | null;
}

/** The tables that are written here and not by the sign-in library. */
export interface AccountTables {
  tokens: TokensTable;
  invitations: InvitationsTable;
  sign_in_links: SignInLinksTable;
  walls: WallsTable;
}

/** The database as this part sees it. */
export function accountTables(db: Kysely<unknown>): Kysely<AccountTables> {
  return db as unknown as Kysely<AccountTables>;
}
