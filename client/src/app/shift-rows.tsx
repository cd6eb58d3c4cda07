import { mayCover } from "@flowdesk/shared/desk/cover/cover-of.ts";
import type { LucideIcon } from "lucide-react";
import { Megaphone, Undo2, UserCheck, WifiOff } from "lucide-react";
import type { ReactNode } from "react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { readBriefings } from "../actions/read-briefing.ts";
import { setShift } from "../actions/set-shift.ts";
import { takeBack } from "../actions/take-back.ts";
import { Button } from "../components/button.tsx";
import { ForeignText } from "../components/foreign-text.tsx";
import { Readers } from "../screens/shift/readers.tsx";
import { reachOf, unreadAnnouncements } from "../store/told.ts";
import { useMe, useMembersOnShift, useReplica } from "../store/use-desk.ts";
import { useBriefings } from "../store/use-told.ts";
import { useTick } from "../store/use-view.ts";
import { useOfferedBack } from "../store/use-what-moves.ts";
import { useFormats } from "../text/use-text.ts";
import { ask } from "./ask.ts";
import type { Screen } from "./route.ts";

/** What one is told or offered about one's shift, as calm rows over the screen; they stay until they are answered. */
export function ShiftRows({ screen }: { readonly screen: Screen }) {
  return (
    <>
      <OwnShiftRow screen={screen} />
      <AnnouncementRow />
      <SentRow />
    </>
  );
}

function Row({
  label,
  icon: Icon,
  tools,
  isShort = false,
  children,
}: {
  readonly label: string;
  readonly icon: LucideIcon;
  /** A few words, beside which the buttons have room on a narrow screen too. */
  readonly isShort?: boolean;
  readonly tools: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-selected px-3 py-1 text-sm"
    >
      <Icon aria-hidden size={15} className="shrink-0 text-ink-soft" />
      <div className={`min-w-0 flex-1 ${isShort ? "basis-28" : "basis-56"}`}>{children}</div>
      <div className="ml-auto flex flex-wrap items-center justify-end gap-1.5">{tools}</div>
    </section>
  );
}

/** Why the desk has set one away; what was set aside; that one is off shift, to those who take shifts. */
function OwnShiftRow({ screen }: { readonly screen: Screen }) {
  const { t } = useTranslation(["leaving", "briefing", "myDesk"]);
  const me = useMe();
  const offered = useOfferedBack();
  const [isPutAway, setPutAway] = useState(false);
  if (me === undefined) return null;
  const { shift, setAside = null } = me;
  if (me.isLost === true) {
    return (
      <Row
        label={t("myDesk:shiftLabel")}
        icon={WifiOff}
        tools={
          <Button small look="primary" onPress={() => void setShift("on")}>
            {t("backOn")}
          </Button>
        }
      >
        {t("lost")} {setAside === null ? "" : t("lostMoved")}
      </Row>
    );
  }
  if (shift === "on" && offered.length > 0) {
    const count = offered.length;
    return (
      <Row
        label={t("myDesk:shiftLabel")}
        icon={Undo2}
        tools={
          <>
            <Button small onPress={() => void takeBack([])}>
              {t("leave", { count })}
            </Button>
            <Button small look="primary" onPress={() => void takeBack(offered)}>
              {t("takeBack", { count })}
            </Button>
          </>
        }
      >
        {t("offered", { count })}
      </Row>
    );
  }
  // My desk has it in its own bar.
  if (shift !== "off" || isPutAway || !mayCover(me) || screen === "my-desk" || screen === "wall") return null;
  return (
    <Row
      label={t("myDesk:shiftLabel")}
      icon={UserCheck}
      isShort
      tools={
        <>
          <Button small look="quiet" onPress={() => setPutAway(true)}>
            {t("briefing:notNow")}
          </Button>
          <Button small look="primary" onPress={() => ask({ kind: "check-in" })}>
            {t("briefing:checkIn")}
          </Button>
        </>
      }
    >
      {t("briefing:offShift")}
    </Row>
  );
}

/** What everybody is told and the person here has not read: the newest, with how many more there are. */
function AnnouncementRow() {
  const { t } = useTranslation("briefing");
  const { timeNear } = useFormats();
  const now = useTick(60);
  const me = useReplica((view) => view.me);
  const unread = unreadAnnouncements(useBriefings(), me);
  const members = useReplica((view) => view.state?.members);
  const [newest] = unread;
  if (newest === undefined) return null;
  const more = unread.length - 1;
  return (
    <Row
      label={t("announcements")}
      icon={Megaphone}
      tools={
        <>
          {more === 0 ? null : (
            <Button small look="quiet" onPress={() => ask({ kind: "check-in" })}>
              {t("more", { count: more })}
            </Button>
          )}
          <Button small look="primary" onPress={() => readBriefings(unread.map(({ id }) => id))}>
            {more === 0 ? t("markRead") : t("markAllRead")}
          </Button>
        </>
      }
    >
      <p aria-live="polite" className="line-clamp-4 font-medium whitespace-pre-wrap">
        <ForeignText links>{newest.text}</ForeignText>
      </p>
      <p className="nums text-xs text-ink-faint">
        {t("writtenBy", { name: members?.get(newest.by)?.name ?? newest.by, time: timeNear(newest.at, now) })}
      </p>
    </Row>
  );
}

/** How far one's own latest message has come, until everybody on shift has read it or one puts it away. */
function SentRow() {
  const { t } = useTranslation("briefing");
  const me = useReplica((view) => view.me);
  const newest = useBriefings().find(({ kind, by }) => kind === "announcement" && by === me);
  const onShift = useMembersOnShift();
  const [putAway, setPutAway] = useState<string | null>(null);
  const since = useTick(60);
  if (newest === undefined || newest.id === putAway || since - Date.parse(newest.at) > recently) return null;
  const { missing } = reachOf(
    newest,
    // Who has no account, as a simulated colleague, has no screen to read it on.
    onShift.flatMap(({ id, user }) => (user === null ? [] : [id])),
  );
  if (missing.length === 0) return null;
  return (
    <Row
      label={t("sent")}
      icon={Megaphone}
      tools={
        <Button small look="quiet" onPress={() => setPutAway(newest.id)}>
          {t("putAway")}
        </Button>
      }
    >
      <p className="line-clamp-2 text-ink-soft">
        {t("sent")}: <ForeignText>{newest.text}</ForeignText>
      </p>
      <Readers briefing={newest} />
    </Row>
  );
}

/** For so long one's own message stands on one's screen, in ms; afterwards it is found in the briefing. */
const recently = 60 * 60_000;
