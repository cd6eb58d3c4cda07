import { briefingsAtHand } from "@flowdesk/shared/desk/briefing/briefing.ts";
import type { View } from "@flowdesk/shared/desk/view.ts";
import { day } from "@flowdesk/shared/time/instant.ts";
import { type Kysely, sql } from "kysely";
import type { DeskRow, Tables } from "../tables.ts";
import type { Reading } from "./reading.ts";

/** Finished posts stay in the open work for so long after their time. */
const postsStay = 2 * day;

/** The open work of a desk, each entity as text. */
export interface OpenWork {
  readonly desk: DeskRow;
  readonly members: readonly string[];
  readonly channels: readonly string[];
  readonly items: readonly string[];
  readonly posts: readonly string[];
  readonly briefings: readonly string[];
}

/** What everybody sees, and the open items of a view (rule F2). */
async function openWorkOf(db: Kysely<Tables>, id: string, view: View | null): Promise<OpenWork | null> {
  const desk = await db.selectFrom("desks").selectAll().where("desk", "=", id).executeTakeFirst();
  if (desk === undefined) return null;
  const bodies = (rows: ReadonlyArray<{ body: string }>) => rows.map(({ body }) => body);
  const all = (table: "members" | "channels") =>
    db.selectFrom(table).select("body").where("desk", "=", id).orderBy("id").execute();
  let items = db.selectFrom("items").select("body").where("desk", "=", id).where("open", "=", sql.lit(1));
  if (view !== null) {
    items = items.where("kind", "in", view.kinds.length === 0 ? [""] : view.kinds);
    if (view.channels !== "all")
      items = items.where("channel", "in", view.channels.length === 0 ? [""] : view.channels);
  }
  const posts = db
    .selectFrom("posts")
    .select("body")
    .where("desk", "=", id)
    // Counted from the desk's last change, so that one `seq` has one open work.
    .where((eb) => eb.or([eb("unfinished", "=", sql.lit(1)), eb("at", ">=", desk.at - postsStay)]))
    .orderBy("at")
    .orderBy("id");
  return {
    desk,
    members: bodies(await all("members")),
    channels: bodies(await all("channels")),
    items: bodies(await items.orderBy("received_seq").execute()),
    posts: bodies(await posts.execute()),
    briefings: bodies(
      await db
        .selectFrom("briefings")
        .select("body")
        .where("desk", "=", id)
        .orderBy("at", "desc")
        .orderBy("id", "desc")
        .limit(briefingsAtHand)
        .execute(),
    ),
  };
}

export const openWork: Reading<{ desk: string }, OpenWork | null> = ({ db }, { desk }) => openWorkOf(db, desk, null);

/** The open work of a view as NDJSON: `{"member":…}`, `{"channel":…}`, `{"item":…}`, `{"post":…}`, `{"briefing":…}`, one a line. */
export const snapshotLines: Reading<
  { desk: string; view: View },
  { readonly desk: DeskRow; readonly lines: Uint8Array; readonly entities: number } | null
> = async ({ db }, { desk, view }) => {
  const work = await openWorkOf(db, desk, view);
  if (work === null) return null;
  let lines = "";
  const add = (kind: string, bodies: readonly string[]) => {
    for (const body of bodies) lines += `{"${kind}":${body}}\n`;
    return bodies.length;
  };
  const entities =
    add("member", work.members) +
    add("channel", work.channels) +
    add("item", work.items) +
    add("post", work.posts) +
    add("briefing", work.briefings);
  return { desk: work.desk, lines: new TextEncoder().encode(lines), entities };
};
