import { BookOpenText, Megaphone, Pencil, QrCode, UserCheck } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useMe, usePermits } from "../store/use-desk.ts";
import { ask } from "./ask.ts";
import type { ScreenCommand } from "./commands.ts";

/** What one can look up, say to the team, and whom one can let in: as far as one's roles go. */
export function useTeamCommands(): readonly ScreenCommand[] {
  const { t } = useTranslation(["briefing", "volunteer"]);
  const isOff = useMe()?.shift === "off";
  const mayWrite = usePermits("briefing.write");
  const mayAnnounce = usePermits("briefing.announce");
  const mayInvite = usePermits("account.invite.volunteer");
  return useMemo(() => {
    const command = (id: string, label: string, icon: ScreenCommand["icon"], run: () => void): ScreenCommand => ({
      id,
      label,
      group: "desk",
      keys: [],
      run,
      ...(icon === undefined ? {} : { icon }),
    });
    return [
      {
        ...command("briefing", t(isOff ? "checkIn" : "title"), isOff ? UserCheck : BookOpenText, () =>
          ask({ kind: "check-in" }),
        ),
        keys: ["g", "b"],
        words: `${t("title")} ${t("handOvers")} ${t("numbers")}`,
      },
      ...(mayAnnounce ? [command("briefing.announce", t("announce"), Megaphone, () => ask({ kind: "announce" }))] : []),
      ...(mayWrite ? [command("briefing.write", t("write"), Pencil, () => ask({ kind: "write-briefing" }))] : []),
      ...(mayInvite ? [command("volunteer", t("volunteer:add"), QrCode, () => ask({ kind: "volunteer" }))] : []),
    ];
  }, [t, isOff, mayWrite, mayAnnounce, mayInvite]);
}
