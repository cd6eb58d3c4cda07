import { platformOf } from "@flowdesk/shared/desk/channel/channel.ts";
import type { Wall } from "@flowdesk/shared/protocol/wall.ts";
import { useTranslation } from "react-i18next";
import { useNow } from "../../components/clock.tsx";
import { shortPlatform } from "../../components/platform-name.ts";
import { formatsFor } from "../../text/formats.ts";
import { type SheetLine, sheetLines } from "./sheet.ts";
import { typeSize } from "./type-size.ts";
import { Warning } from "./warning.tsx";

/** So many posts have room. */
const most = 5;
/** So many platforms have room beside the word for how the post stands. */
const mostPlatforms = 4;

/** What is late, what is on, what comes next, with the channels of each. */
export function RunSheet({ wall }: { readonly wall: Wall }) {
  const { t, i18n } = useTranslation("wall");
  const now = useNow();
  const { time } = formatsFor(i18n.language, wall.desk.zone);
  const lines = sheetLines(wall.posts, now, most);
  if (lines.length === 0) return <p className={`text-ink-soft ${typeSize.body}`}>{t("sheet.empty")}</p>;
  return (
    <ul className="flex min-h-0 flex-col gap-[calc(var(--u)*1.3)]">
      {lines.map((line) => (
        <li
          key={`${line.post.at} ${line.post.title}`}
          className="grid grid-cols-[calc(var(--u)*9.6)_1fr] gap-x-[calc(var(--u)*1.6)]"
        >
          <time className={`nums ${typeSize.body} ${line.stage === "next" ? "text-ink-soft" : "font-semibold"}`}>
            {time(line.post.at)}
          </time>
          <span className={`truncate ${typeSize.body} ${line.stage === "next" ? "" : "font-semibold"}`}>
            <bdi>{line.post.title}</bdi>
          </span>
          <span className={`col-start-2 flex min-w-0 items-center gap-x-[calc(var(--u)*1.4)] ${typeSize.small}`}>
            <StageWord line={line} />
            <span className="truncate text-ink-soft">{ofStage(line)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function StageWord({ line }: { readonly line: SheetLine }) {
  const { t } = useTranslation("wall");
  if (line.stage === "late") {
    const isMissed = line.channels.some(({ standing }) => standing === "missed");
    return <Warning urgency="overdue">{t(isMissed ? "sheet.missed" : "sheet.late")}</Warning>;
  }
  if (line.stage === "now") return <span className="font-semibold">{t("sheet.now")}</span>;
  return <span className="text-ink-soft">{t(line.stage === "live" ? "sheet.live" : "sheet.next")}</span>;
}

/** The platforms that stand as the post does: of what is late those that are, else all of them. */
function ofStage({ stage, channels }: SheetLine): string {
  const meant = channels.filter(
    ({ standing }) => stage !== "late" || standing === "late" || standing === "missed" || standing === "due",
  );
  const platforms = new Set(meant.map(({ channel }) => shortPlatform(platformOf(channel))));
  const shown = [...platforms].slice(0, platforms.size > mostPlatforms ? mostPlatforms - 1 : mostPlatforms);
  const more = platforms.size - shown.length;
  return [...shown, ...(more > 0 ? [`+${more}`] : [])].join(" · ");
}
