import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqlite } from "@flowdesk/server/storage/sqlite/open-sqlite.ts";
import { describeErasing } from "./erasing.ts";
import { describeStore } from "./store.ts";

const make = async () => {
  const folder = await mkdtemp(join(tmpdir(), "flowdesk-store-"));
  const store = openSqlite(folder, {
    onFatal: (error) => {
      throw error;
    },
  });
  return {
    store,
    remove: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
};

describeStore("A store in SQLite", make);
describeErasing("A store in SQLite", make);
