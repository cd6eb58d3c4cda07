import type { Template } from "@flowdesk/shared/desk/policy/policy.ts";
import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { act } from "../../actions/act.ts";
import { useAttempt } from "../../actions/use-attempt.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field } from "../../components/field.tsx";
import { Problem } from "../../components/problem.tsx";
import { newId } from "../../connection/new-id.ts";
import { useDesk, usePermits } from "../../store/use-desk.ts";
import { put } from "./rule-order.ts";
import { RuleRows } from "./rule-rows.tsx";
import { Nothing, Section } from "./section.tsx";

/** Ready texts for replies. */
export function TemplateSettings() {
  const { t } = useTranslation("settings");
  const templates = useDesk()?.policy.templates ?? [];
  const may = usePermits("policy.templates");
  const [edited, setEdited] = useState<number | "new" | null>(null);
  return (
    <Section
      title={t("templates")}
      hint={t("templatesPart.hint")}
      isReadOnly={!may}
      tools={
        may ? (
          <Button look="primary" icon={Plus} onPress={() => setEdited("new")}>
            {t("templatesPart.add")}
          </Button>
        ) : undefined
      }
    >
      {templates.length === 0 ? (
        <Nothing>{t("templatesPart.none")}</Nothing>
      ) : (
        <RuleRows
          label={t("templates")}
          rules={templates}
          nameOf={({ name }) => name}
          onChange={may ? (next) => void act("policy.templates", { templates: next }) : null}
          onEdit={setEdited}
        >
          {({ name, text, lang }) => (
            <span className="min-w-0 flex-1">
              <span className="flex items-baseline gap-2">
                <bdi className="font-medium">{name}</bdi>
                <span className="text-xs text-ink-faint">{lang}</span>
              </span>
              <bdi className="line-clamp-2 text-xs text-ink-soft">{text}</bdi>
            </span>
          )}
        </RuleRows>
      )}
      {edited === null ? null : (
        <TemplateDialog templates={templates} at={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Section>
  );
}

function TemplateDialog({
  templates,
  at,
  onClose,
}: {
  readonly templates: readonly Template[];
  /** Its place; null: a new one. */
  readonly at: number | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(["settings", "common", "components"]);
  const before = at === null ? undefined : templates[at];
  const [id] = useState(() => before?.id ?? newId());
  const [name, setName] = useState(before?.name ?? "");
  const [text, setText] = useState(before?.text ?? "");
  const [lang, setLang] = useState(before?.lang ?? "");
  const { isBusy, problem, give } = useAttempt();
  const isReady = name.trim() !== "" && text.trim() !== "";
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const template = { id, name: name.trim(), text: text.trim(), lang: lang.trim() === "" ? null : lang.trim() };
    void give("policy.templates", { templates: put(templates, at, template) }).then((isTaken) => {
      if (isTaken) onClose();
    });
  };
  const reader = t("templatesPart.sampleName");
  const sample = text.replaceAll("{name}", reader).replaceAll("{handle}", t("templatesPart.sampleHandle"));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(at === null ? "templatesPart.add" : "templatesPart.edit")}
      closeLabel={t("components:dialog.close")}
    >
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <div className="grid items-start gap-4 mid:grid-cols-[1fr_9rem]">
          <Field label={t("templatesPart.name")} value={name} onChange={setName} maxLength={120} autoFocus />
          <Field
            label={t("templatesPart.lang")}
            hint={t("templatesPart.langHint")}
            value={lang}
            onChange={setLang}
            maxLength={35}
          />
        </div>
        <Field label={t("templatesPart.text")} value={text} onChange={setText} maxLength={5000} lines={5} spelling />
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-xs text-ink-soft">{t("templatesPart.insert")}</span>
          {["{name}", "{handle}"].map((blank) => (
            <Button key={blank} small onPress={() => setText(`${text}${blank}`)}>
              {blank}
            </Button>
          ))}
        </div>
        {sample === text ? null : (
          <p className="rounded-lg bg-sunken px-3 py-2 text-sm">
            <span className="block text-xs text-ink-faint">{t("templatesPart.sample", { name: reader })}</span>
            <bdi className="whitespace-pre-wrap">{sample}</bdi>
          </p>
        )}
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
