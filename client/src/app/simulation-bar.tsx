import { Clapperboard, Ellipsis, Gauge, type LucideIcon, Pause, Play, Sprout, UsersRound } from "lucide-react";
import { useMemo } from "react";
import { Button as AriaButton } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../components/button.tsx";
import { Menu } from "../components/menu.tsx";
import { useDesk, usePermits } from "../store/use-desk.ts";
import { useFormats } from "../text/use-text.ts";
import { ask } from "./ask.ts";
import { type ScreenCommand, useCommands } from "./commands.ts";
import { useSimulation } from "./use-simulation.ts";

/** How many times as fast as life an evening is offered to go on. */
const speeds = [1, 2, 5, 10] as const;

/** Says on a demonstration's desk that all of it is a simulation, and leads on from it. Elsewhere there is nothing. */
export function SimulationBar({ isNarrow }: { readonly isNarrow: boolean }) {
  const desk = useDesk();
  return desk?.demonstration === true ? <Bar desk={desk.id} isNarrow={isNarrow} /> : null;
}

/** What the bar offers is found by the search for commands, too. */
function command(id: string, label: string, icon: LucideIcon, run: () => void) {
  return { id, label, group: "screen", keys: [], icon, run } satisfies ScreenCommand;
}

function Bar({ desk, isNarrow }: { readonly desk: string; readonly isNarrow: boolean }) {
  const { t } = useTranslation("demonstration");
  const { number } = useFormats();
  const { simulation, steer } = useSimulation(desk);
  const maySteer = usePermits("simulation.run");
  const isPaused = simulation?.state === "paused";
  const isOn = isPaused || simulation?.state === "playing";
  const ways = useMemo(
    () => [
      command("look-as", t("lookAs"), UsersRound, () => ask({ kind: "look-as" })),
      command("own-desk", t("ownDesk"), Sprout, () => ask({ kind: "own-desk" })),
    ],
    [t],
  );
  useCommands(ways);
  const steering =
    maySteer && isOn
      ? [
          isPaused
            ? command("simulation.resume", t("resume"), Play, () => steer({ do: "resume" }))
            : command("simulation.pause", t("pause"), Pause, () => steer({ do: "pause" })),
        ]
      : [];
  const faster =
    maySteer && isOn
      ? speeds
          .filter((speed) => speed !== simulation.speed)
          .map((speed) =>
            command(`simulation.speed.${speed}`, t("speed", { speed: number(speed) }), Gauge, () =>
              steer({ do: "speed", speed }),
            ),
          )
      : [];
  const asAction = ({ id, label, icon, run }: ReturnType<typeof command>) => ({ id, label, icon, onAction: run });
  return (
    <section
      aria-label={t("more")}
      className="flex h-8 shrink-0 items-center gap-1 border-b border-line bg-sunken px-3 text-xs text-ink-soft touch:h-11"
    >
      <Clapperboard aria-hidden size={14} className="mr-1 shrink-0 text-ink-faint" />
      <p className="min-w-0 flex-1 truncate">
        <strong className="font-semibold text-ink">{isPaused ? t("paused") : t("bar")}</strong>
        <span aria-hidden> · </span>
        {t("nobodySees")}
      </p>
      {isNarrow ? (
        <Menu
          label={t("more")}
          trigger={<IconButton icon={Ellipsis} label={t("more")} className="-mr-2" />}
          groups={[
            { id: "ways", actions: ways.map(asAction) },
            ...(steering.length === 0 ? [] : [{ id: "pace", actions: [...steering, ...faster].map(asAction) }]),
          ]}
        />
      ) : (
        <>
          {steering.map(({ id, label, icon, run }) => (
            <Button key={id} small look="quiet" icon={icon} onPress={run}>
              {label}
            </Button>
          ))}
          {faster.length === 0 ? null : (
            <Menu
              label={t("speedTitle")}
              trigger={
                <AriaButton
                  aria-label={`${t("speedTitle")}: ${t("speed", { speed: number(simulation?.speed ?? 1) })}`}
                  className="inline-flex h-7 shrink-0 items-center gap-1.5 rounded-md px-2 hover:bg-hover hover:text-ink touch:min-h-11"
                >
                  <Gauge aria-hidden size={14} />
                  <span className="nums">{t("speed", { speed: number(simulation?.speed ?? 1) })}</span>
                </AriaButton>
              }
              groups={[{ id: "speed", actions: faster.map(asAction) }]}
            />
          )}
          {steering.length === 0 ? null : <span aria-hidden className="mx-1 h-4 w-px bg-line" />}
          {ways.map(({ id, label, icon, run }) => (
            <Button key={id} small look="quiet" icon={icon} onPress={run}>
              {label}
            </Button>
          ))}
        </>
      )}
    </section>
  );
}
