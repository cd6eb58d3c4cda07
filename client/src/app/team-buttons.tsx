import { BookOpenText, Megaphone } from "lucide-react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../components/button.tsx";
import { unreadBriefing } from "../store/told.ts";
import { usePermits, useReplica } from "../store/use-desk.ts";
import { ask } from "./ask.ts";

/** Tonight's briefing, with a quiet mark while one has not read the newest; and the message to everybody. */
export function TeamButtons({ isNarrow }: { readonly isNarrow: boolean }) {
  const { t } = useTranslation("briefing");
  const isUnread = useReplica((view) => unreadBriefing(view.briefings, view.me) !== undefined);
  const mayAnnounce = usePermits("briefing.announce");
  return (
    <>
      {isNarrow && !isUnread ? null : (
        <span className="relative">
          <IconButton
            icon={BookOpenText}
            label={isUnread ? t("unread") : t("title")}
            onPress={() => ask({ kind: "check-in" })}
          />
          {isUnread ? (
            <span
              aria-hidden
              className="pointer-events-none absolute top-[calc(50%-11px)] left-[calc(50%+4px)] size-2 rounded-full border border-surface bg-ink"
            />
          ) : null}
        </span>
      )}
      {mayAnnounce && !isNarrow ? (
        <IconButton icon={Megaphone} label={t("announce")} onPress={() => ask({ kind: "announce" })} />
      ) : null}
    </>
  );
}
