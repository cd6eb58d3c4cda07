import type { Standing } from "@flowdesk/shared/hashtag/policy.ts";
import { useTranslation } from "react-i18next";
import { useDesk } from "../../store/use-desk.ts";
import { useTick } from "../../store/use-view.ts";
import { useFormats } from "../../text/use-text.ts";
import { useTargetName } from "../settings/use-target-name.ts";
import { Part, Quiet } from "./part.tsx";

const order: readonly Standing[] = ["required", "canonical", "allowed", "banned"];

/** The tags of the evening as they are in force now. */
export function EveningTags() {
  const { t } = useTranslation("briefing");
  const now = useTick(60);
  const rules = (useDesk()?.policy.hashtags.rules ?? []).filter(
    ({ from, until }) =>
      (from === undefined || Date.parse(from) <= now) && (until === undefined || now < Date.parse(until)),
  );
  return (
    <Part title={t("tags")}>
      {rules.length === 0 ? (
        <Quiet>{t("noTags")}</Quiet>
      ) : (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {order.flatMap((standing) =>
            rules
              .filter((rule) => rule.standing === standing)
              .map(({ tag }) => (
                <li key={`${standing} ${tag}`}>
                  <bdi className={`font-medium ${standing === "banned" ? "line-through" : ""}`}>#{tag}</bdi>{" "}
                  <span className="text-xs text-ink-faint">{t(`tagStanding.${standing}`)}</span>
                </li>
              )),
          )}
        </ul>
      )}
    </Part>
  );
}

/** How soon what arrives is to be seen and answered, in plain words. */
export function EveningTargets() {
  const { t } = useTranslation("briefing");
  const targets = useDesk()?.policy.targets ?? [];
  const nameOf = useTargetName();
  const { length } = useFormats();
  return (
    <Part title={t("targets")}>
      {targets.length === 0 ? (
        <Quiet>{t("noTargets")}</Quiet>
      ) : (
        <ul className="flex flex-col gap-0.5 text-sm">
          {targets.map((rule, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no id; its place is what it is known by.
            <li key={index} className="flex flex-wrap gap-x-2">
              <bdi className="font-medium">{nameOf(rule)}</bdi>
              <span className="nums text-ink-soft">
                {[
                  ...(rule.seenMs === undefined ? [] : [t("seenWithin", { time: length(rule.seenMs) })]),
                  t("answeredWithin", { time: length(rule.ms) }),
                ].join(", ")}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
