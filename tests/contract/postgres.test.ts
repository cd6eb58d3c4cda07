import { openPostgres, testDatabase } from "../fixtures/postgres.ts";
import { describeErasing } from "./erasing.ts";
import { describeStore } from "./store.ts";

const make = async () => {
  const database = await testDatabase();
  const store = await openPostgres(database.url);
  return {
    store,
    remove: async () => {
      await store.close();
      await database.drop();
    },
  };
};

describeStore("PostgreSQL", make);
describeErasing("PostgreSQL", make);
