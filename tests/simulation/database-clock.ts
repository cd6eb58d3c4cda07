import type { Store } from "@flowdesk/server/desk/store.ts";
import { PostgresStore } from "@flowdesk/server/storage/postgres/postgres-store.ts";
import pg from "pg";

/**
 * Has a PostgreSQL database go by a clock that can be set, where one is: what was decided beside a desk's lock is refused
 * if the database's time is another than what it was decided at. Connections that stand already go on as before.
 */
export async function makeSettable(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(`
      create schema world;
      create table world.clock (at double precision);
      insert into world.clock values (null);
      create function world.clock_timestamp() returns timestamptz language sql volatile as
        'select coalesce(to_timestamp(at / 1000), pg_catalog.clock_timestamp()) from world.clock';
      do 'begin execute format(''alter database %I set search_path = public, world, pg_catalog'', current_database()); end'`);
  } finally {
    await client.end();
  }
}

/** Sets the clock of a store's database, in ms UTC, if it has one of its own. */
export async function setClock(store: Store, at: number): Promise<void> {
  if (store instanceof PostgresStore) await store.query("update world.clock set at = $1", [at], true);
}
