import express, { type Express, type RequestHandler, Router } from "express";
import { Histogram } from "prom-client";
import { Pulses } from "../../desk/pulse.ts";
import { Walls } from "../../desk/wall.ts";
import { answerError, onlyMethods, unknownRoute } from "./answer-error.ts";
import { getAuthor } from "./author.ts";
import { getChanges } from "./changes.ts";
import { serveConsole } from "./console.ts";
import { listDesks } from "./desks.ts";
import { guard } from "./guard.ts";
import { healthz, metrics, readyz } from "./health.ts";
import type { HttpDeps } from "./http-deps.ts";
import { HttpRefusal, stopping } from "./http-refusal.ts";
import { importRoutes } from "./imports.ts";
import { IntakeRoom } from "./intake-room.ts";
import { getItem } from "./item.ts";
import { postMessages } from "./messages.ts";
import { postNeedPreview } from "./need-preview.ts";
import { getOthers } from "./others.ts";
import { ParsePool } from "./parse-pool.ts";
import { getPulse } from "./pulse.ts";
import { releaseOf } from "./release.ts";
import { requestLog } from "./request-log.ts";
import { reviewRoutes } from "./review.ts";
import { getShift } from "./shift.ts";
import { simulationRoutes } from "./simulation.ts";
import { Snapshots } from "./snapshot.ts";
import { getWall, getWallAsMember } from "./wall.ts";

/** The HTTP side of a running server. */
export interface HttpApp {
  readonly app: Express;
  /** Refuses what comes from now on, and resolves when everything taken has been answered. */
  stop(): Promise<void>;
}

/** Everything that is reached by HTTP: the API, the accounts, the console, and what machines ask for. */
export function makeApp(deps: HttpDeps): HttpApp {
  let isStopping = false;
  const pool = new ParsePool();
  const underWay = new Set<Promise<void>>();
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("query parser", "simple");
  app.use(requestLog(deps.log, requestSeconds(deps)));
  app.use(guard(deps.trustedOrigins.some((origin) => origin.startsWith("https:"))));
  app.get("/healthz", healthz);
  app.get(
    "/readyz",
    readyz(deps.store, () => isStopping),
  );
  app.get("/metrics", metrics(deps.metrics));
  app.use("/api", (_request, response, next) => {
    response.set("Cache-Control", "no-store");
    if (isStopping) {
      response.set("Connection", "close");
      throw stopping();
    }
    const answered = new Promise<void>((resolve) => response.once("close", resolve));
    underWay.add(answered);
    void answered.then(() => underWay.delete(answered));
    next();
  });
  app.use("/api", noNul);
  deps.mountAccounts(app);
  const pulses = new Pulses({ ...deps, monotonic: () => performance.now() });
  const walls = new Walls({ ...deps, pulses }, releaseOf(deps.console));
  if (deps.deskOfWall !== undefined) {
    app.route("/api/wall").get(getWall(walls, deps.deskOfWall)).all(onlyMethods("GET"));
  }
  app.use("/api/desks", deskRoutes(deps, { pool, pulses, walls }));
  app.use("/api", unknownRoute);
  if (deps.console !== null) app.use(serveConsole(deps.console));
  app.use(unknownRoute);
  app.use(answerError(deps.log));
  return {
    app,
    stop: async () => {
      isStopping = true;
      await Promise.all(underWay);
      await pool.stop();
    },
  };
}

/** S1: no name has a NUL, and PostgreSQL takes none even where it is only looked for. */
const noNul: RequestHandler = (request, _response, next) => {
  if (request.originalUrl.includes("%00"))
    throw new HttpRefusal(400, "request.invalid", "An address has no NUL (%00) in it.");
  next();
};

interface Shared {
  readonly pool: ParsePool;
  readonly pulses: Pulses;
  readonly walls: Walls;
}

function deskRoutes(deps: HttpDeps, { pool, pulses, walls }: Shared): Router {
  const snapshots = new Snapshots(deps);
  const room = new IntakeRoom();
  const router = Router();
  router.route("/").get(listDesks(deps)).all(onlyMethods("GET"));
  router.route("/:desk/snapshot").get(snapshots.handle).all(onlyMethods("GET"));
  router.route("/:desk/items/:item").get(getItem(deps)).all(onlyMethods("GET"));
  router.route("/:desk/items/:item/others").get(getOthers(deps)).all(onlyMethods("GET"));
  router
    .route("/:desk/pulse")
    .get(getPulse({ ...deps, pulses }))
    .all(onlyMethods("GET"));
  router.route("/:desk/shift").get(getShift(deps)).all(onlyMethods("GET"));
  router.route("/:desk/wall").get(getWallAsMember(walls, deps)).all(onlyMethods("GET"));
  router.route("/:desk/changes").get(getChanges(deps)).all(onlyMethods("GET"));
  router
    .route("/:desk/messages")
    .post(postMessages(deps, pool, room))
    .all(onlyMethods("POST"));
  router.route("/:desk/needs/preview").post(postNeedPreview(deps, room)).all(onlyMethods("POST"));
  router.use(reviewRoutes(deps));
  if (deps.authors !== undefined)
    router
      .route("/:desk/author")
      .get(getAuthor({ ...deps, authors: deps.authors }))
      .all(onlyMethods("GET"));
  if (deps.imports !== undefined) router.use(importRoutes({ ...deps, imports: deps.imports }));
  if (deps.simulations !== undefined) router.use(simulationRoutes({ ...deps, simulations: deps.simulations }));
  return router;
}

function requestSeconds({ metrics: registry }: HttpDeps): Histogram<"method" | "route" | "status"> {
  return new Histogram({
    name: "flowdesk_http_request_seconds",
    help: "How long HTTP requests took, by route and status",
    labelNames: ["method", "route", "status"],
    buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
}
