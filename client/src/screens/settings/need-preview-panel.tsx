import { needs } from "@flowdesk/shared/desk/item/need.ts";
import type { NeedPolicy, NeedRule } from "@flowdesk/shared/need/rule.ts";
import type { NeedPreviewAnswer } from "@flowdesk/shared/protocol/need-preview.ts";
import { Eye } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttempt } from "../../actions/use-attempt.ts";
import { Button } from "../../components/button.tsx";
import { ChannelMark } from "../../components/channel-mark.tsx";
import { Problem } from "../../components/problem.tsx";
import { previewNeeds } from "../../connection/need-preview.ts";
import { useDesk } from "../../store/use-desk.ts";
import { useFormats } from "../../text/use-text.ts";
import { Group, Row, Rows } from "./section.tsx";

interface Previewed {
  readonly policy: NeedPolicy;
  readonly answer: NeedPreviewAnswer;
}

/** What rules make of what came in lately: how many need what, what each rule sets, and what would change. */
export function NeedPreviewPanel({
  policy,
  nameOf,
}: {
  readonly policy: NeedPolicy;
  readonly nameOf: (rule: NeedRule) => string;
}) {
  const { t } = useTranslation(["needs", "common"]);
  const desk = useDesk()?.id;
  const { isBusy, problem, ask } = useAttempt();
  const [shown, setShown] = useState<Previewed | null>(null);
  const look = () => {
    if (desk === undefined) return;
    const { needs: rules, authorLists = [] } = policy;
    void ask(() => previewNeeds(desk, { needs: [...rules], authorLists: [...authorLists] })).then((done) => {
      if (done !== null) setShown({ policy, answer: done.answer });
    });
  };
  return (
    <Group
      title={t("preview")}
      hint={t("previewHint")}
      tools={
        <Button icon={Eye} isDisabled={isBusy} onPress={look}>
          {t(isBusy ? "previewing" : "previewDo")}
        </Button>
      }
    >
      <Problem>{problem}</Problem>
      {shown === null ? null : <Answer {...shown} nameOf={nameOf} />}
    </Group>
  );
}

function Answer({ policy, answer, nameOf }: Previewed & { readonly nameOf: (rule: NeedRule) => string }) {
  const { t } = useTranslation(["needs", "components", "common"]);
  const { number } = useFormats();
  const { looked, hours, isCut, before, after, rules, examples } = answer;
  if (looked === 0)
    return (
      <p role="status" className="text-sm text-ink-soft">
        {t("nothingSeen")}
      </p>
    );
  const hits = policy.needs
    .map((rule, index) => ({ rule, index, count: rules[index] ?? 0 }))
    .filter(({ count }) => count > 0);
  return (
    <div role="status" className="flex flex-col gap-3">
      <p className="text-sm">
        {t("looked", { count: looked, hours })} {isCut ? t("cut") : ""}
      </p>
      <table className="nums max-w-md text-sm">
        <thead>
          <tr className="text-left text-xs text-ink-faint">
            <th className="py-1 font-medium">{t("common:need")}</th>
            <th className="py-1 text-right font-medium">{t("before")}</th>
            <th className="py-1 text-right font-medium">{t("after")}</th>
          </tr>
        </thead>
        <tbody>
          {needs.map((need) => (
            <tr key={need} className="border-t border-line">
              <th scope="row" className="py-1 text-left font-normal">
                {t(`components:need.${need}`)}
              </th>
              <td className="py-1 text-right text-ink-soft">{number(before[need])}</td>
              <td className="py-1 text-right font-medium">{number(after[need])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hits.length === 0 ? null : (
        <Rows label={t("preview")}>
          {hits.map(({ rule, index, count }) => (
            <Row key={index}>
              <bdi className="min-w-0 flex-1 text-sm">
                {index + 1} · {nameOf(rule)}
              </bdi>
              <span className="nums text-xs text-ink-soft">{t("hits", { count })}</span>
            </Row>
          ))}
        </Rows>
      )}
      {examples.length === 0 ? (
        <p className="text-sm text-ink-soft">{t("noChange")}</p>
      ) : (
        <Rows label={t("examples")}>
          {examples.map((example) => (
            <Row key={example.item}>
              <ChannelMark channel={example.channel} />
              <bdi className="min-w-0 flex-1 basis-60 text-sm break-words">{example.preview}</bdi>
              <span className="text-xs text-ink-soft">
                {t("toBefore", {
                  before: t(`components:need.${example.before}`),
                  after: t(`components:need.${example.after}`),
                })}
              </span>
            </Row>
          ))}
        </Rows>
      )}
    </div>
  );
}
