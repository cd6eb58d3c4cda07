import type { Reading } from "./reading.ts";

/** When an author was last erased from a desk by a change after `since`, in ms; and how far the log goes. */
export const erasedSince: Reading<
  { desk: string; since: number },
  { readonly at: number | null; readonly seq: number }
> = async ({ db }, { desk, since }) => {
  const head = await db.selectFrom("desks").select("seq").where("desk", "=", desk).executeTakeFirst();
  const { at } = await db
    .selectFrom("log")
    .select((eb) => eb.fn.max<number | null>("at").as("at"))
    .where("desk", "=", desk)
    .where("seq", ">", since)
    .where("type", "=", "author.erased")
    .executeTakeFirstOrThrow();
  return { at: at === null ? null : Number(at), seq: head?.seq ?? since };
};
