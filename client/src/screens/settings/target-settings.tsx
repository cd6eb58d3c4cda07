import { type TargetRule, targetPresets } from "@flowdesk/shared/clock/target.ts";
import { day, second } from "@flowdesk/shared/time/instant.ts";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { act } from "../../actions/act.ts";
import { Button } from "../../components/button.tsx";
import { useDesk, usePermits, useReplica } from "../../store/use-desk.ts";
import { useFormats } from "../../text/use-text.ts";
import { RuleRows } from "./rule-rows.tsx";
import { Group, Nothing, Row, Rows, Section } from "./section.tsx";
import { SettingLine } from "./setting-line.tsx";
import { TargetDialog } from "./target-dialog.tsx";
import { readWhole } from "./whole-number.ts";

type Preset = keyof typeof targetPresets;
const presets = Object.keys(targetPresets) as readonly Preset[];

/** How soon an answer is due, and what else the clock goes by. */
export function TargetSettings() {
  const { t } = useTranslation(["settings", "common"]);
  const policy = useDesk()?.policy;
  const { length } = useFormats();
  const may = usePermits("policy.targets");
  const nameOf = useTargetName();
  const [edited, setEdited] = useState<number | "new" | null>(null);
  const [preset, setPreset] = useState<Preset | null>(null);
  if (policy === undefined) return null;
  const { targets, calendars } = policy;
  return (
    <Section
      title={t("targets")}
      hint={`${t("targetsPart.hint")} ${t("firstFits")}`}
      isReadOnly={!may}
      tools={
        may ? (
          <Button look="primary" icon={Plus} onPress={() => setEdited("new")}>
            {t("targetsPart.add")}
          </Button>
        ) : undefined
      }
    >
      {may ? (
        <div className="flex flex-wrap items-center gap-2 text-sm">
          <span className="text-ink-soft">{t("targetsPart.presets")}</span>
          {presets.map((id) => (
            <Button key={id} small isDisabled={same(targets, targetPresets[id])} onPress={() => setPreset(id)}>
              {t(`targetsPart.${id}`)}
            </Button>
          ))}
          {preset === null ? null : (
            <span role="status" className="flex flex-wrap items-center gap-2">
              {t("targetsPart.presetAsk")}
              <Button
                small
                look="primary"
                onPress={() => {
                  setPreset(null);
                  void act("policy.targets", { targets: [...targetPresets[preset]] });
                }}
              >
                {t("targetsPart.presetDo")}
              </Button>
              <Button small onPress={() => setPreset(null)}>
                {t("common:cancel")}
              </Button>
            </span>
          )}
        </div>
      ) : null}
      {targets.length === 0 ? (
        <Nothing>{t("targetsPart.none")}</Nothing>
      ) : (
        <RuleRows
          label={t("targets")}
          rules={targets}
          nameOf={nameOf}
          onChange={may ? (next) => void act("policy.targets", { targets: next }) : null}
          onEdit={setEdited}
        >
          {(rule) => (
            <>
              <span className="flex-1 basis-48">
                <bdi>{nameOf(rule)}</bdi>
              </span>
              <span className="nums text-sm font-semibold">{length(rule.ms)}</span>
              <span className="nums w-40 text-xs text-ink-soft">
                {[
                  ...(rule.seenMs === undefined ? [] : [t("targetsPart.seenShort", { time: length(rule.seenMs) })]),
                  ...(rule.hours === undefined ? [] : [t("targetsPart.inHours", { name: rule.hours })]),
                ].join(" · ")}
              </span>
            </>
          )}
        </RuleRows>
      )}
      <Group title={t("targetsPart.clock")}>
        <div className="grid items-start gap-4 mid:grid-cols-3">
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
              return share === null ? null : { targets: [...targets], riskShare: share / 100 };
            }}
            type="policy.targets"
          />
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
      {Object.keys(calendars).length === 0 ? null : (
        <Group title={t("targetsPart.calendars")}>
          <Rows label={t("targetsPart.calendars")}>
            {Object.entries(calendars).map(([name, hours]) => (
              <Row key={name}>
                <bdi className="w-32 font-medium">{name}</bdi>
                <span className="nums flex-1 text-xs text-ink-soft">
                  {hours.weekly.map(({ days, from, to }) => `${days.join(" ")} ${from}–${to}`).join(", ")}
                </span>
                <span className="text-xs text-ink-faint">
                  {hours.zone} · {t("targetsPart.holidays", { count: hours.holidays.length })}
                </span>
              </Row>
            ))}
          </Rows>
        </Group>
      )}
      {edited === null ? null : (
        <TargetDialog policy={policy} at={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Section>
  );
}

/** What a rule is about, in words. */
function useTargetName(): (rule: TargetRule) => string {
  const { t } = useTranslation(["settings", "components", "item", "common"]);
  const channels = useReplica((view) => view.state?.channels);
  return ({ need, channel, kind, tag, priority }) => {
    const parts = [
      ...(need === undefined ? [] : [t(`components:need.${need}`)]),
      ...(channel === undefined ? [] : [channels?.get(channel)?.name ?? channel]),
      ...(kind === undefined ? [] : [t(`components:kind.${kind}`)]),
      ...(tag === undefined ? [] : [`${t("common:tag")} ${tag}`]),
      ...(priority === undefined ? [] : [`${t("targetsPart.priority")} ${priority}`]),
    ];
    return parts.length === 0 ? t("targetsPart.everything") : parts.join(" · ");
  };
}

function same(a: readonly TargetRule[], b: readonly TargetRule[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
