import { useTranslation } from "react-i18next";
import { act } from "../../actions/act.ts";
import { useDesk, usePermits } from "../../store/use-desk.ts";
import { Section } from "./section.tsx";
import { WordList } from "./word-list.tsx";

/** The tags that people of the desk choose among. */
export function TagSettings() {
  const { t } = useTranslation("settings");
  const tags = useDesk()?.policy.tags ?? [];
  const may = usePermits("policy.tags");
  return (
    <Section title={t("tags")} hint={t("tagsPart.hint")} isReadOnly={!may}>
      <WordList
        label={t("tags")}
        addLabel={t("tagsPart.add")}
        noneText={t("tagsPart.none")}
        words={tags}
        maxLength={64}
        onChange={may ? (next) => void act("policy.tags", { tags: next }) : null}
      />
    </Section>
  );
}
