import { workerData } from "node:worker_threads";
import { StorageFull } from "../../desk/store.ts";
import { serveCalls } from "../calls.ts";
import type { ReadingName } from "../queries/readings.ts";
import { Connections } from "./connections.ts";
import { told } from "./failure.ts";
import { readOn } from "./read.ts";

const { url } = workerData as { url: string };
const connections = new Connections(url, "reporting", 1);

const methods = {
  read: async ({ name, args }: { name: ReadingName; args: never }): Promise<unknown> => {
    try {
      return await connections.with((connection) => readOn(connection, name, args));
    } catch (error) {
      throw told(error);
    }
  },

  close: () => connections.end(),
};

serveCalls(methods, { isFull: (error) => error instanceof StorageFull });
