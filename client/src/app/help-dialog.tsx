import { useTranslation } from "react-i18next";
import { KeyHelp } from "../components/key-help.tsx";
import { Toggle } from "../components/toggle.tsx";
import { useView } from "../store/use-view.ts";
import { setSingleKeys } from "../store/view-store.ts";
import { shownKeys } from "./keys.ts";
import { useCommandGroups } from "./palette.tsx";

/** Every key, and the switch that turns single keys off. */
export function HelpDialog({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation("app");
  const singleKeys = useView((view) => view.singleKeys);
  const groups = useCommandGroups([], false);
  const writing = {
    id: "writing",
    title: t("group.writing"),
    actions: [
      { id: "send", label: t("keys.send"), keys: shownKeys(["mod+Enter"]), onAction: () => {} },
      { id: "fix", label: t("keys.fix"), keys: ["Alt", "Enter"], onAction: () => {} },
      { id: "leave", label: t("keys.leave"), keys: ["Esc"], onAction: () => {} },
    ],
  };
  return (
    <KeyHelp isOpen onClose={onDone} groups={[...groups, writing]}>
      <Toggle isSelected={singleKeys} onChange={setSingleKeys}>
        {t("keys.single")}
      </Toggle>
      <p className="mt-1 text-xs text-ink-faint">{t("keys.singleHint")}</p>
    </KeyHelp>
  );
}
