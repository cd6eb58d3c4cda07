import { sentenceOf } from "@flowdesk/shared/desk/decide.ts";
import {
  type SimulationAnswer,
  type SimulationOrder,
  simulationOrderSchema,
} from "@flowdesk/shared/protocol/simulation.ts";
import { readBy } from "@flowdesk/shared/text/read-by.ts";
import { type RequestHandler, Router } from "express";
import { smallBody } from "../../account/request.ts";
import { scenarios } from "../../intake/sources/simulator/scenarios.ts";
import { OrderRefused, specOf } from "../../intake/sources/simulator/simulation-order.ts";
import { SimulationRunning, type Simulations } from "../../intake/sources/simulator/simulations.ts";
import { memberIn } from "./access.ts";
import { onlyMethods } from "./answer-error.ts";
import type { HttpDeps } from "./http-deps.ts";
import { HttpRefusal } from "./http-refusal.ts";

export type SimulationRoutesDeps = Pick<HttpDeps, "identities" | "trustedOrigins" | "feeds" | "elsewhere"> & {
  readonly simulations: Simulations;
};

/** How a simulated evening is steered from the console; to be put up under `/api/desks`. */
export function simulationRoutes(deps: SimulationRoutesDeps): Router {
  const router = Router();
  router.route("/:desk/simulation").get(look(deps)).post(smallBody, steer(deps)).all(onlyMethods("GET", "POST"));
  return router;
}

/** `GET …/simulation`: how it stands, and which evenings there are. */
function look(deps: SimulationRoutesDeps): RequestHandler {
  return async (request, response) => {
    const { feed } = await memberIn(request, deps, "read.log", "looking at the desk");
    here(deps, feed.desk);
    response.json(answerFor(deps, feed.desk));
  };
}

/** `POST …/simulation`: begins one, or steers the one that is played; answers how it stands then. */
function steer(deps: SimulationRoutesDeps): RequestHandler {
  return async (request, response) => {
    const { feed } = await memberIn(request, deps, "simulation.run", "playing an evening");
    const order = readBy(simulationOrderSchema, request.body);
    if (!order.success) throw new HttpRefusal(400, "request.invalid", sentenceOf(order.error));
    here(deps, feed.desk);
    if (order.data.do === "start") begin(deps, feed.desk, feed.roster.desk.demonstration === true, order.data);
    else await change(deps, feed.desk, order.data);
    response.json(answerFor(deps, feed.desk));
  };
}

/** @throws HttpRefusal if another server is playing an evening into the desk, and this one is not */
function here({ simulations, elsewhere }: SimulationRoutesDeps, desk: string): void {
  if (simulations.running(desk) === null && elsewhere?.isPlaying(desk) === true)
    throw new HttpRefusal(
      503,
      "simulation.elsewhere",
      "Another server is playing an evening into this desk; ask again in a moment.",
      1,
    );
}

function begin(
  { simulations }: SimulationRoutesDeps,
  desk: string,
  isDemonstration: boolean,
  order: Extract<ReturnType<typeof simulationOrderSchema.parse>, { do: "start" }>,
): void {
  if (!isDemonstration && order.confirmed !== true) {
    throw new HttpRefusal(
      409,
      "simulation.unconfirmed",
      "This fills the desk with simulated messages, which stay; say that you mean it with confirmed: true.",
    );
  }
  try {
    simulations.start(specOf({ ...order, desk }));
  } catch (error) {
    if (error instanceof OrderRefused) throw new HttpRefusal(400, "request.invalid", error.message);
    if (error instanceof SimulationRunning) throw new HttpRefusal(409, "simulation.running", error.message);
    throw error;
  }
}

async function change(
  { simulations }: SimulationRoutesDeps,
  desk: string,
  order: Exclude<SimulationOrder, { do: "start" }>,
): Promise<void> {
  const running = simulations.running(desk);
  if (running === null) throw new HttpRefusal(409, "simulation.none", "No evening is being played into this desk.");
  if (order.do === "pause") running.pause();
  else if (order.do === "resume") running.resume();
  else if (order.do === "speed") running.setSpeed(order.speed);
  else await running.stop();
}

function answerFor({ simulations }: SimulationRoutesDeps, desk: string): SimulationAnswer {
  return {
    simulation: simulations.status(desk),
    scenarios: scenarios.map(({ id, name, begins, lasts }) => ({ id, name, begins, lasts })),
  };
}
