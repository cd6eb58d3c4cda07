import type { Briefing } from "@flowdesk/shared/desk/briefing/briefing.ts";
import { useTranslation } from "react-i18next";
import { ForeignText } from "../../components/foreign-text.tsx";
import { hasRead } from "../../store/told.ts";
import { useMembers, usePermits, useReplica } from "../../store/use-desk.ts";
import { useTick } from "../../store/use-view.ts";
import { useFormats } from "../../text/use-text.ts";
import { Part } from "./part.tsx";
import { Readers } from "./readers.tsx";

/** So many of the latest stand on the page. */
const most = 6;

/** Messages to everybody of late, what one has not read marked; with who has read them for whoever may send such. */
export function Announcements({ briefings }: { readonly briefings: readonly Briefing[] }) {
  const { t } = useTranslation("briefing");
  const { timeNear } = useFormats();
  const now = useTick(60);
  const me = useReplica((view) => view.me);
  const members = useMembers();
  const seesReaders = usePermits("briefing.announce");
  const shown = briefings.filter(({ kind }) => kind === "announcement").slice(0, most);
  if (shown.length === 0) return null;
  return (
    <Part title={t("announcements")}>
      <ul className="flex flex-col divide-y divide-line rounded-lg border border-line">
        {shown.map((announcement) => (
          <li key={announcement.id} className="flex flex-col gap-0.5 px-3 py-2">
            <p className={`text-sm whitespace-pre-wrap ${hasRead(announcement, me) ? "" : "font-semibold"}`}>
              <ForeignText links>{announcement.text}</ForeignText>
            </p>
            <p className="nums text-xs text-ink-faint">
              {hasRead(announcement, me) ? "" : `${t("announcementsUnread")} · `}
              {t("writtenBy", {
                name: members.find(({ id }) => id === announcement.by)?.name ?? announcement.by,
                time: timeNear(announcement.at, now),
              })}
            </p>
            {seesReaders ? <Readers briefing={announcement} /> : null}
          </li>
        ))}
      </ul>
    </Part>
  );
}
