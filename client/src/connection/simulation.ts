import type { SimulationAnswer, SimulationOrder } from "@flowdesk/shared/protocol/simulation.ts";
import { ofAnyServer } from "./any-server.ts";
import { request } from "./http.ts";

function path(desk: string): string {
  return `/api/desks/${encodeURIComponent(desk)}/simulation`;
}

/** How the evening that is played into a desk stands, and which evenings there are. */
export function simulationOf(desk: string): Promise<SimulationAnswer> {
  return ofAnyServer(() => request("GET", path(desk)));
}

/** Begins an evening, or steers the one that is played; gives how it stands then. */
export function steerSimulation(desk: string, order: SimulationOrder): Promise<SimulationAnswer> {
  return ofAnyServer(() => request("POST", path(desk), order));
}
