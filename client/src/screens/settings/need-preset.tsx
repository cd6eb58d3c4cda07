import { liveNeeds } from "@flowdesk/shared/need/presets.ts";
import type { AuthorList, NeedRule } from "@flowdesk/shared/need/rule.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { act } from "../../actions/act.ts";
import { Button } from "../../components/button.tsx";
import { NeedPreviewPanel } from "./need-preview-panel.tsx";

/** Puts the ready-made rules of a live evening in place; asks first where there are others. Lists stay as they are. */
export function NeedPreset({
  rules,
  lists,
  nameOf,
}: {
  readonly rules: readonly NeedRule[];
  readonly lists: readonly AuthorList[];
  readonly nameOf: (rule: NeedRule) => string;
}) {
  const { t } = useTranslation(["needs", "common"]);
  const [isAsking, setAsking] = useState(false);
  const isIn = JSON.stringify(rules) === JSON.stringify(liveNeeds.needs);
  const added = liveNeeds.authorLists
    .filter(({ id }) => !lists.some((list) => list.id === id))
    .map((list) => ({ ...list, handles: [...list.handles], name: t("pressName") }));
  const policy = { needs: [...liveNeeds.needs], authorLists: [...lists, ...added] };
  const put = () => {
    setAsking(false);
    void act("policy.needs", policy);
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2 text-sm">
        <span className="text-xs font-medium text-ink-soft">{t("presets")}</span>
        {isAsking ? (
          <span className="flex flex-wrap items-center gap-2">
            {t("presetAsk")}
            <Button small look="primary" onPress={put}>
              {t("presetDo")}
            </Button>
            <Button small onPress={() => setAsking(false)}>
              {t("common:cancel")}
            </Button>
          </span>
        ) : (
          <Button small isDisabled={isIn} onPress={rules.length === 0 ? put : () => setAsking(true)}>
            {t("preset")}
          </Button>
        )}
      </div>
      {isAsking ? <NeedPreviewPanel policy={policy} nameOf={nameOf} /> : null}
    </div>
  );
}
