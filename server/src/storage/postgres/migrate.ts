import type { Connection } from "./connections.ts";
import { migrations } from "./migrations/all.ts";
import { DatabaseUnusable } from "./unusable.ts";

/** The advisory lock under which tables are made, by however many nodes start at once: "FLOW". */
const migrationLock = 0x464c4f57;

/**
 * Brings a database to this release's version: each migration in a transaction of its own, under a lock, so that nodes
 * which start at once run each of them once.
 * @throws DatabaseUnusable for a database that is not ours (`database.foreign`), or from a newer release
 *   (`database.newer`)
 */
export async function migrate(connection: Connection): Promise<void> {
  for (;;) {
    if ((await versionOf(connection)) === migrations.length) return;
    await connection.run(`begin; select pg_advisory_xact_lock(${migrationLock})`);
    try {
      const version = await versionOf(connection);
      const next = migrations[version];
      if (next !== undefined) {
        if (version === 0)
          await connection.run(
            "create table flowdesk (one bigint not null primary key check (one = 1), version bigint not null); insert into flowdesk values (1, 0)",
          );
        await connection.run(`${next}; update flowdesk set version = ${version + 1}`);
      }
      await connection.run("commit");
    } catch (error) {
      await connection.run("rollback").catch(() => undefined);
      throw error;
    }
  }
}

/**
 * Whether a database has this release's tables: false for those of an older one, null for none at all.
 * @throws DatabaseUnusable as `migrate`
 */
export async function isMigrated(connection: Connection): Promise<boolean | null> {
  const version = await versionOf(connection);
  return version === 0 ? null : version === migrations.length;
}

/** The version that a database has; 0 for one without any table. */
async function versionOf({ run }: Connection): Promise<number> {
  const [found] = await run(
    `select current_database() as name, to_regclass('flowdesk') is not null as ours, count(*) as tables
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where nspname = current_schema() and relkind in ('r', 'p', 'v', 'm', 'f')
      and not exists (select 1 from pg_depend where objid = pg_class.oid and deptype = 'e')`,
  );
  const { name, ours, tables } = found as { name: string; ours: boolean; tables: number };
  if (!ours) {
    if (tables > 0)
      throw new DatabaseUnusable(
        "database.foreign",
        `The database "${name}" holds another program's tables. Make one for Flowdesk alone.`,
      );
    return 0;
  }
  const [{ version } = {}] = await run("select version from flowdesk");
  const number = Number(version);
  if (number > migrations.length)
    throw new DatabaseUnusable(
      "database.newer",
      `The database "${name}" was written by a newer Flowdesk (its tables are of version ${number}, this release knows ${migrations.length}). Start the newer one, or name another database.`,
    );
  return number;
}
