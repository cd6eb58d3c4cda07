import { type TargetRule, targetPresets } from "@flowdesk/shared/clock/target.ts";
import { Check, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { act } from "../../actions/act.ts";
import { Button } from "../../components/button.tsx";
import { useDesk, usePermits } from "../../store/use-desk.ts";
import { useFormats } from "../../text/use-text.ts";
import { RuleRows } from "./rule-rows.tsx";
import { Nothing, Section } from "./section.tsx";
import { TargetDialog } from "./target-dialog.tsx";
import { useTargetName } from "./use-target-name.ts";

type Preset = keyof typeof targetPresets;
const presets = Object.keys(targetPresets) as readonly Preset[];

/** How soon an answer is due. */
export function TargetSettings() {
  const { t } = useTranslation(["settings", "common"]);
  const policy = useDesk()?.policy;
  const { length } = useFormats();
  const may = usePermits("policy.targets");
  const nameOf = useTargetName();
  const [edited, setEdited] = useState<number | "new" | null>(null);
  const [preset, setPreset] = useState<Preset | null>(null);
  if (policy === undefined) return null;
  const { targets } = policy;
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
            <Button
              key={id}
              small
              {...(same(targets, targetPresets[id]) ? { icon: Check } : {})}
              aria-pressed={same(targets, targetPresets[id])}
              onPress={() => setPreset(same(targets, targetPresets[id]) ? null : id)}
            >
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
              <span className="nums text-xs text-ink-soft mid:w-40">
                {[
                  ...(rule.seenMs === undefined ? [] : [t("targetsPart.seenShort", { time: length(rule.seenMs) })]),
                  ...(rule.hours === undefined ? [] : [t("targetsPart.inHours", { name: rule.hours })]),
                ].join(" · ")}
              </span>
            </>
          )}
        </RuleRows>
      )}
      {edited === null ? null : (
        <TargetDialog policy={policy} at={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Section>
  );
}

function same(a: readonly TargetRule[], b: readonly TargetRule[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
