import { briefingsAtHand } from "@flowdesk/shared/desk/briefing/briefing.ts";
import type { View } from "@flowdesk/shared/desk/view.ts";
import { day } from "@flowdesk/shared/time/instant.ts";
import { type Kysely, sql } from "kysely";
import { LinePacker, type PackedLines } from "../../desk/packed-lines.ts";
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

/** Everything of the open work but the items. */
async function surroundingsOf(db: Kysely<Tables>, id: string): Promise<Omit<OpenWork, "items"> | null> {
  const desk = await db.selectFrom("desks").selectAll().where("desk", "=", id).executeTakeFirst();
  if (desk === undefined) return null;
  const bodies = (rows: ReadonlyArray<{ body: string }>) => rows.map(({ body }) => body);
  const all = (table: "members" | "channels") =>
    db.selectFrom(table).select("body").where("desk", "=", id).orderBy("id").execute();
  const posts = db
    .selectFrom("posts")
    .select("body")
    .where("desk", "=", id)
    // Counted from the desk's last change, so that one `seq` has one open work.
    .where((eb) => eb.or([eb("unfinished", "=", sql.lit(1)), eb("at", ">=", desk.at - postsStay)]))
    .orderBy("at")
    .orderBy("id");
  const briefings = db
    .selectFrom("briefings")
    .select("body")
    .where("desk", "=", id)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(briefingsAtHand);
  return {
    desk,
    members: bodies(await all("members")),
    channels: bodies(await all("channels")),
    posts: bodies(await posts.execute()),
    briefings: bodies(await briefings.execute()),
  };
}

/** Items are read so many at a time: fifty thousand at once would leave the thread with their memory for good. */
const page = 500;

/** The open items of a view (rule F2) in the order in which they came, a page at a time. */
async function* openItems(db: Kysely<Tables>, id: string, view: View | null): AsyncGenerator<readonly string[]> {
  let after = -1;
  for (;;) {
    let items = db
      .selectFrom("items")
      .select(["received_seq", "body"])
      .where("desk", "=", id)
      .where("open", "=", sql.lit(1))
      .where("received_seq", ">", after);
    if (view !== null) {
      items = items.where("kind", "in", view.kinds.length === 0 ? [""] : view.kinds);
      if (view.channels !== "all")
        items = items.where("channel", "in", view.channels.length === 0 ? [""] : view.channels);
    }
    const rows = await items.orderBy("received_seq").limit(page).execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ body }) => body);
    if (rows.length < page) return;
    after = last.received_seq;
  }
}

export const openWork: Reading<{ desk: string }, OpenWork | null> = async ({ db }, { desk }) => {
  const work = await surroundingsOf(db, desk);
  if (work === null) return null;
  const items: string[] = [];
  for await (const bodies of openItems(db, desk, null)) for (const body of bodies) items.push(body);
  return { ...work, items };
};

/** The open work of a view as NDJSON: `{"member":…}`, `{"channel":…}`, `{"item":…}`, `{"post":…}`, `{"briefing":…}`, one a line. */
export const snapshotLines: Reading<
  { desk: string; view: View },
  { readonly desk: DeskRow; readonly lines: PackedLines; readonly entities: number } | null
> = async ({ db }, { desk, view }) => {
  const work = await surroundingsOf(db, desk);
  if (work === null) return null;
  const packer = new LinePacker();
  let entities = 0;
  const add = (kind: string, bodies: readonly string[]) => {
    let lines = "";
    for (const body of bodies) lines += `{"${kind}":${body}}\n`;
    entities += bodies.length;
    packer.add(lines);
  };
  add("member", work.members);
  add("channel", work.channels);
  for await (const bodies of openItems(db, desk, view)) add("item", bodies);
  add("post", work.posts);
  add("briefing", work.briefings);
  return { desk: work.desk, lines: packer.end(), entities };
};
