import type { SimulationAnswer, SimulationOrder, SimulationState } from "@flowdesk/shared/protocol/simulation.ts";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttempt } from "../../actions/use-attempt.ts";
import { Button } from "../../components/button.tsx";
import { Problem } from "../../components/problem.tsx";
import { Skeleton } from "../../components/progress.tsx";
import { simulationOf, steerSimulation } from "../../connection/simulation.ts";
import { useDesk } from "../../store/use-desk.ts";
import { Section } from "./section.tsx";
import { SimulationNow } from "./simulation-now.tsx";
import { SimulationOrderForm } from "./simulation-order.tsx";

/** How often it is asked how the evening stands, in ms: while one is played, and while none is. */
const pace = { playing: 2_000, quiet: 15_000 };

/** Whether an evening is being played into the desk, or is about to be. */
function isOn(simulation: SimulationState | null): simulation is SimulationState {
  return simulation !== null && ["preparing", "playing", "paused"].includes(simulation.state);
}

/** Playing a scripted evening into the desk, and steering it. */
export function SimulationSettings() {
  const { t } = useTranslation(["settings", "simulation", "common"]);
  const desk = useDesk();
  const id = desk?.id ?? "";
  const [answer, setAnswer] = useState<SimulationAnswer | null>(null);
  const { isBusy, problem, ask } = useAttempt();
  const look = useCallback(async () => {
    const found = await ask(() => simulationOf(id));
    if (found !== null) setAnswer(found.answer);
  }, [id, ask]);
  const steer = useCallback(
    async (order: SimulationOrder) => {
      const done = await ask(() => steerSimulation(id, order));
      if (done !== null) setAnswer(done.answer);
    },
    [id, ask],
  );
  const simulation = answer?.simulation ?? null;
  const isPlayed = isOn(simulation);
  useEffect(() => {
    void look();
  }, [look]);
  useEffect(() => {
    // A look must not wipe out why something was refused: it goes past the attempt.
    const timer = setInterval(
      () => {
        if (document.visibilityState === "visible") simulationOf(id).then(setAnswer, () => undefined);
      },
      isPlayed ? pace.playing : pace.quiet,
    );
    return () => clearInterval(timer);
  }, [id, isPlayed]);
  return (
    <Section title={t("simulation")} hint={t("simulation:hint")}>
      {answer === null && problem === null ? <Skeleton rows={4} /> : null}
      {problem === null ? null : (
        <div className="flex flex-wrap items-center gap-3">
          <Problem>{problem}</Problem>
          {answer === null ? <Button onPress={() => void look()}>{t("common:tryAgain")}</Button> : null}
        </div>
      )}
      {answer === null || simulation === null ? null : (
        <SimulationNow
          simulation={simulation}
          scenarios={answer.scenarios}
          isOn={isPlayed}
          isBusy={isBusy}
          onOrder={(order) => void steer(order)}
        />
      )}
      {answer === null || isPlayed ? null : (
        <SimulationOrderForm
          scenarios={answer.scenarios}
          asksFirst={desk?.demonstration !== true}
          isBusy={isBusy}
          onOrder={(order) => void steer(order)}
        />
      )}
    </Section>
  );
}
