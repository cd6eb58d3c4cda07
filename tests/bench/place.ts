import { startPostgres } from "../fixtures/postgres-server.ts";
import { temporaryFolder } from "../fixtures/served.ts";

/** What a server keeps its desks in. */
export type Engine = "sqlite" | "postgres";

/** For figures on which it makes a difference. */
export const bothEngines: readonly Engine[] = ["sqlite", "postgres"];

/** Where a server under test keeps its desks, empty and of its own. */
export interface Place {
  readonly engine: Engine;
  readonly data: string;
  /** `postgres://…`; absent for SQLite in the data folder. */
  readonly database?: string;
  remove(): Promise<void>;
}

/** A data folder, and for PostgreSQL a real one on this machine, as it comes: every commit goes to the disk. */
export async function openPlace(engine: Engine): Promise<Place> {
  const folder = temporaryFolder();
  if (engine === "sqlite") return { engine, data: folder.path, remove: async () => folder.remove() };
  const postgres = await startPostgres();
  return {
    engine,
    data: folder.path,
    database: postgres.url("postgres"),
    remove: async () => {
      await postgres.remove();
      folder.remove();
    },
  };
}
