import { DatabaseSync } from "node:sqlite";
import { migrate } from "@flowdesk/server/storage/sqlite/migrate.ts";
import { columns } from "@flowdesk/server/storage/tables.ts";
import { describe, expect, test } from "vitest";

/** The account tables that are not kept by desk: people belong to many. */
const reference: ReadonlySet<string> = new Set(["user", "session", "account", "verification"]);

function migrated(): DatabaseSync {
  const raw = new DatabaseSync(":memory:");
  migrate(raw, ":memory:");
  return raw;
}

const names = (raw: DatabaseSync, sql: string, ...of: string[]): string[] =>
  raw
    .prepare(sql)
    .all(...of)
    .map(({ name }) => String(name));

describe("The tables", () => {
  test("every primary key and unique index begins with the desk, those of the accounts aside", () => {
    const raw = migrated();
    const tables = names(raw, "select name from pragma_table_list where type = 'table' and name not like 'sqlite_%'");
    expect(tables).toEqual(expect.arrayContaining(["desks", ...Object.keys(columns)]));
    for (const table of tables.filter((name) => !reference.has(name))) {
      const [key] = names(raw, "select name from pragma_table_info(?) where pk = 1", table);
      expect([table, key]).toEqual([table, "desk"]);
      for (const index of names(raw, 'select name from pragma_index_list(?) where "unique" = 1', table)) {
        const [first] = names(raw, "select name from pragma_index_info(?) order by seqno", index);
        expect([index, first]).toEqual([index, "desk"]);
      }
    }
  });

  test("are strict, and text compares by its bytes", () => {
    const raw = migrated();
    for (const table of ["desks", ...Object.keys(columns)]) {
      expect(raw.prepare("select strict from pragma_table_list where name = ?").get(table)).toMatchObject({
        strict: 1,
      });
      const { sql } = raw.prepare("select sql from sqlite_schema where name = ?").get(table) ?? {};
      expect(String(sql)).not.toMatch(/collate/iu);
    }
  });

  test("have the columns that rows are handed over in", () => {
    const raw = migrated();
    for (const [table, listed] of Object.entries(columns)) {
      expect([...listed].sort()).toEqual(names(raw, "select name from pragma_table_info(?)", table).sort());
    }
  });

  test("the queue, the timers and the look-ups of arrivals each go by an index", () => {
    const raw = migrated();
    const explain = (sql: string) =>
      raw
        .prepare(`explain query plan ${sql}`)
        .all()
        .map(({ detail }) => String(detail))
        .join("\n");
    expect(
      explain(
        "select id from items where desk = ? and queued = 1 order by rank desc, due_order, awaiting_since, id limit ?",
      ),
    ).toMatch(/items_queue/u);
    expect(explain("select body from items where desk = ? and wakes_at <= ? order by wakes_at limit ?")).toMatch(
      /items_wakes/u,
    );
    expect(
      explain(
        "select m.item from json_each(?) w cross join messages m where m.desk = ? and m.channel = w.value ->> 0 and m.external_id = w.value ->> 1",
      ),
    ).toMatch(/messages_external/u);
    expect(
      explain(
        "select id from items where desk = ? and channel = ? and thread = ? and kind = ? order by received_seq desc limit 1",
      ),
    ).toMatch(/items_conversation/u);
    expect(
      explain(
        "select i.body from json_each(?) w left join items i on i.desk = ? and i.received_seq / 16384 = w.value and i.channel = ? and i.author = ?",
      ),
    ).toMatch(/items_by_author/u);
    expect(explain("select seq from log where desk = ? and actor = ? and command = ?")).toMatch(/log_command/u);
  });
});
