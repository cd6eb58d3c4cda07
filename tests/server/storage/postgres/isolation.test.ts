import { afterEach, expect, test } from "vitest";
import { openPostgres, type TestDatabase, testDatabase } from "../../../fixtures/postgres.ts";

let database: TestDatabase;
afterEach(() => database.drop());

test.each(["repeatable read", "serializable"])(
  "L4: who waited for a desk's lock sees what was committed meanwhile where a house's default is %s",
  async (level) => {
    database = await testDatabase();
    await database.sql(
      `do $$ begin execute format('alter database %I set default_transaction_isolation = ''${level}''', current_database()); end $$`,
    );
    const store = await openPostgres(database.url);
    try {
      for (const writes of [true, false]) {
        const { rows } = await store.query("select current_setting('transaction_isolation') as level", [], writes);
        expect(rows).toEqual([{ level: "read committed" }]);
      }
    } finally {
      await store.close();
    }
  },
);
