import { useTranslation } from "react-i18next";
import { useDesk, usePermits } from "../../store/use-desk.ts";
import { Section } from "./section.tsx";
import { SettingLine } from "./setting-line.tsx";

/** The desk's own name, and what it was made with. */
export function DeskSettings() {
  const { t } = useTranslation("settings");
  const desk = useDesk();
  const mayRename = usePermits("desk.rename");
  if (desk === undefined) return null;
  return (
    <Section title={t("desk")} hint={t("deskPart.hint")} isReadOnly={!mayRename}>
      <div className="max-w-md">
        <SettingLine
          label={t("deskPart.name")}
          value={desk.name}
          maxLength={120}
          isDisabled={!mayRename}
          read={(name) => (name.trim() === "" ? null : { name: name.trim() })}
          type="desk.rename"
        />
      </div>
      <dl className="grid max-w-md grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm">
        <dt className="text-ink-faint">{t("deskPart.zone")}</dt>
        <dd>
          {desk.zone}
          <span className="block text-xs text-ink-faint">{t("deskPart.zoneHint")}</span>
        </dd>
        <dt className="text-ink-faint">{t("deskPart.id")}</dt>
        <dd className="font-mono">{desk.id}</dd>
      </dl>
    </Section>
  );
}
