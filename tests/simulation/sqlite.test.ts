import { testWorldsIn } from "./engine-worlds.ts";
import { floodSeeds } from "./flood.ts";

testWorldsIn({ name: "SQLite", open: (databases) => databases.open("sqlite"), floods: floodSeeds });
