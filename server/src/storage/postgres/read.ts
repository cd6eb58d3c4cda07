import { type Answered, type Asked, type ReadingName, readings } from "../queries/readings.ts";
import type { Connection } from "./connections.ts";

/** Asks a reading by its name. It sees one state of the database, however many queries it makes. */
export async function readOn<Name extends ReadingName>(
  { run, db, bulk }: Connection,
  name: Name,
  args: Asked<Name>,
): Promise<Answered<Name>> {
  const reading = readings[name] as (source: object, args: Asked<Name>) => Promise<Answered<Name>>;
  const begun = run("begin isolation level repeatable read");
  begun.catch(() => undefined);
  const answer = await reading({ db, bulk }, args);
  await begun;
  await run("commit");
  return answer;
}
