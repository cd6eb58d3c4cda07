import { MemoryStore } from "../fixtures/memory-store.ts";
import { describeStore } from "./store.ts";

describeStore("A store in memory", async () => {
  const store = new MemoryStore();
  return { store, remove: () => store.close() };
});
