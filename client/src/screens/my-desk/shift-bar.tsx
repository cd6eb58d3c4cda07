import type { Shift } from "@flowdesk/shared/desk/member/member.ts";
import { UserCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { stepAway } from "../../actions/step-away.ts";
import { ask } from "../../app/ask.ts";
import { useShiftCommands } from "../../app/person-menu.tsx";
import { Button } from "../../components/button.tsx";
import { useMe } from "../../store/use-desk.ts";
import { useView } from "../../store/use-view.ts";
import { useWhatMoves } from "../../store/use-what-moves.ts";
import { sharesText } from "../../text/shares-text.ts";
import { useWords } from "../../text/use-text.ts";

const shown: readonly Shift[] = ["on", "tied-up", "break", "away", "off"];

/** One's own shift, each state a press away, and to whom what is mine would go when one steps away. */
export function ShiftBar() {
  const { t } = useTranslation(["myDesk", "app", "components", "leaving", "briefing"]);
  const words = useWords();
  const language = useView((view) => view.language);
  const me = useMe();
  const commands = useShiftCommands();
  const { shares } = useWhatMoves();
  if (me === undefined) return null;
  const isHere = me.shift === "on" || me.shift === "tied-up";
  const press = (shift: Shift) => {
    // To whom it goes stands below: here one press will do.
    if (shift === "break" || shift === "away") void stepAway(shift);
    else commands.find(({ id }) => id === `shift.${shift}`)?.run([]);
  };
  return (
    <div className="shrink-0 border-b border-line bg-ground px-3 py-1.5">
      <div className="flex flex-wrap items-center justify-between gap-1">
        <fieldset className="m-0 flex min-w-0 flex-wrap items-center gap-1 border-0 p-0" aria-describedby="what-moves">
          <legend className="sr-only">{t("shiftLabel")}</legend>
          {shown.map((shift) => {
            const isNow = me.shift === shift;
            const command = commands.find(({ id }) => id === `shift.${shift}`);
            return (
              <button
                key={shift}
                type="button"
                aria-pressed={isNow}
                onClick={() => {
                  if (!isNow) press(shift);
                }}
                className={`inline-flex min-h-7 items-center rounded-md px-2 text-xs whitespace-nowrap touch:min-h-11 ${isNow ? "bg-ink font-medium text-on-ink" : "text-ink-soft hover:bg-hover hover:text-ink"}`}
              >
                <span className="inline-block first-letter:uppercase">
                  {isNow ? t(`components:shift.${shift}`) : (command?.label ?? t(`components:shift.${shift}`))}
                </span>
              </button>
            );
          })}
        </fieldset>
        {me.shift === "off" ? (
          <Button small look="primary" icon={UserCheck} onPress={() => ask({ kind: "check-in" })}>
            {t("briefing:checkIn")}
          </Button>
        ) : null}
      </div>
      <p className="mt-0.5 px-2 text-xs text-ink-faint" aria-live="off">
        {me.shift === "tied-up" && me.shiftNote !== null ? me.shiftNote : t(`shiftHint.${me.shift}`)}
        <span id="what-moves" className="nums">
          {isHere && shares.length > 0 ? ` ${t("leaving:ifAway", { to: sharesText(words, shares, language) })}` : ""}
        </span>
      </p>
    </div>
  );
}
