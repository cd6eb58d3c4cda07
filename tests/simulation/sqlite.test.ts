import { testWorldsIn } from "./engine-worlds.ts";

testWorldsIn({ name: "SQLite", open: (databases) => databases.open("sqlite"), floods: 12 });
