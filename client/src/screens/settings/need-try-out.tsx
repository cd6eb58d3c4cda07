import type { Kind } from "@flowdesk/shared/desk/item/need.ts";
import { kinds } from "@flowdesk/shared/desk/item/need.ts";
import { explainNeed } from "@flowdesk/shared/need/need-for.ts";
import type { NeedPolicy, NeedRule } from "@flowdesk/shared/need/rule.ts";
import { languageOf } from "@flowdesk/shared/text/language.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { channelLabels } from "../../components/channel-names.ts";
import { Choice } from "../../components/choice.tsx";
import { Field } from "../../components/field.tsx";
import { Badge } from "../../components/item-row.tsx";
import { useChannels } from "../../store/use-desk.ts";
import { Group } from "./section.tsx";

/** What the rules make of a text, before one comes in. */
export function NeedTryOut({
  policy,
  nameOf,
}: {
  readonly policy: NeedPolicy;
  readonly nameOf: (rule: NeedRule) => string;
}) {
  const { t } = useTranslation(["needs", "components"]);
  const channels = useChannels().filter(({ retired }) => !retired);
  const [text, setText] = useState("");
  const [kind, setKind] = useState<Kind>("mention");
  const [chosen, setChosen] = useState<string | null>(null);
  const channel = chosen ?? channels[0]?.id ?? "x:";
  const { need, rule, index, reasons } = explainNeed(policy, { channel, kind, text, lang: languageOf(text) });
  return (
    <Group title={t("tryOut")}>
      <div className="rounded-lg border border-line bg-surface">
        <div className="flex flex-col gap-3 p-3">
          <div className="grid gap-3 mid:grid-cols-2">
            <Choice
              label={t("tryOn")}
              options={[...channelLabels(channels)].map(([id, label]) => ({ id, label }))}
              value={channel}
              onChange={setChosen}
            />
            <Choice
              label={t("tryAs")}
              options={kinds.map((id) => ({ id, label: t(`components:kind.${id}`) }))}
              value={kind}
              onChange={setKind}
            />
          </div>
          <Field label={t("tryLabel")} value={text} onChange={setText} lines={2} maxLength={5000} />
        </div>
        {text.trim() === "" ? null : (
          <div role="status" className="flex flex-col gap-1 border-t border-line px-3 py-2 text-sm">
            <span className="flex flex-wrap items-center gap-2">
              <Badge strong={need === "urgent"}>{t(`components:need.${need}`)}</Badge>
              <span className="text-xs text-ink-soft">
                {rule === null ? t("noRule") : t("because", { rule: index + 1, name: nameOf(rule) })}
              </span>
            </span>
            <bdi className="break-words whitespace-pre-wrap">
              {marked(
                text,
                reasons.flatMap((reason) => ("start" in reason ? [reason] : [])),
              )}
            </bdi>
          </div>
        )}
      </div>
    </Group>
  );
}

/** The text with what the rule goes by marked. */
function marked(text: string, places: ReadonlyArray<{ readonly start: number; readonly end: number }>) {
  const sorted = [...places].sort((a, b) => a.start - b.start || b.end - a.end);
  const parts: React.ReactNode[] = [];
  let at = 0;
  for (const { start, end } of sorted) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    parts.push(
      text.slice(at, from),
      <mark key={from} className="rounded-sm bg-selected px-0.5 font-medium text-ink">
        {text.slice(from, end)}
      </mark>,
    );
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}
