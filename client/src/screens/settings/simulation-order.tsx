import type { SimulationAnswer, SimulationOrder } from "@flowdesk/shared/protocol/simulation.ts";
import { Play } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { Choice } from "../../components/choice.tsx";
import { Field } from "../../components/field.tsx";
import { Tick, Toggle } from "../../components/toggle.tsx";
import { useFormats } from "../../text/use-text.ts";

type Scenario = SimulationAnswer["scenarios"][number];

/** How many times as fast as life an evening is offered. */
export const speeds = [1, 2, 5, 10, 30, 60] as const;

/** What an evening is called in the language of this screen. */
export function nameIn({ name }: Scenario, language: string): string {
  return language === "da" || language === "nb" ? name[language] : name.en;
}

/** The wall-clock time, `HH:MM`, so many minutes after another. */
function later(clock: string, minutes: number): string {
  const [hours = 0, rest = 0] = clock.split(":").map(Number);
  const total = (hours * 60 + rest + minutes) % 1440;
  return `${String(Math.floor(total / 60)).padStart(2, "0")}:${String(total % 60).padStart(2, "0")}`;
}

/** Orders an evening: which, from when, how fast, with colleagues or alone. */
export function SimulationOrderForm({
  scenarios,
  asksFirst,
  isBusy,
  onOrder,
}: {
  readonly scenarios: readonly Scenario[];
  /** Whether one has to say that the desk may be filled. */
  readonly asksFirst: boolean;
  readonly isBusy: boolean;
  readonly onOrder: (order: SimulationOrder) => void;
}) {
  const { t, i18n } = useTranslation("simulation");
  const { number } = useFormats();
  const [id, setId] = useState(scenarios[0]?.id ?? "");
  const [seed, setSeed] = useState("1");
  const [speed, setSpeed] = useState("1");
  const [from, setFrom] = useState("");
  const [team, setTeam] = useState(true);
  const [isConfirmed, setConfirmed] = useState(false);
  const scenario = scenarios.find((one) => one.id === id);
  if (scenario === undefined) return null;
  const { begins } = scenario;
  const isSeed = /^\d{1,9}$/u.test(seed.trim());
  const isTime = from.trim() === "" || /^([01]?\d|2[0-3]):[0-5]\d$/u.test(from.trim());
  const isReady = isSeed && isTime && (!asksFirst || isConfirmed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady || isBusy) return;
    onOrder({
      do: "start",
      scenario: id,
      seed: Number(seed),
      speed: Number(speed),
      team,
      ...(from.trim() === "" ? {} : { from: from.trim() }),
      ...(asksFirst ? { confirmed: isConfirmed } : {}),
    });
  };
  return (
    <form onSubmit={submit} className="flex max-w-xl flex-col gap-4">
      <div className="grid grid-cols-1 gap-3 mid:grid-cols-2">
        <Choice
          label={t("scenario")}
          options={scenarios.map((one) => ({ id: one.id, label: nameIn(one, i18n.language) }))}
          value={id}
          onChange={setId}
        />
        <Choice
          label={t("speed")}
          options={speeds.map((times) => ({ id: String(times), label: t("times", { times: number(times) }) }))}
          value={speed}
          onChange={setSpeed}
        />
        <Field
          label={t("from")}
          value={from}
          onChange={setFrom}
          placeholder={begins}
          maxLength={5}
          hint={t("fromHint", { begins, ends: later(begins, scenario.lasts) })}
          error={isTime ? null : t("fromWrong", { begins })}
        />
        <Field
          label={t("seed")}
          value={seed}
          onChange={setSeed}
          inputMode="numeric"
          maxLength={9}
          error={isSeed ? null : t("seedWrong")}
        />
      </div>
      <Toggle isSelected={team} onChange={setTeam}>
        {t("team")}
      </Toggle>
      <div className="flex flex-col gap-1 text-sm text-pretty text-ink-soft">
        {asksFirst ? <p>{t("warning")}</p> : null}
        <p>{t("safe")}</p>
      </div>
      {asksFirst ? (
        <Tick isSelected={isConfirmed} onChange={setConfirmed}>
          {t("confirm")}
        </Tick>
      ) : null}
      <Button type="submit" look="primary" icon={Play} isDisabled={!isReady || isBusy} className="self-start">
        {t("start")}
      </Button>
    </form>
  );
}
