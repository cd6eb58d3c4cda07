import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import type { Kysely } from "kysely";
import type { DeskService } from "../desk/desk-service.ts";
import type { Engine } from "../storage/open-storage.ts";

/** Where this part writes what went wrong. Never tokens, passwords or addresses of people. */
export interface AccountLog {
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
}

/** Who is in which desk, as the desks' own tables have it. Members who were removed are given by `known` alone. */
export interface Memberships {
  /** The name of a desk; null if there is none of this id. */
  deskName(desk: string): Promise<string | null>;
  /** Whether a desk is a demonstration; false if there is none of this id. */
  isDemonstration(desk: string): Promise<boolean>;
  /** Every desk in which an account has a member, with the desk's name. */
  ofUser(
    user: string,
  ): Promise<ReadonlyArray<{ readonly desk: string; readonly name: string; readonly member: Member }>>;
  /** A member by its id; null if the desk has none. */
  member(desk: string, member: string): Promise<Member | null>;
  /** Members by their ids, those among them who were removed too. */
  known(desk: string, members: readonly string[]): Promise<ReadonlyMap<string, Member>>;
}

/** What the functions of this part work on, on the command line as in the server. */
export interface AccountDeps {
  readonly db: Kysely<unknown>;
  readonly engine: Engine;
  readonly desks: Pick<DeskService, "submit">;
  readonly memberships: Memberships;
  /** The wall clock in ms UTC. */
  readonly now: () => number;
  /** Where the console is reached, such as `https://desk.example`: scheme, host, port, no path. */
  readonly origin: string;
}
