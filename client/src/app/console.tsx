import type { Role } from "@flowdesk/shared/desk/role.ts";
import { CloudOff, RefreshCw, ShieldX, TriangleAlert } from "lucide-react";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { Button } from "../components/button.tsx";
import { ClockProvider } from "../components/clock.tsx";
import { Empty } from "../components/empty.tsx";
import { Notices } from "../components/notices.tsx";
import { Progress, Skeleton } from "../components/progress.tsx";
import { closeDesk, openDesk, tryAgain } from "../connection/desk-session.ts";
import type { DeskOfMine } from "../connection/session.ts";
import { FlowScreen } from "../screens/flow/flow-screen.tsx";
import { fetchItemPane } from "../screens/item/later-item-pane.tsx";
import { MyDeskScreen } from "../screens/my-desk/my-desk-screen.tsx";
import { dropNotice } from "../store/notices-store.ts";
import { serverNow } from "../store/server-clock.ts";
import { useConnection } from "../store/use-connection.ts";
import { useMe, useReplica } from "../store/use-desk.ts";
import { useNotices } from "../store/use-notices.ts";
import { useView } from "../store/use-view.ts";
import { laterWords } from "../text/i18n.ts";
import { noticeText } from "../text/notice-text.ts";
import { failureSentence } from "../text/refusal-sentence.ts";
import { useFormats, useWords } from "../text/use-text.ts";
import { useAlarms } from "./alarms.tsx";
import { ask, askStore } from "./ask.ts";
import { type ScreenCommand, useCommands } from "./commands.ts";
import { useItemCommands } from "./item-commands.ts";
import { keepFocus } from "./keep-focus.ts";
import { listenToKeys } from "./keys.ts";
import { Navigation } from "./navigation.tsx";
import { navigate, pathOf, type Screen } from "./route.ts";
import { RuleOfferHere } from "./rule-offer.tsx";
import { ShiftRows } from "./shift-rows.tsx";
import { SimulationBar } from "./simulation-bar.tsx";
import { TopBar } from "./top-bar.tsx";
import { useTeamCommands } from "./use-team-commands.ts";
import { useWidth } from "./use-width.ts";

/** How long a notice stands, in ms. */
const noticeSpan = 8000;

/** One desk, open: the bars around the screen, the keys, and what stands over it. */
export function Console({
  desk,
  desks,
  screen,
}: {
  readonly desk: string;
  readonly desks: readonly DeskOfMine[];
  readonly screen: Screen | null;
}) {
  const { t } = useTranslation("app");
  const width = useWidth();
  const me = useMe();
  useEffect(() => {
    openDesk(desk);
  }, [desk]);
  useEffect(() => closeDesk, []);
  useEffect(listenToKeys, []);
  useEffect(keepFocus, []);
  useAlarms();
  useCommands(useItemCommands());
  useCommands(useTeamCommands());
  useCommands(
    useMemo(
      (): readonly ScreenCommand[] => [
        {
          id: "palette",
          label: t("palette.title"),
          group: "screen",
          keys: ["mod+k"],
          run: (items) => ask({ kind: "palette", items }),
        },
        { id: "help", label: t("keys.help"), group: "screen", keys: ["?"], run: () => ask({ kind: "help" }) },
      ],
      [t],
    ),
  );
  const home = homeOf(me?.roles ?? []);
  const isHere = me !== undefined;
  useEffect(() => {
    if (screen === null && isHere) navigate(pathOf(desk, home), "replace");
  }, [screen, isHere, desk, home]);
  const shown = screen ?? home;
  const isNarrow = width === "narrow";
  useEffect(() => {
    document.title = `${t(`screen.${shown}`)} · Flowdesk`;
  }, [t, shown]);
  return (
    <ClockProvider clock={serverNow}>
      <div className="flex h-dvh flex-col">
        <TopBar desk={desk} desks={desks} isNarrow={isNarrow} />
        <SimulationBar isNarrow={isNarrow} />
        <ShiftRows screen={shown} />
        <div className="flex min-h-0 flex-1">
          {isNarrow ? null : <Navigation desk={desk} screen={shown} isNarrow={false} />}
          <main className="flex min-h-0 min-w-0 flex-1 flex-col focus-visible:-outline-offset-2">
            <Loaded>
              <Suspense fallback={<Skeleton rows={12} />}>
                <ScreenOf screen={shown} />
              </Suspense>
            </Loaded>
          </main>
        </div>
        {isNarrow ? <Navigation desk={desk} screen={shown} isNarrow /> : null}
      </div>
      <DialogsHere />
      <NoticesHere />
      <RuleOfferHere desk={desk} />
    </ClockProvider>
  );
}

/** Where somebody's work stands, by the first of these roles that they have. */
const homes: ReadonlyArray<readonly [role: Role, home: Screen]> = [
  ["flow-manager", "flow"],
  ["team-lead", "review"],
  ["community-manager", "my-desk"],
  ["producer", "run-sheet"],
  ["analyst", "review"],
  ["administrator", "settings"],
];

