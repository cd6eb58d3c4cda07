import { desks } from "./0001-desks.ts";
import { accounts } from "./0002-accounts.ts";
import { volunteers } from "./0003-volunteers.ts";
import { archive } from "./0004-archive.ts";
import { authors } from "./0005-authors.ts";

/**
 * Every migration in order; its place, counted from one, is the version of the database after it. Migrations only
 * expand (rule L3), so that nodes of the release before go on working while the next ones start: a shipped one is never
 * edited, and nothing that an older release reads is taken away.
 */
export const migrations: readonly string[] = [desks, accounts, volunteers, archive, authors];
