import type { Reading } from "./reading.ts";

/** An item or a post whose timer has come, as text. */
export type DueText = { readonly item: string } | { readonly post: string };

/** What is due at `now` (ms), the longest due first, at most `limit`. */
export const due: Reading<{ desk: string; now: number; limit: number }, readonly DueText[]> = async (
  { db },
  { desk, now, limit },
) => {
  const [items, posts] = [
    await db
      .selectFrom("items")
      .select(["wakes_at", "body"])
      .where("desk", "=", desk)
      .where("wakes_at", "<=", now)
      .orderBy("wakes_at")
      .orderBy("id")
      .limit(limit)
      .execute(),
    await db
      .selectFrom("posts")
      .select(["wakes_at", "body"])
      .where("desk", "=", desk)
      .where("wakes_at", "<=", now)
      .orderBy("wakes_at")
      .orderBy("id")
      .limit(limit)
      .execute(),
  ];
  return [
    ...items.map(({ wakes_at, body }) => ({ at: wakes_at ?? 0, due: { item: body } })),
    ...posts.map(({ wakes_at, body }) => ({ at: wakes_at ?? 0, due: { post: body } })),
  ]
    .sort((a, b) => a.at - b.at)
    .slice(0, limit)
    .map((one) => one.due);
};

/** When the next timer of the desk comes, in ms; null if none runs. */
export const nextDue: Reading<{ desk: string }, number | null> = async ({ db }, { desk }) => {
  const next = async (table: "items" | "posts") =>
    (
      await db
        .selectFrom(table)
        .select("wakes_at")
        .where("desk", "=", desk)
        .where("wakes_at", "is not", null)
        .orderBy("wakes_at")
        .limit(1)
        .executeTakeFirst()
    )?.wakes_at ?? null;
  const [item, post] = [await next("items"), await next("posts")];
  return item === null || post === null ? (item ?? post) : Math.min(item, post);
};
