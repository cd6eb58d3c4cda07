import { MemoryStore } from "../fixtures/memory-store.ts";
import { describeErasing } from "./erasing.ts";
import { describeStore } from "./store.ts";

const make = async () => {
  const store = new MemoryStore();
  return { store, remove: () => store.close() };
};

describeStore("A store in memory", make);
describeErasing("A store in memory", make);
