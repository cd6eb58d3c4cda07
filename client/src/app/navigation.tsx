import { CalendarClock, ChartColumn, Inbox, type LucideIcon, Settings, UserRound } from "lucide-react";
import { useMemo } from "react";
import { Button as AriaButton, TooltipTrigger } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Tip } from "../components/button.tsx";
import { useReplica } from "../store/use-desk.ts";
import { type ScreenCommand, useCommands } from "./commands.ts";
import { shownKeys } from "./keys.ts";
import { navigate, pathOf, type Screen } from "./route.ts";

interface Place {
  readonly screen: Screen;
  readonly icon: LucideIcon;
  readonly keys: readonly string[];
}

const places: readonly Place[] = [
  { screen: "flow", icon: Inbox, keys: ["g", "f"] },
  { screen: "my-desk", icon: UserRound, keys: ["g", "m"] },
  { screen: "run-sheet", icon: CalendarClock, keys: ["g", "r"] },
  { screen: "review", icon: ChartColumn, keys: ["g", "v"] },
  { screen: "settings", icon: Settings, keys: ["g", "s"] },
];

/** The ways to the desk's screens: a rail at the side, on a narrow screen a bar at the foot. */
export function Navigation({
  desk,
  screen,
  isNarrow,
}: {
  readonly desk: string;
  readonly screen: Screen;
  readonly isNarrow: boolean;
}) {
  const { t } = useTranslation("app");
  const mine = useReplica((view) => view.mine.length);
  useCommands(
    useMemo(
      () =>
        places.map(
          ({ screen: to, icon, keys }): ScreenCommand => ({
            id: `go.${to}`,
            label: t("go", { screen: t(`screen.${to}`) }),
            group: "go",
            keys,
            icon,
            run: () => navigate(pathOf(desk, to)),
          }),
        ),
      [t, desk],
    ),
  );
  if (isNarrow) {
    return (
      <nav
        aria-label={t("navigation")}
        className="flex shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)]"
      >
        {places.map(({ screen: to, icon: Icon }) => (
          <a
            key={to}
            href={pathOf(desk, to)}
            aria-current={to === screen ? "page" : undefined}
            onClick={(event) => {
              event.preventDefault();
              navigate(pathOf(desk, to));
            }}
            className={`relative flex min-h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-2xs focus-visible:-outline-offset-2 ${to === screen ? "font-semibold text-ink" : "text-ink-faint"}`}
          >
            <Icon aria-hidden size={20} strokeWidth={to === screen ? 2.2 : 1.8} />
            <span className="max-w-full truncate tracking-tight">{t(`screen.${to}`)}</span>
            <CountNow of={to} className="absolute top-1 left-[calc(50%+8px)]" />
          </a>
        ))}
      </nav>
    );
  }
  return (
    <nav
      aria-label={t("navigation")}
      className="flex w-12 shrink-0 flex-col items-center gap-1 border-r border-line bg-ground py-2"
    >
      {places.map(({ screen: to, icon: Icon, keys }) => (
        <TooltipTrigger key={to} delay={300} closeDelay={0}>
          <AriaButton
            aria-label={`${t(`screen.${to}`)}${to === "my-desk" && mine > 0 ? ` ${mine > 999 ? "999+" : mine}` : ""}`}
            aria-current={to === screen ? "page" : "false"}
            onPress={() => navigate(pathOf(desk, to))}
            className={`relative flex size-9 items-center justify-center rounded-lg touch:size-11 ${to === screen ? "bg-selected text-ink" : "text-ink-faint hover:bg-hover hover:text-ink"}`}
          >
            <Icon aria-hidden size={18} strokeWidth={to === screen ? 2.2 : 1.8} />
            {to === "my-desk" ? <CountNow of={to} className="absolute -top-0.5 right-0" /> : null}
          </AriaButton>
          <Tip label={t(`screen.${to}`)} shortcut={shownKeys(keys).join(" ")} />
        </TooltipTrigger>
      ))}
    </nav>
  );
}

/** How much waits on a screen; it alters several times a second, the ways around it do not. */
function CountNow({ of, className }: { readonly of: Screen; readonly className: string }) {
  const value = useReplica((view) =>
    of === "flow" ? view.counters.notTaken : of === "my-desk" ? view.mine.length : 0,
  );
  if (value === 0) return null;
  return (
    <span
      aria-hidden
      className={`nums flex h-4 min-w-4 items-center justify-center rounded-full bg-ink px-1 text-[10px] leading-none font-semibold text-on-ink ${className}`}
    >
      {value > 999 ? "999+" : value}
    </span>
  );
}
