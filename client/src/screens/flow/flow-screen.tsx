import { Inbox, SearchX, Share2, ShieldCheck, Users } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ask } from "../../app/ask.ts";
import { type ScreenCommand, useCommands } from "../../app/commands.ts";
import { useAssignable } from "../../app/use-assignable.ts";
import { useItemInAddress } from "../../app/use-item-in-address.ts";
import { useWidth } from "../../app/use-width.ts";
import { Button } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { Tabs } from "../../components/tabs.tsx";
import { useChannels, useMembers, usePermits } from "../../store/use-desk.ts";
import { useQueueIds } from "../../store/use-lists.ts";
import { useOpenItem } from "../../store/use-view.ts";
import { setFilter, viewStore } from "../../store/view-store.ts";
import { LaterItemPane } from "../item/later-item-pane.tsx";
import { ListPane } from "../item/list-pane.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { JustNow } from "./just-now.tsx";
import { Lanes } from "./lanes.tsx";
import { NextHour } from "./next-hour.tsx";
import { NoChannels } from "./no-channels.tsx";
import { Strip } from "./strip.tsx";
import { useEverythingByDeadline, useFiltered, useHoldingsOf } from "./use-filtered.ts";

/** The flow manager's screen: every channel, the queue, one item, and who is free. */
export function FlowScreen() {
  const width = useWidth();
  const open = useOpenItem();
  const isAlone = useMembers().length < 2;
  const [person, setPerson] = useState<string | null>(null);
  const mayDeal = usePermits("items.deal");
  const { t } = useTranslation(["flow", "app", "cover"]);
  useItemInAddress(width === "narrow");
  const mayCover = usePermits("member.cover");
  useCommands(
    useMemo(
      (): readonly ScreenCommand[] =>
        mayCover && !isAlone
          ? [
              {
                id: "member.cover",
                label: t("cover:openLong"),
                group: "desk",
                keys: ["shift+c"],
                icon: ShieldCheck,
                run: () => ask({ kind: "cover" }),
              },
            ]
          : [],
      [t, mayCover, isAlone],
    ),
  );
  useCommands(
    useMemo(
      (): readonly ScreenCommand[] =>
        mayDeal && !isAlone
          ? [
              {
                id: "items.deal",
                label: t("app:do.deal"),
                group: "item",
                keys: ["d"],
                icon: Share2,
                run: () => ask({ kind: "deal", items: [...viewStore.getState().selected] }),
              },
            ]
          : [],
      [t, mayDeal, isAlone],
    ),
  );
  const list = isAlone ? (
    <Everything />
  ) : person === null ? (
    <Queue mayDeal={mayDeal} />
  ) : (
    <Holdings person={person} onBack={() => setPerson(null)} />
  );
  if (width === "narrow") {
    if (open !== null) return <LaterItemPane id={open} />;
    return <NarrowFlow list={list} isAlone={isAlone} person={person} onPerson={setPerson} />;
  }
  const detail = open === null ? <JustNow /> : <LaterItemPane id={open} />;
  return (
    <>
      <Strip />
      <div className="flex min-h-0 flex-1">
        <div className="flex min-h-0 w-[40%] max-w-[680px] min-w-[340px] border-r border-line wide:w-[42%]">{list}</div>
        <div className="flex min-h-0 min-w-0 flex-1">{detail}</div>
        {width === "wide" ? (
          <aside
            aria-label={t("onShift")}
            className="flex min-h-0 w-[320px] shrink-0 flex-col border-l border-line bg-surface"
          >
            {isAlone ? null : <Lanes person={person} onPerson={setPerson} />}
            <NextHour />
          </aside>
        ) : null}
      </div>
    </>
  );
}

type NarrowTab = "queue" | "people" | "next" | "now";

function NarrowFlow({
  list,
  isAlone,
  person,
  onPerson,
}: {
  readonly list: React.ReactNode;
  readonly isAlone: boolean;
  readonly person: string | null;
  readonly onPerson: (id: string | null) => void;
}) {
  const { t } = useTranslation("flow");
  const [tab, setTab] = useState<NarrowTab>("queue");
  const onShift = useAssignable().length;
  const choose = (id: string | null) => {
    onPerson(id);
    setTab("queue");
  };
  const tabs = [
    {
      id: "queue" as const,
      label: t("queue"),
      content: (
        <div className="flex h-full flex-col">
          <Strip />
          {list}
        </div>
      ),
    },
    ...(isAlone
      ? []
      : [
          {
            id: "people" as const,
            label: t("onShift"),
            count: onShift,
            content: <Lanes person={person} onPerson={choose} isBare />,
          },
        ]),
    { id: "next" as const, label: t("nextHourShort"), content: <NextHour isBare /> },
    ...(isAlone ? [] : [{ id: "now" as const, label: t("justNow.title"), content: <JustNow isNarrow /> }]),
  ];
  return <Tabs label={t("parts")} tabs={tabs} selected={tab} onSelect={setTab} className="flex-1 bg-surface" />;
}

function Queue({ mayDeal }: { readonly mayDeal: boolean }) {
  const { t } = useTranslation(["flow", "app"]);
  const queue = useQueueIds();
  const ids = useFiltered(queue);
  const isEmpty = queue.length === 0;
  const deal = useMemo(
    () =>
      mayDeal && !isEmpty ? (
        <Button
          small
          icon={Share2}
          shortcut="D"
          onPress={() => ask({ kind: "deal", items: [...viewStore.getState().selected] })}
        >
          {t("dealShort")}
        </Button>
      ) : null,
    [t, mayDeal, isEmpty],
  );
  return (
    <ListPane
      name="queue"
      kind="queue"
      title={t("queue")}
      hint={t("queueHint")}
      ids={ids}
      isDraggable
      tools={deal}
      above={<FilterBar shown={ids.length} of={queue.length} />}
      empty={<EmptyList isNarrowed={!isEmpty} />}
    />
  );
}

function Everything() {
  const { t } = useTranslation("flow");
  const all = useEverythingByDeadline();
  const ids = useFiltered(all);
  return (
    <ListPane
      name="everything"
      kind="all"
      title={t("everything")}
      hint={t("everythingHint")}
      ids={ids}
      above={<FilterBar shown={ids.length} of={all.length} />}
      empty={<EmptyList isNarrowed={all.length > 0} />}
    />
  );
}

function Holdings({ person, onBack }: { readonly person: string; readonly onBack: () => void }) {
  const { t } = useTranslation("flow");
  const name = useMembers().find(({ id }) => id === person)?.name ?? person;
  const ids = useHoldingsOf(person);
  return (
    <ListPane
      name={`of ${person}`}
      kind="all"
      title={t("holdings", { name })}
      ids={ids}
      isDraggable
      tools={
        <Button small icon={Inbox} onPress={onBack}>
          {t("backToQueue")}
        </Button>
      }
      empty={<Empty icon={Users} title={t("holdingsEmpty", { name })} />}
    />
  );
}

function EmptyList({ isNarrowed }: { readonly isNarrowed: boolean }) {
  const { t } = useTranslation("flow");
  const hasChannels = useChannels().length > 0;
  if (isNarrowed) {
    return (
      <Empty
        icon={SearchX}
        title={t("nothingFits")}
        action={<Button onPress={() => setFilter({})}>{t("widen")}</Button>}
      >
        {t("nothingFitsHint")}
      </Empty>
    );
  }
  if (!hasChannels) return <NoChannels />;
  return (
    <Empty icon={Inbox} title={t("emptyQueue")}>
      {t("emptyQueueHint")}
    </Empty>
  );
}
