import { BellOff, Siren, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "./button.tsx";

export interface AlarmNoticeProps {
  /** What the place is called for those who go by landmarks. */
  readonly label: string;
  /** Everything that needs the person now, in one sentence; null while nothing does. */
  readonly text: string | null;
  /** What stands in its place meanwhile. */
  readonly calmText: string;
  readonly showLabel: string;
  readonly isNarrow: boolean;
  readonly onShow: () => void;
  readonly onDrop: () => void;
}

const onRed = "text-on-over! hover:bg-on-over/20!";

/**
 * What needs this person now, read out at once. It has a place of its own that is kept for it, so that it neither covers
 * what one works with nor moves it: a line under the top bar, on a phone the place of the desk's name. It can be reached
 * while a dialog stands, too.
 */
export function AlarmNotice({ label, text, calmText, showLabel, isNarrow, onShow, onDrop }: AlarmNoticeProps) {
  const { t } = useTranslation("components");
  const drop = <IconButton icon={X} label={t("notices.drop")} className={onRed} onPress={onDrop} />;
  if (isNarrow) {
    return (
      <div
        data-react-aria-top-layer="true"
        role="alert"
        className={text === null ? "sr-only" : "relative z-50 min-w-0 flex-1"}
      >
        {text === null ? null : (
          <div className="enter-fade -ml-1 flex items-center rounded-lg bg-over-ground text-on-over">
            <button
              type="button"
              title={text}
              onClick={onShow}
              className="flex min-h-11 min-w-0 flex-1 items-center gap-2 rounded-lg pl-2 text-left text-xs leading-tight font-medium"
            >
              <Siren aria-hidden size={16} className="shrink-0" />
              <span className="line-clamp-3 min-w-0 wrap-anywhere">{text}</span>
              <span className="sr-only">{showLabel}</span>
            </button>
            {drop}
          </div>
        )}
      </div>
    );
  }
  return (
    <section
      aria-label={label}
      data-react-aria-top-layer="true"
      className={`shrink-0 ${text === null ? "" : "relative z-50"}`}
    >
      <div
        className={`flex h-8 items-center gap-2 border-b px-3 touch:h-11 ${text === null ? "border-line bg-surface text-xs text-ink-faint" : "border-over-ground bg-over-ground text-sm font-medium text-on-over"}`}
      >
        {text === null ? <BellOff aria-hidden size={14} className="shrink-0" /> : null}
        {text === null ? calmText : null}
        <div role="alert" className={text === null ? "sr-only" : "enter-fade flex min-w-0 items-center gap-2"}>
          {text === null ? null : (
            <>
              <Siren aria-hidden size={16} className="shrink-0" />
              <span className="min-w-0 truncate" title={text}>
                {text}
              </span>
              <Button small look="quiet" className={`${onRed} border border-on-over/50`} onPress={onShow}>
                {showLabel}
              </Button>
              {drop}
            </>
          )}
        </div>
      </div>
    </section>
  );
}
