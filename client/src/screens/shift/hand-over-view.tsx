import type { Briefing, HandOver } from "@flowdesk/shared/desk/briefing/briefing.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { ForeignText } from "../../components/foreign-text.tsx";
import { useMember, usePermits } from "../../store/use-desk.ts";
import { useTick } from "../../store/use-view.ts";
import { useFormats } from "../../text/use-text.ts";
import { LeftRow } from "./left-row.tsx";
import { ShiftFigures } from "./shift-figures.tsx";

/** So many of what was left are listed until all are asked for. */
const atFirst = 6;

/** What somebody left behind at the end of their shift: their sentence, what was open, and who has it. */
export function HandOverView({ briefing, handOver }: { readonly briefing: Briefing; readonly handOver: HandOver }) {
  const { t } = useTranslation("briefing");
  const { timeNear } = useFormats();
  const now = useTick(60);
  const name = useMember(handOver.member)?.name ?? handOver.member;
  const seesFigures = usePermits("read.figures.shift", { owner: handOver.member });
  const [isWhole, setWhole] = useState(false);
  const [hasFigures, setFigures] = useState(false);
  const { left, leftInAll, from, until } = handOver;
  const shown = isWhole ? left : left.slice(0, atFirst);
  const more = leftInAll - shown.length;
  const offersFigures = seesFigures && from !== null && !hasFigures;
  return (
    <li className="flex flex-col gap-1.5 rounded-lg border border-line p-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h4 className="text-sm font-semibold">{t("handOver", { name, time: timeNear(until, now) })}</h4>
        <span className="nums text-xs text-ink-faint">
          {leftInAll === 0 ? t("leftNothing") : t("left", { count: leftInAll })}
        </span>
      </div>
      {briefing.text === "" ? null : (
        <p className="border-l-2 border-line-strong pl-2.5 text-base whitespace-pre-wrap">
          <ForeignText links>{briefing.text}</ForeignText>
        </p>
      )}
      {shown.length === 0 ? null : (
        <ul className="-mx-1 flex flex-col divide-y divide-line">
          {shown.map((one) => (
            <li key={one.item}>
              <LeftRow left={one} />
            </li>
          ))}
        </ul>
      )}
      {more === 0 && !offersFigures ? null : (
        <div className="flex flex-wrap items-center gap-2">
          {more === 0 ? null : shown.length < left.length ? (
            <Button small look="quiet" onPress={() => setWhole(true)}>
              {t("moreLeft", { count: more })}
            </Button>
          ) : (
            <span className="text-xs text-ink-faint">{t("moreLeft", { count: more })}</span>
          )}
          {offersFigures ? (
            <Button small look="quiet" onPress={() => setFigures(true)}>
              {t("figures")}
            </Button>
          ) : null}
        </div>
      )}
      {hasFigures && from !== null ? <ShiftFigures member={handOver.member} from={from} until={until} /> : null}
    </li>
  );
}
