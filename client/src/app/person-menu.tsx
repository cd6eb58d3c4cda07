import type { Shift } from "@flowdesk/shared/desk/member/member.ts";
import {
  Coffee,
  DoorOpen,
  Keyboard,
  Languages,
  LogOut,
  Monitor,
  Moon,
  PersonStanding,
  Sun,
  UserCheck,
  UserMinus,
} from "lucide-react";
import { useMemo } from "react";
import { Button as AriaButton } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { setShift } from "../actions/set-shift.ts";
import { stepAway } from "../actions/step-away.ts";
import { Menu, type MenuAction } from "../components/menu.tsx";
import { signOut } from "../connection/session.ts";
import { replicaStore } from "../store/replica-store.ts";
import { serverNow } from "../store/server-clock.ts";
import { useMe } from "../store/use-desk.ts";
import { useView } from "../store/use-view.ts";
import { languages, setLanguage, setTheme, type Theme } from "../store/view-store.ts";
import { whatWouldMove } from "../store/what-moves.ts";
import { ask } from "./ask.ts";
import { type ScreenCommand, useCommands } from "./commands.ts";
import { useTeamCommands } from "./use-team-commands.ts";

const languageNames = { en: "English", da: "Dansk", nb: "Norsk bokmål" };
const themes: ReadonlyArray<readonly [Theme, typeof Sun]> = [
  ["light", Sun],
  ["dark", Moon],
  ["system", Monitor],
];

/** One's own shift, the look and the language of this screen, and the way out. */
export function PersonMenu() {
  const { t } = useTranslation(["app", "components"]);
  const me = useMe();
  const shift: Shift = me?.shift ?? "off";
  const language = useView((view) => view.language);
  const theme = useView((view) => view.theme);
  const shifts = useShiftCommands();
  const team = useTeamCommands();
  const look = useMemo(
    (): readonly ScreenCommand[] => [
      ...themes.map(([id, icon]) => ({
        id: `theme.${id}`,
        label: t(`theme.${id}`),
        group: "screen" as const,
        keys: [],
        icon,
        run: () => setTheme(id),
      })),
      ...languages.map((id) => ({
        id: `language.${id}`,
        label: t("language", { language: languageNames[id] }),
        group: "screen" as const,
        keys: [],
        icon: Languages,
        words: languageNames[id],
        run: () => setLanguage(id),
      })),
      { id: "sign-out", label: t("signOut"), group: "screen", keys: [], icon: LogOut, run: () => void leave() },
    ],
    [t],
  );
  useCommands(shifts);
  useCommands(look);
  const asAction = ({ id, label, icon, run }: ScreenCommand): MenuAction => ({
    id,
    label,
    icon,
    onAction: () => run([]),
  });
  const initials = (me?.name ?? "")
    .split(/\s+/u)
    .map((part) => part.charAt(0))
    .slice(0, 2)
    .join("")
    .toUpperCase();
  const name = t("person", { name: me?.name ?? "", initials });
  return (
    <Menu
      label={name}
      trigger={
        <AriaButton
          aria-label={name}
          className="-mr-1 flex size-8 shrink-0 items-center justify-center rounded-full touch:size-11"
        >
          <span
            aria-hidden
            className="flex size-7 items-center justify-center rounded-full border border-line-strong text-2xs font-semibold hover:bg-hover"
          >
            {initials}
          </span>
        </AriaButton>
      }
      groups={[
        {
          id: "shift",
          title: `${me?.name ?? ""} · ${t(`components:shift.${shift}`)}`,
          actions: shifts.filter(({ id }) => id !== `shift.${shift}`).map(asAction),
        },
        { id: "team", actions: team.map(asAction) },
        {
          id: "theme",
          title: t("themeTitle"),
          actions: look.filter(({ id }) => id.startsWith("theme.") && id !== `theme.${theme}`).map(asAction),
        },
        {
          id: "language",
          title: t("languageTitle"),
          actions: look.filter(({ id }) => id.startsWith("language.") && id !== `language.${language}`).map(asAction),
        },
        {
          id: "more",
          actions: [
            { id: "help", label: t("keys.help"), icon: Keyboard, shortcut: "?", onAction: () => ask({ kind: "help" }) },
            ...look.filter(({ id }) => id === "sign-out").map(asAction),
          ],
        },
      ]}
    />
  );
}

/** The commands about one's own shift. */
export function useShiftCommands(): readonly ScreenCommand[] {
  const { t } = useTranslation(["app", "shift"]);
  const isAway = useMe()?.shift !== "off";
  return useMemo(
    () => [
      {
        id: "shift.on",
        label: isAway ? t("shift:back") : t("shift.start"),
        group: "desk",
        keys: [],
        icon: UserCheck,
        run: () => void setShift("on"),
      },
      {
        id: "shift.tied-up",
        label: t("shift.tiedUp"),
        group: "desk",
        keys: [],
        icon: PersonStanding,
        run: () => ask({ kind: "tied-up" }),
      },
      {
        id: "shift.break",
        label: t("shift.break"),
        group: "desk",
        keys: [],
        icon: Coffee,
        run: () => leaveFor("break"),
      },
      {
        id: "shift.away",
        label: t("shift.away"),
        group: "desk",
        keys: [],
        icon: UserMinus,
        run: () => leaveFor("away"),
      },
      {
        id: "shift.off",
        label: t("shift.end"),
        group: "desk",
        keys: [],
        icon: DoorOpen,
        run: () => ask({ kind: "end-shift" }),
      },
    ],
    [t, isAway],
  );
}

/** Steps away at once where nothing would move; else it is said first to whom. */
function leaveFor(shift: "break" | "away"): void {
  const { state, me } = replicaStore.getState();
  const member = state?.members.get(me);
  if (state === null || member === undefined) return;
  if (whatWouldMove(state, member, serverNow()).length === 0) void stepAway(shift);
  else ask({ kind: "step-away", shift });
}

async function leave(): Promise<void> {
  try {
    await signOut();
  } finally {
    // A fresh page: nothing of the desk stays in memory for whoever sits down next.
    location.assign("/sign-in");
  }
}
