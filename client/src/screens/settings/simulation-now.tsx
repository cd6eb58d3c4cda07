import type { SimulationAnswer, SimulationOrder, SimulationState } from "@flowdesk/shared/protocol/simulation.ts";
import { Pause, Play, Square } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { Choice } from "../../components/choice.tsx";
import { Problem } from "../../components/problem.tsx";
import { Progress } from "../../components/progress.tsx";
import { failureSentence } from "../../text/refusal-sentence.ts";
import { useFormats, useWords } from "../../text/use-text.ts";
import { Group } from "./section.tsx";
import { nameIn, speeds } from "./simulation-order.tsx";

/** The evening that is played, or was played last: how far it is, and what can be done with it. */
export function SimulationNow({
  simulation,
  scenarios,
  isOn,
  isBusy,
  onOrder,
}: {
  readonly simulation: SimulationState;
  readonly scenarios: SimulationAnswer["scenarios"];
  readonly isOn: boolean;
  readonly isBusy: boolean;
  readonly onOrder: (order: SimulationOrder) => void;
}) {
  const { t, i18n } = useTranslation("simulation");
  const words = useWords();
  const { number } = useFormats();
  const { state, arrivals, clock, seed, speed, team, error } = simulation;
  const scenario = scenarios.find(({ id }) => id === simulation.scenario);
  const name = scenario === undefined ? simulation.scenario : nameIn(scenario, i18n.language);
  const isPaused = state === "paused";
  const offered = [...new Set<number>([...speeds, speed])].toSorted((a, b) => a - b);
  return (
    <Group title={isOn ? name : `${t("before")}: ${name}`}>
      <div className="flex max-w-xl flex-col gap-3 rounded-lg border border-line bg-surface p-3">
        <Progress
          label={t(`state.${state}`)}
          done={arrivals.done}
          whole={state === "preparing" ? null : arrivals.all}
          counts={t("counts", { clock, done: number(arrivals.done), all: number(arrivals.all) })}
        />
        {error === null ? null : <Problem>{failureSentence(words, error)}</Problem>}
        <p className="text-xs text-ink-faint">
          {t("details", { seed: String(seed), times: number(speed) })}
          {team ? `, ${t("withTeam")}` : ""}
        </p>
        {isOn ? (
          <div className="flex flex-wrap items-end gap-2">
            <Button
              look="primary"
              icon={isPaused ? Play : Pause}
              isDisabled={isBusy || state === "preparing"}
              onPress={() => onOrder({ do: isPaused ? "resume" : "pause" })}
            >
              {t(isPaused ? "resume" : "pause")}
            </Button>
            <Button icon={Square} isDisabled={isBusy} onPress={() => onOrder({ do: "stop" })}>
              {t("stop")}
            </Button>
            <Choice
              label={t("speed")}
              bare
              options={offered.map((times) => ({ id: String(times), label: t("times", { times: number(times) }) }))}
              value={String(speed)}
              isDisabled={isBusy}
              onChange={(times) => onOrder({ do: "speed", speed: Number(times) })}
            />
          </div>
        ) : null}
      </div>
    </Group>
  );
}
