import type { Shift } from "@flowdesk/shared/desk/member/member.ts";
import { useTranslation } from "react-i18next";
import { stepAway } from "../../actions/step-away.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { useView } from "../../store/use-view.ts";
import { useWhatMoves } from "../../store/use-what-moves.ts";
import { inAll } from "../../store/what-moves.ts";
import { sharesText } from "../../text/shares-text.ts";
import { useWords } from "../../text/use-text.ts";

/** Says to whom what is mine would go, and steps away. */
export function StepAwayDialog({
  shift,
  onDone,
}: {
  readonly shift: Extract<Shift, "break" | "away">;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation(["app", "leaving", "components"]);
  const words = useWords();
  const language = useView((view) => view.language);
  const { portions, shares } = useWhatMoves();
  const count = inAll(portions);
  return (
    <Dialog
      isOpen
      onClose={onDone}
      title={t(`app:shift.${shift}`)}
      closeLabel={t("components:dialog.close")}
      footer={
        <Button
          look="primary"
          autoFocus
          onPress={() => {
            onDone();
            void stepAway(shift);
          }}
        >
          {t(`app:shift.${shift}`)}
        </Button>
      }
    >
      <p className="nums text-sm">
        {count === 0 ? t("leaving:nothing") : t("leaving:would", { count, to: sharesText(words, shares, language) })}
      </p>
    </Dialog>
  );
}
