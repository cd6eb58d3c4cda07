import type { Kysely } from "kysely";
import type { Tables } from "../tables.ts";
import type { Bulk } from "./bulk.ts";

/** What a reading reads from: one state of the database, however many queries it makes. */
export interface Source {
  readonly db: Kysely<Tables>;
  readonly bulk: Bulk;
}

/** A named question to the tables. What it is asked and what it answers are plain data: they cross to other threads. */
export type Reading<Asked, Answer> = (source: Source, asked: Asked) => Promise<Answer>;
