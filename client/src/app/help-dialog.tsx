import { useTranslation } from "react-i18next";
import { KeyHelp } from "../components/key-help.tsx";
import { Toggle } from "../components/toggle.tsx";
import { useView } from "../store/use-view.ts";
import { setSingleKeys } from "../store/view-store.ts";
import { useKeyGroups } from "./use-key-groups.ts";

/** Every key, and the switch that turns single keys off. */
export function HelpDialog({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation("app");
  const singleKeys = useView((view) => view.singleKeys);
  return (
    <KeyHelp isOpen onClose={onDone} groups={useKeyGroups()}>
      <Toggle isSelected={singleKeys} onChange={setSingleKeys}>
        {t("keys.single")}
      </Toggle>
      <p className="mt-1 text-xs text-ink-faint">{t("keys.singleHint")}</p>
    </KeyHelp>
  );
}
