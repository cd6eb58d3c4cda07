import type { Reading } from "./reading.ts";

/** Where each desk's log stands; `at` in ms. */
export interface HeadRow {
  readonly desk: string;
  readonly log: string;
  readonly seq: number;
  readonly at: number;
}

export const desks: Reading<null, readonly { id: string; name: string }[]> = ({ db }) =>
  db.selectFrom("desks").select(["desk as id", "name"]).orderBy("desk").execute();

export const head: Reading<{ desk: string }, HeadRow | null> = async ({ db }, { desk }) =>
  (await db.selectFrom("desks").select(["desk", "log", "seq", "at"]).where("desk", "=", desk).executeTakeFirst()) ??
  null;

export const heads: Reading<null, readonly HeadRow[]> = ({ db }) =>
  db.selectFrom("desks").select(["desk", "log", "seq", "at"]).execute();
