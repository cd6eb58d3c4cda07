import { desks } from "./0001-desks.ts";
import { accounts } from "./0002-accounts.ts";
import { reports } from "./0003-reports.ts";
import { briefings } from "./0004-briefings.ts";
import { arrivals } from "./0005-arrivals.ts";
import { walls } from "./0006-walls.ts";
import { volunteers } from "./0007-volunteers.ts";
import { archive } from "./0008-archive.ts";
import { authors } from "./0009-authors.ts";

/**
 * Every migration in order; its place, counted from one, is the version of the database after it. Migrations only
 * expand (rule L3): a shipped one is never edited, and nothing that an older release reads is taken away.
 */
export const migrations: readonly string[] = [
  desks,
  accounts,
  reports,
  briefings,
  arrivals,
  walls,
  volunteers,
  archive,
  authors,
];
