import { type NeedFlaw, needFlaws } from "@flowdesk/shared/need/flaws.ts";
import type { AuthorList, NeedRule } from "@flowdesk/shared/need/rule.ts";
import { Plus, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { act } from "../../actions/act.ts";
import { Button } from "../../components/button.tsx";
import { Badge } from "../../components/item-row.tsx";
import { ruleOfferStore } from "../../store/rule-offer.ts";
import { useDesk, usePermits, useReplica } from "../../store/use-desk.ts";
import type { Translate } from "../../text/i18n.ts";
import { needRuleConditions, needRuleName, type RuleNames } from "../../text/need-rule-text.ts";
import { useWords } from "../../text/use-text.ts";
import { NeedAuthorLists } from "./need-author-lists.tsx";
import { NeedDialog } from "./need-dialog.tsx";
import { NeedPreset } from "./need-preset.tsx";
import { NeedPreviewPanel } from "./need-preview-panel.tsx";
import { NeedTryOut } from "./need-try-out.tsx";
import { RuleRows } from "./rule-rows.tsx";
import { Nothing, Section } from "./section.tsx";

const noLists: readonly AuthorList[] = [];
const noRules: readonly NeedRule[] = [];

/** What arrives needs what, before anybody looks. */
export function NeedSettings() {
  const { t } = useTranslation(["needs", "settings", "components"]);
  const words = useWords();
  const policy = useDesk()?.policy;
  const rules = policy?.needs ?? noRules;
  const lists = policy?.authorLists ?? noLists;
  const channels = useReplica((view) => view.state?.channels);
  const may = usePermits("policy.needs");
  const draft = useStore(ruleOfferStore, (state) => state.draft);
  const [edited, setEdited] = useState<number | "new" | null>(null);
  const names: RuleNames = { channelName: (id) => channels?.get(id)?.name ?? id, lists };
  const nameOf = (rule: NeedRule) => needRuleName(words, rule, names);
  const flaws = new Map(needFlaws({ needs: rules, authorLists: lists }).map((flaw) => [flaw.rule, flaw]));
  return (
    <Section
      title={t("settings:needs")}
      hint={`${t("hint")} ${t("settings:firstFits")}`}
      isReadOnly={!may}
      tools={
        may ? (
          <Button look="primary" icon={Plus} onPress={() => setEdited("new")}>
            {t("add")}
          </Button>
        ) : undefined
      }
    >
      {may ? <NeedPreset rules={rules} lists={lists} nameOf={nameOf} /> : null}
      {rules.length === 0 ? (
        <Nothing>{t("none")}</Nothing>
      ) : (
        <RuleRows
          label={t("settings:needs")}
          rules={rules}
          nameOf={nameOf}
          onChange={may ? (needs) => void act("policy.needs", { needs }) : null}
          onEdit={setEdited}
        >
          {(rule, index) => (
            <>
              <span className="nums w-5 shrink-0 text-right text-xs text-ink-faint">{index + 1}</span>
              <span className={`min-w-0 flex-1 basis-48 ${rule.off === true ? "text-ink-faint" : ""}`}>
                <bdi className="block">{nameOf(rule)}</bdi>
                <Under rule={rule} names={names} name={nameOf(rule)} flaw={flaws.get(index)} />
              </span>
              {rule.off === true ? <span className="text-xs text-ink-faint">{t("off")}</span> : null}
              <span className="ml-8 mid:ml-0">
                <Badge strong={rule.need === "urgent"}>{t(`components:need.${rule.need}`)}</Badge>
              </span>
            </>
          )}
        </RuleRows>
      )}
      <p className="text-xs text-ink-faint">{t("settings:needsPart.watchHint")}</p>
      <NeedTryOut policy={{ needs: rules, authorLists: lists }} nameOf={nameOf} />
      {may ? <NeedPreviewPanel policy={{ needs: rules, authorLists: lists }} nameOf={nameOf} /> : null}
      <NeedAuthorLists rules={rules} lists={lists} may={may} />
      {edited === null && (draft === null || !may) ? null : (
        <NeedDialog
          rules={rules}
          lists={lists}
          at={typeof edited === "number" ? edited : null}
          begun={edited === null ? draft : null}
          nameOf={nameOf}
          onClose={() => {
            setEdited(null);
            ruleOfferStore.setState({ draft: null });
          }}
        />
      )}
    </Section>
  );
}

/** What a rule looks for, where that is not its name, and what is odd about it. */
function Under({
  rule,
  names,
  name,
  flaw,
}: {
  readonly rule: NeedRule;
  readonly names: RuleNames;
  readonly name: string;
  readonly flaw: NeedFlaw | undefined;
}) {
  const words = useWords();
  const conditions = needRuleConditions(words, rule, names);
  return (
    <>
      {conditions === name ? null : (
        <bdi className="line-clamp-1 text-xs text-ink-faint" title={conditions}>
          {conditions}
        </bdi>
      )}
      {flaw === undefined ? null : (
        <span className="flex items-center gap-1 text-xs font-medium text-ink-soft">
          <TriangleAlert aria-hidden size={12} className="shrink-0" />
          {flawText(words, flaw)}
        </span>
      )}
    </>
  );
}

function flawText(t: Translate, flaw: NeedFlaw): string {
  switch (flaw.kind) {
    case "fits-all":
      return t("needs:flaw.fitsAll");
    case "never":
      return t("needs:flaw.never");
    default:
      return t(`needs:flaw.${flaw.kind}`, { by: flaw.by + 1 });
  }
}
