import { Siren, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "./button.tsx";

export interface AlarmNoticeProps {
  /** Everything that needs the person now, in one sentence. */
  readonly text: string;
  readonly showLabel: string;
  readonly onShow: () => void;
  readonly onDrop: () => void;
}

/** What needs this person now, at the head of the screen; read out at once. It stands over dialogs too. */
export function AlarmNotice({ text, showLabel, onShow, onDrop }: AlarmNoticeProps) {
  const { t } = useTranslation("components");
  return (
    <div
      data-react-aria-top-layer="true"
      className="pointer-events-none fixed inset-x-2 top-[calc(3.25rem+env(safe-area-inset-top))] z-50 flex justify-center"
    >
      <div
        role="alert"
        className="enter-fade pointer-events-auto flex w-full max-w-xl items-center gap-2 rounded-lg bg-over-ground py-1.5 pr-1.5 pl-3 text-sm font-medium text-on-over shadow-lift"
      >
        <Siren aria-hidden size={16} className="shrink-0" />
        <span className="min-w-0 flex-1">{text}</span>
        <Button small look="quiet" className="text-on-over! hover:bg-on-over/20!" onPress={onShow}>
          {showLabel}
        </Button>
        <IconButton
          icon={X}
          label={t("notices.drop")}
          className="text-on-over! hover:bg-on-over/20!"
          onPress={onDrop}
        />
      </div>
    </div>
  );
}
