import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { accountDatabase } from "./account-server.ts";

interface Migrations {
  toBeCreated: unknown[];
  toBeAdded: unknown[];
  toBeAddedIndexes: unknown[];
  unsafeChanges: string[];
  schemaProblems: string[];
}

test("the account tables are those that the sign-in library would make", async () => {
  const server = createRequire(new URL("../../../server/package.json", import.meta.url));
  const { getMigrations } = (await import(pathToFileURL(server.resolve("better-auth/db/migration")).href)) as {
    getMigrations: (options: object) => Promise<Migrations>;
  };
  const { db } = accountDatabase();
  const plan = await getMigrations({ database: { db, type: "sqlite" }, emailAndPassword: { enabled: true } });
  await db.destroy();
  expect(plan).toMatchObject({
    toBeCreated: [],
    toBeAdded: [],
    toBeAddedIndexes: [],
    unsafeChanges: [],
    schemaProblems: [],
  });
});
