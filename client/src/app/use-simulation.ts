import type { SimulationOrder, SimulationState } from "@flowdesk/shared/protocol/simulation.ts";
import { useCallback, useEffect, useState } from "react";
import { simulationOf, steerSimulation } from "../connection/simulation.ts";

/** How often it is asked how the evening stands: somebody else may have stopped it, in ms. */
const pace = 15_000;

/** The evening that is played into a desk, and how to steer it; null while it is not known, or where none is played. */
export function useSimulation(desk: string): {
  readonly simulation: SimulationState | null;
  readonly steer: (order: SimulationOrder) => void;
} {
  const [simulation, setSimulation] = useState<SimulationState | null>(null);
  useEffect(() => {
    let isWanted = true;
    const look = () => {
      if (document.visibilityState === "hidden") return;
      // What cannot be asked now is asked again; the bar says nothing meanwhile that is not so.
      simulationOf(desk)
        .then((answer) => isWanted && setSimulation(answer.simulation))
        .catch(() => undefined);
    };
    look();
    const timer = setInterval(look, pace);
    return () => {
      isWanted = false;
      clearInterval(timer);
    };
  }, [desk]);
  const steer = useCallback(
    (order: SimulationOrder) => {
      steerSimulation(desk, order)
        .then((answer) => setSimulation(answer.simulation))
        .catch(() => simulationOf(desk).then((answer) => setSimulation(answer.simulation)))
        .catch(() => undefined);
    },
    [desk],
  );
  return { simulation, steer };
}
