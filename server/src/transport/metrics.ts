import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { Feeds } from "../desk/feed.ts";

/** The figures of a running server: those of the process, and of each desk that is followed. */
export function makeMetrics(feeds: Feeds): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: "flowdesk_followers",
    help: "Connections that follow a desk",
    labelNames: ["desk"],
    registers: [registry],
    collect() {
      this.reset();
      for (const { desk, followers } of feeds.all()) this.set({ desk }, followers);
    },
  });
  new Gauge({
    name: "flowdesk_log_seq",
    help: "The number of a desk's last change",
    labelNames: ["desk"],
    registers: [registry],
    collect() {
      this.reset();
      for (const { desk, head } of feeds.all()) this.set({ desk }, head);
    },
  });
  return registry;
}
