import type { TargetRule } from "@flowdesk/shared/clock/target.ts";
import { useTranslation } from "react-i18next";
import { useReplica } from "../../store/use-desk.ts";

/** What a rule is about, in words. */
export function useTargetName(): (rule: TargetRule) => string {
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
