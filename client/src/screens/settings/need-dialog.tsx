import type { Need } from "@flowdesk/shared/desk/item/need.ts";
import type { AuthorList, NeedRule } from "@flowdesk/shared/need/rule.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttempt } from "../../actions/use-attempt.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field } from "../../components/field.tsx";
import { Problem } from "../../components/problem.tsx";
import { Tick, Toggle } from "../../components/toggle.tsx";
import { newId } from "../../connection/new-id.ts";
import { entriesOf } from "./need-entries.ts";
import { NeedPreviewPanel } from "./need-preview-panel.tsx";
import { put, withNew } from "./rule-order.ts";
import { ChannelChoice, KindChoice, NeedChoice } from "./scope-choices.tsx";

/** What is written of a rule while it is edited: lists as text. */
interface Draft {
  readonly name: string;
  readonly isOn: boolean;
  readonly need: Need;
  readonly channel: NeedRule["channel"];
  readonly kind: NeedRule["kind"];
  readonly asks: boolean;
  readonly words: string;
  readonly not: string;
  readonly pattern: string;
  readonly tags: string;
  readonly authors: string;
  readonly lists: readonly string[];
  readonly followers: string;
  readonly languages: string;
  readonly platform: string;
}

/**
 * One rule with all its conditions. A new one is tried before the others, but for those at the top by which something is
 * urgent: a rule that fits more than was meant must not hide a lost child.
 */
