import type { RequestHandler } from "express";
import type { Registry } from "prom-client";
import { isFromThisMachine } from "../../account/origin.ts";
import { StorageFull, type Store, StoreGone, StoreUnavailable } from "../../desk/store.ts";
import { storageFull } from "./answer-error.ts";
import { HttpRefusal, stopping } from "./http-refusal.ts";

/** The store has so long to say that it can write, in ms. */
const readyWithin = 3_000;

/** `/healthz`: the process answers. */
export const healthz: RequestHandler = (_request, response) => {
  response.set("Cache-Control", "no-store").json({ alive: true });
};

/** `/readyz`: it can serve, which includes writing; where it cannot, the sentence says why, as far as that is known. */
export function readyz(store: Pick<Store, "ready">, isStopping: () => boolean): RequestHandler {
  return async (_request, response) => {
    response.set("Cache-Control", "no-store");
    if (isStopping()) throw stopping();
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new Error("The store did not answer in time")), readyWithin);
    try {
      await Promise.race([store.ready(), late]);
    } catch (error) {
      if (error instanceof StorageFull) throw storageFull();
      // Anybody may ask here: neither of these says where files lie.
      const isTold =
        error instanceof StoreGone || (error instanceof StoreUnavailable && error.name === "StoreUnavailable");
      const because = isTold ? ` ${error.message}` : "";
      throw new HttpRefusal(503, "not.ready", `The store cannot be written to now.${because}`, 1);
    } finally {
      clearTimeout(timer);
    }
    response.json({ ready: true });
  };
}

/** `/metrics`: for this machine only, as figures tell what a team is doing. */
export function metrics(registry: Registry): RequestHandler {
  return async (request, response) => {
    if (!isFromThisMachine(request)) {
      throw new HttpRefusal(403, "forbidden", "The metrics are read on the machine itself only.");
    }
    response.type(registry.contentType).send(await registry.metrics());
  };
}
