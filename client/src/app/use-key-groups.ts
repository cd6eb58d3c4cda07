import { useTranslation } from "react-i18next";
import type { PaletteGroup } from "../components/command-palette.tsx";
import { shownKeys } from "./keys.ts";
import { useCommandGroups } from "./palette.tsx";

/** Every key that works on the screen as it is, and those of writing. */
export function useKeyGroups(): readonly PaletteGroup[] {
  const { t } = useTranslation("app");
  const nothing = () => {};
  return [
    ...useCommandGroups([], false),
    {
      id: "writing",
      title: t("group.writing"),
      actions: [
        { id: "send", label: t("keys.send"), keys: shownKeys(["mod+Enter"]), onAction: nothing },
        { id: "template", label: t("keys.template"), keys: ["/"], onAction: nothing },
        { id: "fix", label: t("keys.fix"), keys: ["Alt", "Enter"], onAction: nothing },
        { id: "leave", label: t("keys.leave"), keys: ["Esc"], onAction: nothing },
      ],
    },
  ];
}
