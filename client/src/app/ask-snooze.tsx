import { instant } from "@flowdesk/shared/time/instant.ts";
import { useTranslation } from "react-i18next";
import { snooze } from "../actions/snooze.ts";
import { Dialog } from "../components/dialog.tsx";
import { serverNow } from "../store/server-clock.ts";
import { clearSelected } from "../store/view-store.ts";
import { useFormats } from "../text/use-text.ts";
import { Choices } from "./choices.tsx";
import { moveOnFrom } from "./list-now.ts";
import { useDialogKeys } from "./use-dialog-keys.ts";
import { midWidth } from "./use-width.ts";

const minutes: ReadonlyArray<readonly [string, number]> = [
  ["1", 15],
  ["2", 30],
  ["3", 60],
  ["4", 180],
  ["5", 720],
  ["6", 1440],
];

/** Until when is it out of sight? */
export function AskSnooze({ items, onDone }: { readonly items: readonly string[]; readonly onDone: () => void }) {
  const { t } = useTranslation(["app", "components"]);
  const formats = useFormats();
  const now = serverNow();
  const choose = (span: number) => {
    onDone();
    moveOnFrom(items, !matchMedia(midWidth).matches);
    void snooze(items, instant(serverNow() + span * 60_000));
    clearSelected();
  };
  useDialogKeys((key) => {
    const chosen = minutes.find(([one]) => one === key);
    if (chosen !== undefined) choose(chosen[1]);
    return chosen !== undefined;
  });
  return (
    <Dialog
      isOpen
      onClose={onDone}
      title={t("ask.snooze", { count: items.length })}
      closeLabel={t("components:dialog.close")}
    >
      <Choices
        lines={minutes.map(([key, span]) => ({
          id: key,
          key,
          label:
            span < 60
              ? t("components:span.minutes", { count: span })
              : t("components:span.hours", { count: span / 60 }),
          aside: <span className="nums text-xs text-ink-faint">{formats.timeNear(now + span * 60_000, now)}</span>,
          onChoose: () => choose(span),
        }))}
      />
      <p className="mt-3 text-xs text-ink-faint">{t("ask.snoozeHint")}</p>
    </Dialog>
  );
}
