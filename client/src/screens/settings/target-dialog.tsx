import type { TargetRule } from "@flowdesk/shared/clock/target.ts";
import type { Kind, Need } from "@flowdesk/shared/desk/item/need.ts";
import type { Policy } from "@flowdesk/shared/desk/policy/policy.ts";
import { day } from "@flowdesk/shared/time/instant.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttempt } from "../../actions/use-attempt.ts";
import { Button } from "../../components/button.tsx";
import { Choice } from "../../components/choice.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field } from "../../components/field.tsx";
import { Problem } from "../../components/problem.tsx";
import { useFormats } from "../../text/use-text.ts";
import { readLength } from "./length.ts";
import { put } from "./rule-order.ts";
import { ChannelChoice, KindChoice, NeedChoice } from "./scope-choices.tsx";

const any = "any:";
const priorities = ["0", "1", "2", "3"] as const;

/** One target: for what, and how soon. */
export function TargetDialog({
  policy,
  at,
  onClose,
}: {
  readonly policy: Policy;
  /** The rule's place; null: a new one. */
  readonly at: number | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(["settings", "common", "components", "item"]);
  const { length } = useFormats();
  const before = at === null ? undefined : policy.targets[at];
  const [need, setNeed] = useState<Need | undefined>(before?.need);
  const [channel, setChannel] = useState<string | undefined>(before?.channel);
  const [kind, setKind] = useState<Kind | undefined>(before?.kind);
  const [tag, setTag] = useState(before?.tag ?? "");
  const [priority, setPriority] = useState<number | undefined>(before?.priority);
  const [hours, setHours] = useState<string | undefined>(before?.hours);
  const [target, setTarget] = useState(before === undefined ? "" : length(before.ms));
  const [seen, setSeen] = useState(before?.seenMs === undefined ? "" : length(before.seenMs));
  const { isBusy, problem, give } = useAttempt();
  const ms = spanOf(target);
  const seenMs = spanOf(seen);
  const isSeenWrong = seen.trim() !== "" && seenMs === null;
  const isReady = ms !== null && !isSeenWrong;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (ms === null || isSeenWrong) return;
    const rule: TargetRule = {
      ...(need === undefined ? {} : { need }),
      ...(channel === undefined ? {} : { channel }),
      ...(kind === undefined ? {} : { kind }),
      ...(tag.trim() === "" ? {} : { tag: tag.trim() }),
      ...(priority === undefined ? {} : { priority }),
      ms,
      ...(hours === undefined ? {} : { hours }),
      ...(seenMs === null ? {} : { seenMs }),
    };
    void give("policy.targets", { targets: put(policy.targets, at, rule) }).then((isTaken) => {
      if (isTaken) onClose();
    });
  };
  const calendars = Object.keys(policy.calendars);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(at === null ? "targetsPart.add" : "targetsPart.edit")}
      closeLabel={t("components:dialog.close")}
    >
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <div className="grid items-start gap-4 mid:grid-cols-2">
          <Field
            label={t("targetsPart.target")}
            placeholder={t("targetsPart.length")}
            value={target}
            onChange={setTarget}
            maxLength={40}
            autoFocus
            error={target.trim() !== "" && ms === null ? t("targetsPart.lengthWrong") : null}
          />
          <Field
            label={t("targetsPart.seen")}
            hint={t("targetsPart.seenHint")}
            value={seen}
            onChange={setSeen}
            maxLength={40}
            error={isSeenWrong ? t("targetsPart.lengthWrong") : null}
          />
          <NeedChoice value={need} mayBeAny onChange={setNeed} />
          <ChannelChoice value={channel} onChange={setChannel} />
          <KindChoice value={kind} onChange={setKind} />
          <Field
            label={t("targetsPart.tag")}
            value={tag}
            onChange={setTag}
            maxLength={64}
            placeholder={t("targetsPart.any")}
          />
          <Choice
            label={t("targetsPart.priority")}
            options={[
              { id: any, label: t("targetsPart.any") },
              ...priorities.map((id) => ({ id: id as string, label: t(`item:priority.${id}`) })),
            ]}
            value={priority === undefined ? any : String(priority)}
            onChange={(id) => setPriority(id === any ? undefined : Number(id))}
          />
          {calendars.length === 0 ? null : (
            <Choice
              label={t("targetsPart.hours")}
              options={[
                { id: any, label: t("targetsPart.roundTheClock") },
                ...calendars.map((id) => ({ id, label: id })),
              ]}
              value={hours ?? any}
              onChange={(id) => setHours(id === any ? undefined : id)}
            />
          )}
        </div>
        <Problem>{problem}</Problem>
        <div className="flex justify-end">
          <Button type="submit" look="primary" isDisabled={!isReady || isBusy}>
            {t("common:save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** A length of time that a target may have, in ms; null if it is none. */
function spanOf(text: string): number | null {
  const ms = readLength(text);
  return ms === null || ms < 1000 || ms > 365 * day ? null : ms;
}
