import type { Shift } from "@flowdesk/shared/desk/member/member.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useShiftCommands } from "../../app/person-menu.tsx";
import { whatMoves } from "../../app/step-away.ts";
import { useMe, useReplica } from "../../store/use-desk.ts";

const shown: readonly Shift[] = ["on", "tied-up", "break", "away", "off"];

/** One's own shift, each state a press away, and what moves when one steps away. */
export function ShiftBar() {
  const { t } = useTranslation(["myDesk", "app", "components"]);
  const me = useMe();
  const commands = useShiftCommands();
  // Read anew whenever what anybody holds alters.
  useReplica((view) => view.loads);
  const moving = whatMoves().length;
  const [isLeaving, setLeaving] = useState(false);
  if (me === undefined) return null;
  return (
    <div className="shrink-0 border-b border-line bg-ground px-3 py-1.5">
      <fieldset className="m-0 flex min-w-0 flex-wrap items-center gap-1 border-0 p-0">
        <legend className="sr-only">{t("shiftLabel")}</legend>
        {shown.map((shift) => {
          const isNow = me.shift === shift;
          const command = commands.find(({ id }) => id === `shift.${shift}`);
          const steps = shift === "break" || shift === "away" || shift === "off";
          return (
            <button
              key={shift}
              type="button"
              aria-pressed={isNow}
              onClick={() => {
                setLeaving(false);
                if (!isNow) command?.run([]);
              }}
              onPointerEnter={() => setLeaving(steps && !isNow)}
              onPointerLeave={() => setLeaving(false)}
              onFocus={() => setLeaving(steps && !isNow)}
              onBlur={() => setLeaving(false)}
              className={`inline-flex min-h-7 items-center rounded-md px-2 text-xs whitespace-nowrap touch:min-h-11 ${isNow ? "bg-ink font-medium text-on-ink" : "text-ink-soft hover:bg-hover hover:text-ink"}`}
            >
              <span className="inline-block first-letter:uppercase">
                {isNow ? t(`components:shift.${shift}`) : (command?.label ?? t(`components:shift.${shift}`))}
              </span>
            </button>
          );
        })}
      </fieldset>
      <p className="mt-0.5 px-2 text-xs text-ink-faint" aria-live="off">
        {isLeaving
          ? t("moves", { count: moving })
          : me.shift === "tied-up" && me.shiftNote !== null
            ? me.shiftNote
            : t(`shiftHint.${me.shift}`)}
      </p>
    </div>
  );
}
