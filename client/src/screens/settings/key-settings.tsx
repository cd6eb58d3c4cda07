import { useTranslation } from "react-i18next";
import { shownKeys } from "../../app/keys.ts";
import { useKeyGroups } from "../../app/use-key-groups.ts";
import type { PaletteGroup } from "../../components/command-palette.tsx";
import { KeyTable } from "../../components/key-table.tsx";
import { Toggle } from "../../components/toggle.tsx";
import { useView } from "../../store/use-view.ts";
import { setSingleKeys } from "../../store/view-store.ts";
import { Section } from "./section.tsx";

/** Whether letters alone are commands at this screen, and which they are. */
export function KeySettings() {
  const { t } = useTranslation(["settings", "app"]);
  const singleKeys = useView((view) => view.singleKeys);
  const elsewhere = useKeysElsewhere();
  const groups = useKeyGroups().filter(({ id }) => id !== "list");
  return (
    <Section title={t("keys")} hint={t("keysPart.hint")}>
      <div>
        <Toggle isSelected={singleKeys} onChange={setSingleKeys}>
          {t("app:keys.single")}
        </Toggle>
        <p className="text-xs text-ink-faint">{t("app:keys.singleHint")}</p>
      </div>
      <KeyTable groups={singleKeys ? [...groups, ...elsewhere] : groups} />
    </Section>
  );
}

/** The keys of lists and of the run sheet, which offer them only while they are shown. */
function useKeysElsewhere(): readonly PaletteGroup[] {
  const { t } = useTranslation(["app", "common", "flow", "myDesk", "runSheet"]);
  const line = (label: string, ...keys: readonly string[]) => ({
    id: label,
    label,
    keys: shownKeys(keys),
    onAction: () => {},
  });
  return [
    {
      id: "list",
      title: t("group.list"),
      actions: [
        line(t("flow:list.down"), "j"),
        line(t("flow:list.up"), "k"),
        line(t("flow:list.open"), "Enter"),
        line(t("flow:list.select"), "x"),
        line(t("flow:list.bringIn"), "n"),
        line(t("flow:list.pause"), "p"),
        line(t("flow:list.leave"), "Escape"),
        line(t("flow:narrowDown"), "/"),
        line(t("do.deal"), "d"),
        line(t("myDesk:next"), "."),
      ],
    },
    {
      id: "runSheet",
      title: t("common:runSheet"),
      actions: [line(t("runSheet:dayBefore"), "["), line(t("runSheet:dayAfter"), "]"), line(t("runSheet:today"), ".")],
    },
  ];
}