function homeOf(roles: readonly Role[]): Screen {
  return homes.find(([role]) => roles.includes(role))?.[1] ?? "run-sheet";
}

/**
 * The questions: fetched when the first screen has been painted, which does without them, and before anybody asks, as A
 * and the person's letter may follow each other within a frame.
 */
function DialogsHere() {
  const isLoaded = useReplica((view) => view.state !== null);
  const isAsked = useStore(askStore, ({ question }) => question !== null);
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    if (!isLoaded) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        setPainted(true);
        void fetchItemPane();
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [isLoaded]);
  if (!isPainted && !isAsked) return null;
  return (
    <Suspense>
      <AskDialogs />
    </Suspense>
  );
}

const loadDialogs = async () => (await Promise.all([import("./ask-dialogs.tsx"), laterWords()]))[0];
const AskDialogs = lazy(async () => ({ default: (await loadDialogs()).AskDialogs }));

const lazyScreens = import.meta.glob<{ readonly default: React.ComponentType }>(
  "../screens/{run-sheet,hashtags,review,settings}/*-screen.tsx",
);
const others: Partial<Record<Screen, React.ComponentType>> = {};
for (const screen of ["run-sheet", "hashtags", "review", "settings"] as const) {
  const load = lazyScreens[`../screens/${screen}/${screen}-screen.tsx`];
  if (load !== undefined) others[screen] = lazy(async () => (await Promise.all([load(), laterWords()]))[0]);
}

function ScreenOf({ screen }: { readonly screen: Screen }) {
  const { t } = useTranslation("app");
  if (screen === "flow") return <FlowScreen />;
  if (screen === "my-desk") return <MyDeskScreen />;
  const Other = others[screen];
  return Other === undefined ? <Empty title={t("noScreen")} /> : <Other />;
}

/** The screen once the desk is here; until then how far it has come, or why it cannot come. */
function Loaded({ children }: { readonly children: React.ReactNode }) {
  const { t } = useTranslation("app");
  const words = useWords();
  const { number } = useFormats();
  const { state } = useConnection();
  const isLoaded = useReplica((view) => view.state !== null);
  if (state.kind === "signed-out") {
    return (
      <Empty
        icon={ShieldX}
        title={t("gone.signedOut")}
        action={
          <Button look="primary" onPress={() => navigate("/sign-in")}>
            {t("gone.signIn")}
          </Button>
        }
      >
        {t("gone.signedOutHint")}
      </Empty>
    );
  }
  if (state.kind === "removed") {
    return (
      <Empty
        icon={ShieldX}
        title={t(state.reason === "removed" ? "gone.removed" : "gone.desk")}
        action={<Button onPress={() => navigate("/")}>{t("gone.otherDesks")}</Button>}
      >
        {t("gone.removedHint")}
      </Empty>
    );
  }
  if (state.kind === "reload-needed") {
    return (
      <Empty
        icon={RefreshCw}
        title={t("gone.reload")}
        action={
          <Button look="primary" onPress={() => location.reload()}>
            {t("gone.reloadDo")}
          </Button>
        }
      >
        {t("gone.reloadHint")}
      </Empty>
    );
  }
  if (isLoaded) return children;
  if (state.kind === "failed") {
    return (
      <Empty
        icon={TriangleAlert}
        title={t("gone.failed")}
        action={
          <Button look="primary" onPress={tryAgain}>
            {t("gone.again")}
          </Button>
        }
      >
        {failureSentence(words, state)}
      </Empty>
    );
  }
  if (state.kind === "offline") {
    return (
      <Empty
        icon={CloudOff}
        title={t("gone.offline")}
        action={
          <Button look="primary" onPress={tryAgain}>
            {t("gone.again")}
          </Button>
        }
      >
        {t("gone.offlineHint")}
      </Empty>
    );
  }
  const loaded = state.kind === "opening" ? state.loaded : 0;
  const whole = state.kind === "opening" ? state.of : null;
  return (
    <div className="flex h-full flex-col overflow-hidden">
      <div className="mx-auto w-full max-w-md px-6 pt-10 pb-6">
        <Progress
          label={t("loading.desk")}
          done={loaded}
          whole={whole}
          counts={
            whole === null
              ? t("loading.items", { count: loaded, shown: number(loaded) })
              : t("loading.of", { done: number(loaded), whole: number(whole) })
          }
        />
      </div>
      <Skeleton rows={14} />
    </div>
  );
}

function NoticesHere() {
  const words = useWords();
  const notices = useNotices();
  useEffect(() => {
    const [first] = notices;
    if (first === undefined) return;
    const timer = setTimeout(() => dropNotice(first.id), noticeSpan);
    return () => clearTimeout(timer);
  }, [notices]);
  const language = useView((view) => view.language);
  const me = useReplica((view) => view.me);
  const lines = useMemo(
    () => notices.map((notice) => ({ id: notice.id, text: noticeText(words, notice, { me, language }) })),
    [notices, words, me, language],
  );
  return <Notices notices={lines} onDrop={dropNotice} />;
}
