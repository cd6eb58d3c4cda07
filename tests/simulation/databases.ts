import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Store } from "@flowdesk/server/desk/store.ts";
import { openPostgres } from "@flowdesk/server/storage/postgres/open-postgres.ts";
import { openSqlite } from "@flowdesk/server/storage/sqlite/open-sqlite.ts";
import { startPostgres } from "../fixtures/postgres-server.ts";
import { makeSettable } from "./database-clock.ts";
import { type Engine, inMemory } from "./simulate.ts";

export const engineNames = ["memory", "sqlite", "postgres"];

/** So many nodes have a store of their own, as they would as processes. */
const nodes = 2;

/** Databases that worlds run in one after another, each with a desk of its own. */
export class Databases {
  readonly #closing: Array<() => Promise<void>> = [];

  /** Opens an engine by its name. @param address of a PostgreSQL that runs already; absent: one is started. */
  async open(name: string, address?: string): Promise<Engine> {
    if (name === "memory") return inMemory;
    const stores: Store[] = [];
    const onFatal = (error: Error) => {
      throw error;
    };
    if (name === "sqlite") {
      const folder = mkdtempSync(join(tmpdir(), "flowdesk-world-"));
      this.#closing.push(async () => rmSync(folder, { recursive: true, force: true }));
      for (let node = 0; node < nodes; node++) stores.push(openSqlite(folder, { onFatal }));
    } else {
      let url = address;
      if (url === undefined) {
        const server = await startPostgres();
        this.#closing.push(() => server.remove());
        url = server.url("postgres");
      }
      await makeSettable(url);
      for (let node = 0; node < nodes; node++) stores.push(await openPostgres(url, { onFatal }));
    }
    for (const store of stores) this.#closing.push(() => store.close());
    return () => stores;
  }

  async close(): Promise<void> {
    for (const close of this.#closing.reverse()) await close();
  }
}
