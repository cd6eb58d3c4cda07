import type { Kind, Need } from "@flowdesk/shared/desk/item/need.ts";
import type { NeedRule } from "@flowdesk/shared/need/rule.ts";
import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { act } from "../../actions/act.ts";
import { useAttempt } from "../../actions/use-attempt.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Badge } from "../../components/item-row.tsx";
import { Problem } from "../../components/problem.tsx";
import { useDesk, usePermits, useReplica } from "../../store/use-desk.ts";
import { put } from "./rule-order.ts";
import { RuleRows } from "./rule-rows.tsx";
import { ChannelChoice, KindChoice, NeedChoice } from "./scope-choices.tsx";
import { Nothing, Section } from "./section.tsx";

/** What arrives needs what, before anybody looks. */
export function NeedSettings() {
  const { t } = useTranslation(["settings", "components"]);
  const rules = useDesk()?.policy.needs ?? [];
  const channels = useReplica((view) => view.state?.channels);
  const may = usePermits("policy.needs");
  const [edited, setEdited] = useState<number | "new" | null>(null);
  const nameOf = (rule: NeedRule) =>
    [
      rule.channel === undefined ? t("anyChannel") : (channels?.get(rule.channel)?.name ?? rule.channel),
      rule.kind === undefined ? t("anyKind") : t(`components:kind.${rule.kind}`),
    ].join(" · ");
  return (
    <Section
      title={t("needs")}
      hint={`${t("needsPart.hint")} ${t("firstFits")}`}
      isReadOnly={!may}
      tools={
        may ? (
          <Button look="primary" icon={Plus} onPress={() => setEdited("new")}>
            {t("needsPart.add")}
          </Button>
        ) : undefined
      }
    >
      {rules.length === 0 ? (
        <Nothing>{t("needsPart.none")}</Nothing>
      ) : (
        <RuleRows
          label={t("needs")}
          rules={rules}
          nameOf={nameOf}
          onChange={may ? (needs) => void act("policy.needs", { needs }) : null}
          onEdit={setEdited}
        >
          {(rule) => (
            <>
              <span className="flex-1 basis-48">
                <bdi>{nameOf(rule)}</bdi>
              </span>
              <Badge strong={rule.need === "urgent"}>{t(`components:need.${rule.need}`)}</Badge>
            </>
          )}
        </RuleRows>
      )}
      <p className="text-xs text-ink-faint">{t("needsPart.watchHint")}</p>
      {edited === null ? null : (
        <NeedDialog rules={rules} at={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Section>
  );
}

function NeedDialog({
  rules,
  at,
  onClose,
}: {
  readonly rules: readonly NeedRule[];
  /** The rule's place; null: a new one. */
  readonly at: number | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(["settings", "common", "components"]);
  const before = at === null ? undefined : rules[at];
  const [channel, setChannel] = useState<string | undefined>(before?.channel);
  const [kind, setKind] = useState<Kind | undefined>(before?.kind);
  const [need, setNeed] = useState<Need>(before?.need ?? "watch");
  const { isBusy, problem, give } = useAttempt();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const rule: NeedRule = {
      ...(channel === undefined ? {} : { channel }),
      ...(kind === undefined ? {} : { kind }),
      need,
    };
    void give("policy.needs", { needs: put(rules, at, rule) }).then((isTaken) => {
      if (isTaken) onClose();
    });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(at === null ? "needsPart.add" : "targetsPart.edit")}
      closeLabel={t("components:dialog.close")}
    >
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <ChannelChoice value={channel} onChange={setChannel} />
        <KindChoice value={kind} onChange={setKind} />
        <NeedChoice value={need} onChange={(to) => setNeed(to ?? need)} />
        <Problem>{problem}</Problem>
        <div className="flex justify-end">
          <Button type="submit" look="primary" isDisabled={isBusy}>
            {t("common:save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
