import { briefingInForce } from "@flowdesk/shared/desk/briefing/briefing.ts";
import { BookOpenCheck, UserCheck } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { readBriefings } from "../../actions/read-briefing.ts";
import { setShift } from "../../actions/set-shift.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { handOversFor, hasRead } from "../../store/told.ts";
import { useMe, useReplica } from "../../store/use-desk.ts";
import { useBriefings } from "../../store/use-told.ts";
import { Announcements } from "./announcements.tsx";
import { EveningTags, EveningTargets } from "./evening-rules.tsx";
import { HandOverView } from "./hand-over-view.tsx";
import { MyCover } from "./my-cover.tsx";
import { Part, Quiet } from "./part.tsx";
import { Tonight } from "./tonight.tsx";

/**
 * What one has to know at the start of a shift, on one page: hand-overs, tonight's lines, numbers, what one covers, tags
 * and times. While one is on shift it is there to look things up.
 */
export function CheckInDialog({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(["briefing", "components"]);
  const briefings = useBriefings();
  const me = useReplica((view) => view.me);
  const isOff = useMe()?.shift === "off";
  // What one handed over oneself in the meantime does not shorten the list.
  const [handOvers] = useState(() => handOversFor(briefings, me));
  const inForce = briefingInForce(briefings);
  const toRead = [
    ...(inForce === undefined ? [] : [inForce]),
    ...handOvers.map((one) => briefings.find(({ id }) => id === one.id) ?? one),
    ...briefings.filter(({ kind }) => kind === "announcement"),
  ].filter((briefing) => !hasRead(briefing, me));
  const markRead = () => readBriefings(toRead.map(({ id }) => id));
  return (
    <Dialog
      isOpen
      wide
      onClose={onDone}
      title={isOff ? t("checkIn") : t("title")}
      closeLabel={t("components:dialog.close")}
      footer={
        isOff ? (
          <Button
            look="primary"
            icon={UserCheck}
            onPress={() => {
              onDone();
              markRead();
              void setShift("on");
            }}
          >
            {t("start")}
          </Button>
        ) : toRead.length > 0 ? (
          <Button
            look="primary"
            icon={BookOpenCheck}
            onPress={() => {
              onDone();
              markRead();
            }}
          >
            {t("readAll")}
          </Button>
        ) : undefined
      }
    >
      <div className="flex flex-col gap-5">
        <Announcements briefings={briefings} />
        <Tonight inForce={inForce} />
        <Part title={t("handOvers")}>
          {handOvers.length === 0 ? (
            <Quiet>{t("noHandOvers")}</Quiet>
          ) : (
            <ul className="flex flex-col gap-2">
              {handOvers.map((briefing) =>
                briefing.handOver === undefined ? null : (
                  <HandOverView key={briefing.id} briefing={briefing} handOver={briefing.handOver} />
                ),
              )}
            </ul>
          )}
        </Part>
        <MyCover />
        <div className="grid gap-5 mid:grid-cols-2">
          <EveningTags />
          <EveningTargets />
        </div>
      </div>
    </Dialog>
  );
}
