import { Clapperboard, Ellipsis, Sprout, UsersRound } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../components/button.tsx";
import { Menu } from "../components/menu.tsx";
import { useDesk } from "../store/use-desk.ts";
import { ask } from "./ask.ts";
import { type ScreenCommand, useCommands } from "./commands.ts";

/** Says on a demonstration's desk that all of it is a simulation, and leads on from it. Elsewhere there is nothing. */
export function SimulationBar({ isNarrow }: { readonly isNarrow: boolean }) {
  const desk = useDesk();
  return desk?.demonstration === true ? <Bar isNarrow={isNarrow} /> : null;
}

function Bar({ isNarrow }: { readonly isNarrow: boolean }) {
  const { t } = useTranslation("demonstration");
  const ways = useMemo(
    (): readonly ScreenCommand[] => [
      {
        id: "look-as",
        label: t("lookAs"),
        group: "screen",
        keys: [],
        icon: UsersRound,
        run: () => ask({ kind: "look-as" }),
      },
      {
        id: "own-desk",
        label: t("ownDesk"),
        group: "screen",
        keys: [],
        icon: Sprout,
        run: () => ask({ kind: "own-desk" }),
      },
    ],
    [t],
  );
  useCommands(ways);
  return (
    <section
      aria-label={t("more")}
      className="flex h-8 shrink-0 items-center gap-2 border-b border-line bg-sunken px-3 text-xs text-ink-soft touch:h-11"
    >
      <Clapperboard aria-hidden size={14} className="shrink-0 text-ink-faint" />
      <p className="min-w-0 flex-1 truncate">
        <strong className="font-semibold text-ink">{t("bar")}</strong>
        <span aria-hidden> · </span>
        {t("nobodySees")}
      </p>
      {isNarrow ? (
        <Menu
          label={t("more")}
          trigger={<IconButton icon={Ellipsis} label={t("more")} className="-mr-2" />}
          groups={[
            {
              id: "ways",
              actions: ways.map(({ id, label, icon, run }) => ({ id, label, icon, onAction: () => run([]) })),
            },
          ]}
        />
      ) : (
        ways.map(({ id, label, icon, run }) => (
          <Button key={id} small look="quiet" onPress={() => run([])} {...(icon === undefined ? {} : { icon })}>
            {label}
          </Button>
        ))
      )}
    </section>
  );
}
