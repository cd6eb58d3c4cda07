import { openPostgres, testDatabase } from "../fixtures/postgres.ts";
import { describeStore } from "./store.ts";

describeStore("PostgreSQL", async () => {
  const database = await testDatabase();
  const store = await openPostgres(database.url);
  return {
    store,
    remove: async () => {
      await store.close();
      await database.drop();
    },
  };
});
