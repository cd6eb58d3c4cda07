import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Message } from "@flowdesk/shared/desk/item/message.ts";
import { explainNeed, type NeedExplained } from "@flowdesk/shared/need/need-for.ts";
import type { NeedPolicy } from "@flowdesk/shared/need/rule.ts";
import { languageOf } from "@flowdesk/shared/text/language.ts";
import { useTranslation } from "react-i18next";
import { useDesk, useMember, useReplica } from "../../store/use-desk.ts";
import { needRuleName } from "../../text/need-rule-text.ts";
import { useWords } from "../../text/use-text.ts";

/** Why an item has its need: the words that a rule went by, or that a person set it. */
export function NeedReason({ item, messages }: { readonly item: Item; readonly messages: readonly Message[] }) {
  const { t } = useTranslation(["needs", "components"]);
  const words = useWords();
  const policy = useDesk()?.policy;
  const channels = useReplica((view) => view.state?.channels);
  const setter = useMember(item.needBy ?? null);
  if (policy === undefined) return null;
  const need = t(`components:need.${item.need}`);
  if (item.needBy !== undefined && item.need !== "urgent")
    return <Line>{`${need}: ${t("byHand")}${setter === undefined ? "" : `, ${setter.name}`}`}</Line>;
  const found = reasonOf(item, messages, policy);
  if (found === null) return null;
  const { rule, index, said } = found;
  const names = { channelName: (id: string) => channels?.get(id)?.name ?? id, lists: policy.authorLists ?? [] };
  const by = t("whyRule", { rule: index + 1, name: needRuleName(words, rule, names) });
  return (
    <Line>
      {said === null ? need : t("why", { need, said })} · {by}
    </Line>
  );
}

function Line({ children }: { readonly children: React.ReactNode }) {
  return <p className="py-1 text-xs text-ink-faint [unicode-bidi:plaintext]">{children}</p>;
}

/** The newest incoming message that by the present rules has the item's need, with the rule and the words it went by. */
function reasonOf(item: Item, messages: readonly Message[], policy: NeedPolicy) {
  for (const message of messages.toReversed()) {
    if (message.direction !== "in" || message.deletedAt !== undefined) continue;
    const { text, author, lang } = message;
    const { channel, kind } = item;
    const explained = explainNeed(policy, { channel, kind, text, author, lang: lang ?? languageOf(text) });
    if (explained.need === item.need && explained.rule !== null)
      return { rule: explained.rule, index: explained.index, said: saidIn(text, explained) };
  }
  return null;
}

function saidIn(text: string, { reasons }: NeedExplained): string | null {
  const reason = reasons.find((one) => "start" in one);
  return reason !== undefined && "start" in reason ? text.slice(reason.start, reason.end) : null;
}