export function NeedDialog({
  rules,
  lists,
  at,
  begun,
  nameOf,
  onClose,
}: {
  readonly rules: readonly NeedRule[];
  readonly lists: readonly AuthorList[];
  /** The rule's place; null: a new one. */
  readonly at: number | null;
  /** What a new one begins with. */
  readonly begun: NeedRule | null;
  readonly nameOf: (rule: NeedRule) => string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(["needs", "common", "components"]);
  const before = at === null ? (begun ?? undefined) : rules[at];
  const [id] = useState(() => before?.id ?? newId());
  const [draft, setDraft] = useState(() => draftOf(before));
  const { isBusy, problem, give } = useAttempt();
  const set = <Key extends keyof Draft>(key: Key) => {
    return (value: Draft[Key]) => setDraft((now) => ({ ...now, [key]: value }));
  };
  const isWrong = draft.followers.trim() !== "" && !/^[1-9]\d{0,8}$/u.test(draft.followers.trim());
  const rule = ruleOf(draft, id);
  const withDraft = at === null ? withNew(rules, rule) : put(rules, at, rule);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isWrong) return;
    void give("policy.needs", { needs: withDraft }).then((isTaken) => {
      if (isTaken) onClose();
    });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      wide
      title={t(at === null ? "add" : "edit")}
      closeLabel={t("components:dialog.close")}
    >
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <div className="grid items-start gap-4 mid:grid-cols-2">
          <NeedChoice value={draft.need} onChange={(to) => set("need")(to ?? draft.need)} />
          <Field label={t("name")} hint={t("nameHint")} value={draft.name} onChange={set("name")} maxLength={120} />
        </div>
        <h3 className="border-t border-line pt-3 text-sm font-semibold">{t("conditions")}</h3>
        <Field label={t("words")} hint={t("wordsHint")} value={draft.words} onChange={set("words")} lines={4} />
        <div>
          <Tick isSelected={draft.asks} onChange={set("asks")}>
            {t("question")}
          </Tick>
          <p className="text-xs text-ink-faint">{t("questionHint")}</p>
        </div>
        <div className="grid items-start gap-4 mid:grid-cols-2">
          <Field label={t("not")} value={draft.not} onChange={set("not")} lines={2} />
          <Field
            label={t("pattern")}
            hint={t("patternHint")}
            value={draft.pattern}
            onChange={set("pattern")}
            maxLength={200}
          />
          <ChannelChoice value={draft.channel} onChange={set("channel")} />
          <KindChoice value={draft.kind} onChange={set("kind")} />
          <Field label={t("tags")} hint={t("tagsHint")} value={draft.tags} onChange={set("tags")} />
          <Field label={t("authors")} hint={t("tagsHint")} value={draft.authors} onChange={set("authors")} />
          {lists.length === 0 ? null : (
            <fieldset className="flex flex-col gap-1">
              <legend className="text-xs font-medium text-ink-soft">{t("lists")}</legend>
              {lists.map(({ id, name }) => (
                <Tick
                  key={id}
                  isSelected={draft.lists.includes(id)}
                  onChange={(isIn) =>
                    set("lists")(isIn ? [...draft.lists, id] : draft.lists.filter((one) => one !== id))
                  }
                >
                  <bdi>{name}</bdi>
                </Tick>
              ))}
            </fieldset>
          )}
          <Field
            label={t("followers")}
            value={draft.followers}
            onChange={set("followers")}
            inputMode="numeric"
            maxLength={9}
            error={isWrong ? t("followersWrong") : null}
          />
          <Field
            label={t("languages")}
            hint={t("languagesHint")}
            value={draft.languages}
            onChange={set("languages")}
            maxLength={200}
          />
          <Field
            label={t("platform")}
            hint={t("platformHint")}
            value={draft.platform}
            onChange={set("platform")}
            maxLength={32}
          />
        </div>
        <Toggle isSelected={draft.isOn} onChange={set("isOn")}>
          {t("isOn")}
        </Toggle>
        {isWrong ? null : <NeedPreviewPanel policy={{ needs: withDraft, authorLists: lists }} nameOf={nameOf} />}
        <Problem>{problem}</Problem>
        <div className="flex justify-end">
          <Button type="submit" look="primary" isDisabled={isBusy || isWrong}>
            {t("common:save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function draftOf(rule: NeedRule | undefined): Draft {
  return {
    name: rule?.name ?? "",
    isOn: rule?.off !== true,
    need: rule?.need ?? "practical",
    channel: rule?.channel,
    kind: rule?.kind,
    asks: rule?.question === true,
    words: rule?.words?.join("\n") ?? "",
    not: rule?.not?.join("\n") ?? "",
    pattern: rule?.pattern ?? "",
    tags: rule?.tags?.join(", ") ?? "",
    authors: rule?.authors?.join(", ") ?? "",
    lists: rule?.authorLists ?? [],
    followers: rule?.followersAtLeast === undefined ? "" : String(rule.followersAtLeast),
    languages: rule?.languages?.join(", ") ?? "",
    platform: rule?.platform ?? "",
  };
}

function ruleOf(draft: Draft, id: string): NeedRule {
  const list = <Key extends string>(key: Key, entries: string[]) =>
    (entries.length === 0 ? {} : { [key]: entries }) as { [K in Key]?: string[] };
  const line = <Key extends string>(key: Key, text: string) =>
    (text.trim() === "" ? {} : { [key]: text.trim() }) as { [K in Key]?: string };
  return {
    id,
    ...line("name", draft.name),
    ...(draft.isOn ? {} : { off: true }),
    ...(draft.channel === undefined ? {} : { channel: draft.channel }),
    ...line("platform", draft.platform.toLowerCase()),
    ...(draft.kind === undefined ? {} : { kind: draft.kind }),
    ...list("words", entriesOf(draft.words)),
    ...list("not", entriesOf(draft.not)),
    ...line("pattern", draft.pattern),
    ...(draft.asks ? { question: true } : {}),
    ...list("tags", entriesOf(draft.tags)),
    ...list("authors", entriesOf(draft.authors)),
    ...list("authorLists", [...draft.lists]),
    ...(draft.followers.trim() === "" ? {} : { followersAtLeast: Number(draft.followers) }),
    ...list("languages", entriesOf(draft.languages)),
    need: draft.need,
  };
}
