import type { Reading } from "./reading.ts";

/** What a run of bringing messages in came to. */
export interface RunFigures {
  readonly items: number;
  /** Waits that ended with a reply which the run brought in. */
  readonly responses: number;
  readonly overdueResponses: number;
}

/** The figures of a run by its name in the log, from after `since` (the head at its start), computed from what is stored. */
export const runFigures: Reading<{ desk: string; run: string; since: number }, RunFigures> = async (
  { db },
  { desk, run, since },
) => {
  const { items } = await db
    .selectFrom("log")
    .select((eb) => eb.fn.countAll<number>().as("items"))
    .where("desk", "=", desk)
    .where("seq", ">", since)
    .where("actor", "=", run)
    .where("type", "=", "item.received")
    .executeTakeFirstOrThrow();
  const { responses, within } = await db
    .selectFrom("log")
    .innerJoin("messages", (join) =>
      join
        .onRef("messages.desk", "=", "log.desk")
        .onRef("messages.item", "=", "log.item")
        .onRef("messages.seq", "=", "log.seq"),
    )
    .innerJoin("responses", (join) =>
      join
        .onRef("responses.desk", "=", "messages.desk")
        .onRef("responses.item", "=", "messages.item")
        .onRef("responses.message", "=", "messages.id"),
    )
    .select((eb) => [
      eb.fn.countAll<number>().as("responses"),
      eb.fn.sum<number | null>("responses.within").as("within"),
    ])
    .where("log.desk", "=", desk)
    .where("log.seq", ">", since)
    .where("log.actor", "=", run)
    .executeTakeFirstOrThrow();
  return {
    items: Number(items),
    responses: Number(responses),
    overdueResponses: Number(responses) - Number(within ?? 0),
  };
};
