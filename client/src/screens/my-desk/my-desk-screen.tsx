import { Coffee, Inbox, Moon, SkipForward } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommands } from "../../app/commands.ts";
import { useShiftCommands } from "../../app/person-menu.tsx";
import { useItemInAddress } from "../../app/use-item-in-address.ts";
import { useWidth } from "../../app/use-width.ts";
import { Button } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { useMe, useMembers } from "../../store/use-desk.ts";
import { useMineIds, useMineLaterIds, useQueueIds } from "../../store/use-lists.ts";
import { useOpenItem } from "../../store/use-view.ts";
import { useFormats } from "../../text/use-text.ts";
import { useEverythingByDeadline } from "../flow/use-filtered.ts";
import { LaterItemPane } from "../item/later-item-pane.tsx";
import { ListPane } from "../item/list-pane.tsx";
import { takeNext } from "./next.ts";
import { ShiftBar } from "./shift-bar.tsx";

/** One's own list by deadline, replies and promises alike, and the next in one key. */
export function MyDeskScreen() {
  const { t } = useTranslation("myDesk");
  const width = useWidth();
  const isNarrow = width === "narrow";
  const open = useOpenItem();
  const isAlone = useMembers().length < 2;
  useItemInAddress(isNarrow);
  useCommands(useShiftCommands());
  useCommands(
    useMemo(
      () => [
        {
          id: "next",
          label: t("next"),
          group: "list" as const,
          keys: ["."],
          icon: SkipForward,
          run: () => void takeNext(isNarrow),
        },
      ],
      [t, isNarrow],
    ),
  );
  if (isNarrow && open !== null) return <LaterItemPane id={open} />;
  const list = (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <ShiftBar />
      {isAlone ? <AllOfIt /> : <Mine />}
    </div>
  );
  if (isNarrow) return list;
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-h-0 w-[40%] max-w-[680px] min-w-[340px] border-r border-line">{list}</div>
      <div className="flex min-h-0 min-w-0 flex-1">
        {open === null ? (
          <div className="flex flex-1 bg-ground">
            <div className="m-auto">
              <Empty icon={SkipForward} title={t("nothingOpen")}>
                {t("nothingOpenHint")}
              </Empty>
            </div>
          </div>
        ) : (
          <LaterItemPane id={open} />
        )}
      </div>
    </div>
  );
}

function Mine() {
  const { t } = useTranslation("myDesk");
  const [isLater, setLater] = useState(false);
  const mine = useMineIds();
  const later = useMineLaterIds();
  return (
    <ListPane
      key={isLater ? "later" : "mine"}
      name={isLater ? "later" : "mine"}
      kind="mine"
      title={isLater ? t("later") : t("title")}
      ids={isLater ? later : mine}
      tools={
        <>
          {later.length > 0 || isLater ? (
            <Button small look="quiet" icon={isLater ? Inbox : Moon} onPress={() => setLater(!isLater)}>
              {isLater ? t("title") : t("laterCount", { count: later.length })}
            </Button>
          ) : null}
          <NextButton />
        </>
      }
      empty={<NothingMine />}
    />
  );
}

function AllOfIt() {
  const { t } = useTranslation(["myDesk", "flow"]);
  return (
    <ListPane
      name="everything"
      kind="all"
      title={t("flow:everything")}
      ids={useEverythingByDeadline()}
      tools={<NextButton />}
      empty={<NothingMine />}
    />
  );
}

function NextButton() {
  const { t } = useTranslation("myDesk");
  const isNarrow = useWidth() === "narrow";
  return (
    <Button small icon={SkipForward} shortcut="." onPress={() => void takeNext(isNarrow)}>
      {t("next")}
    </Button>
  );
}

function NothingMine() {
  const { t } = useTranslation("myDesk");
  const { number } = useFormats();
  const isNarrow = useWidth() === "narrow";
  const waiting = useQueueIds().length;
  const shift = useMe()?.shift;
  if (shift === "break" || shift === "away" || shift === "off") {
    return (
      <Empty icon={Coffee} title={t("resting")}>
        {t("restingHint")}
      </Empty>
    );
  }
  return (
    <Empty
      icon={Inbox}
      title={t("empty")}
      action={
        waiting === 0 ? undefined : (
          <Button look="primary" icon={SkipForward} shortcut="." onPress={() => void takeNext(isNarrow)}>
            {t("takeNext")}
          </Button>
        )
      }
    >
      {waiting === 0 ? t("emptyHint") : t("queueHint", { count: waiting, shown: number(waiting) })}
    </Empty>
  );
}
