import { useTranslation } from "react-i18next";
import { passOn } from "../actions/pass-on.ts";
import { clearSelected } from "../store/view-store.ts";
import { AskLine } from "./ask-line.tsx";

/** To whom outside the desk is it passed on? */
export function AskPassOn({ items, onDone }: { readonly items: readonly string[]; readonly onDone: () => void }) {
  const { t } = useTranslation("app");
  return (
    <AskLine
      title={t("ask.passOn", { count: items.length })}
      label={t("ask.passOnLabel")}
      hint={t("ask.passOnHint")}
      button={t("do.passOn")}
      onClose={onDone}
      onSubmit={(on) => {
        onDone();
        void passOn(items, on);
        clearSelected();
      }}
    />
  );
}
