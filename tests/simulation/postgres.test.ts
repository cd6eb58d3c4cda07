import { afterAll } from "vitest";
import { testDatabase } from "../fixtures/postgres.ts";
import { testWorldsIn } from "./engine-worlds.ts";
import { floodSeeds } from "./flood.ts";

const dropping: Array<() => Promise<void>> = [];
// Hooks run last first: the stores over it are closed by then.
afterAll(async () => {
  for (const drop of dropping) await drop();
});

testWorldsIn({
  name: "PostgreSQL",
  open: async (databases) => {
    const database = await testDatabase();
    dropping.push(() => database.drop());
    return databases.open("postgres", database.url);
  },
  floods: floodSeeds.slice(1, 9),
});
