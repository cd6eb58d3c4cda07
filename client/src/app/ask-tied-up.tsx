import { useTranslation } from "react-i18next";
import { setShift } from "../actions/set-shift.ts";
import { AskLine } from "./ask-line.tsx";

/** What ties one up, in one's own words. */
export function AskTiedUp({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation("app");
  return (
    <AskLine
      title={t("shift.tiedUp")}
      label={t("ask.tiedUpLabel")}
      hint={t("ask.tiedUpHint")}
      button={t("shift.tiedUp")}
      mayBeEmpty
      onClose={onDone}
      onSubmit={(note) => {
        onDone();
        void setShift("tied-up", note === "" ? {} : { note });
      }}
    />
  );
}
