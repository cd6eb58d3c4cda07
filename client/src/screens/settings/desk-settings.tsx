import type { Policy } from "@flowdesk/shared/desk/policy/policy.ts";
import { day, minute, second } from "@flowdesk/shared/time/instant.ts";
import { useTranslation } from "react-i18next";
import { act } from "../../actions/act.ts";
import { Toggle } from "../../components/toggle.tsx";
import { useDesk, usePermits } from "../../store/use-desk.ts";
import { RetentionSettings } from "./retention-settings.tsx";
import { Group, Section } from "./section.tsx";
import { SettingLine } from "./setting-line.tsx";
import { readWhole } from "./whole-number.ts";

/** The desk's own name, what it was made with, and how long things take on it. */
export function DeskSettings() {
  const { t } = useTranslation("settings");
  const desk = useDesk();
  const mayRename = usePermits("desk.rename");
  const maySet = usePermits("policy.grace");
  if (desk === undefined) return null;
  return (
    <Section title={t("desk")} hint={t("deskPart.hint")} isReadOnly={!mayRename && !maySet}>
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
      <Clock policy={desk.policy} may={maySet} />
      <Away policy={desk.policy} />
      <RetentionSettings policy={desk.policy} />
      <dl className="grid max-w-md grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm">
        <dt className="text-ink-faint">{t("deskPart.zone")}</dt>
        <dd>
          {desk.zone}
          <span className="block text-xs text-ink-faint">{t("deskPart.zoneHint")}</span>
        </dd>
        <dt className="text-ink-faint">{t("deskPart.id")}</dt>
        <dd className="font-mono break-all">{desk.id}</dd>
      </dl>
    </Section>
  );
}

/** How long a reply can be taken back, when a wait is at risk, when what is answered closes. */
function Clock({ policy, may }: { readonly policy: Policy; readonly may: boolean }) {
  const { t } = useTranslation("settings");
  return (
    <Group title={t("targetsPart.clock")}>
      <div className="grid items-start gap-4 mid:grid-cols-3">
        <SettingLine
          label={t("targetsPart.grace")}
          hint={t("targetsPart.graceHint")}
          wrong={t("targetsPart.graceWrong")}
          value={String(policy.graceMs / second)}
          maxLength={2}
          inputMode="numeric"
          isDisabled={!may}
          read={(text) => {
            const seconds = readWhole(text, 0, 30);
            return seconds === null ? null : { graceMs: seconds * second };
          }}
          type="policy.grace"
        />
        <SettingLine
          label={t("targetsPart.risk")}
          hint={t("targetsPart.riskHint")}
          wrong={t("targetsPart.riskWrong")}
          value={String(Math.round(policy.riskShare * 100))}
          maxLength={2}
          inputMode="numeric"
          isDisabled={!may}
          read={(text) => {
            const share = readWhole(text, 10, 99);
            return share === null ? null : { targets: [...policy.targets], riskShare: share / 100 };
          }}
          type="policy.targets"
        />
        <SettingLine
          label={t("targetsPart.closing")}
          hint={t("targetsPart.closingHint")}
          wrong={t("targetsPart.closingWrong")}
          value={String(Math.round((policy.closeAfterMs / day) * 100) / 100)}
          maxLength={3}
          inputMode="numeric"
          isDisabled={!may}
          read={(text) => {
            const days = readWhole(text, 1, 365);
            return days === null ? null : { closeAfterMs: days * day };
          }}
          type="policy.closing"
        />
      </div>
    </Group>
  );
}

/** How long the console of somebody on shift may be gone before they count as away, where turning it on begins. */
const usualAway = 5 * minute;

/** When a lost phone or a closed laptop counts as away, if ever. */
function Away({ policy }: { readonly policy: Policy }) {
  const { t } = useTranslation("settings");
  const may = usePermits("policy.away");
  const ms = policy.awayAfterMs ?? null;
  return (
    <Group title={t("deskPart.away")} hint={t("deskPart.awayHint")}>
      <Toggle
        isSelected={ms !== null}
        isDisabled={!may}
        onChange={(isOn) => void act("policy.away", { awayAfterMs: isOn ? usualAway : null })}
      >
        {t("deskPart.awayOn")}
      </Toggle>
      {ms === null ? null : (
        <div className="max-w-xs">
          <SettingLine
            label={t("deskPart.awayAfter")}
            hint={t("deskPart.awayAfterHint")}
            wrong={t("deskPart.awayWrong")}
            value={String(Math.round((ms / minute) * 100) / 100)}
            maxLength={4}
            inputMode="numeric"
            isDisabled={!may}
            read={(text) => {
              const minutes = readWhole(text, 1, 1440);
              return minutes === null ? null : { awayAfterMs: minutes * minute };
            }}
            type="policy.away"
          />
        </div>
      )}
    </Group>
  );
}
