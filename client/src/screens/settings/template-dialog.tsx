import {
  filledTemplate,
  type Placeholder,
  placeholders,
  unknownPlaceholders,
} from "@flowdesk/shared/desk/policy/placeholder.ts";
import type { Template } from "@flowdesk/shared/desk/policy/policy.ts";
import { Plus } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttempt } from "../../actions/use-attempt.ts";
import { Button } from "../../components/button.tsx";
import { Choice } from "../../components/choice.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field } from "../../components/field.tsx";
import { Problem } from "../../components/problem.tsx";
import { useCaret } from "../../components/use-caret.ts";
import { newId } from "../../connection/new-id.ts";
import { useDesk, useMe } from "../../store/use-desk.ts";
import { useView } from "../../store/use-view.ts";
import { languageName } from "../../text/formats.ts";
import { TemplatePreview } from "./template-preview.tsx";

/** Languages that are offered; what a template has beyond them is offered too. */
const offered = ["da", "nb", "nn", "sv", "en", "de", "fi", "fr", "es", "pl", "uk", "ar"];
const any = "any:";

/** One ready text in its languages, with its placeholders, and how it would read on each channel. */
export function TemplateDialog({
  templates,
  variants,
  onClose,
}: {
  readonly templates: readonly Template[];
  /** The wordings of one name; none: a new one. */
  readonly variants: readonly Template[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(["settings", "common", "components"]);
  const language = useView((view) => view.language);
  const [name, setName] = useState(variants[0]?.name ?? "");
  const [texts, setTexts] = useState<readonly Template[]>(() =>
    variants.length > 0 ? variants : [{ id: newId(), name: "", text: "", lang: null }],
  );
  const [shown, setShown] = useState(0);
  const { isBusy, problem, give } = useAttempt();
  const langs = texts.map(({ lang }) => lang ?? any);
  const isTwice = new Set(langs).size < langs.length;
  const key = name.trim().toLowerCase();
  const own = new Set(variants.map(({ id }) => id));
  const isTaken = templates.some((one) => !own.has(one.id) && one.name.trim().toLowerCase() === key);
  const isReady = key !== "" && !isTaken && !isTwice && texts.every(({ text }) => text.trim() !== "");
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const written = texts.map((one) => ({ ...one, name: name.trim(), text: one.text.trim() }));
    const first = templates.findIndex(({ id }) => own.has(id));
    const rest = templates.filter(({ id }) => !own.has(id));
    const at = first === -1 ? rest.length : templates.slice(0, first).filter(({ id }) => !own.has(id)).length;
    void give("policy.templates", { templates: rest.toSpliced(at, 0, ...written) }).then((done) => {
      if (done) onClose();
    });
  };
  const alter = (change: Partial<Template>) =>
    setTexts(texts.map((one, index) => (index === shown ? { ...one, ...change } : one)));
  const current = texts[Math.min(shown, texts.length - 1)];
  const nameOf = (lang: string | null) =>
    lang === null ? t("templatesPart.anyLanguage") : languageName(lang, language);
  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={t(variants.length === 0 ? "templatesPart.add" : "templatesPart.edit")}
      closeLabel={t("components:dialog.close")}
      footer={
        <>
          <Problem>{problem}</Problem>
          <span className="flex-1" />
          <Button type="submit" form="template" look="primary" isDisabled={!isReady || isBusy}>
            {t("common:save")}
          </Button>
        </>
      }
    >
      <form id="template" onSubmit={onSubmit} className="flex flex-col gap-4">
        <Field
          label={t("templatesPart.name")}
          value={name}
          onChange={setName}
          maxLength={120}
          autoFocus={variants.length === 0}
          error={isTaken ? t("templatesPart.nameTaken") : null}
        />
        {/* biome-ignore lint/a11y/useSemanticElements: buttons that show one wording at a time. */}
        <div role="group" aria-label={t("templatesPart.languages")} className="flex flex-wrap gap-1">
          {texts.map((one, index) => (
            <Button
              key={one.id}
              small
              look={index === shown ? "primary" : "plain"}
              aria-pressed={index === shown}
              onPress={() => setShown(index)}
            >
              {nameOf(one.lang)}
            </Button>
          ))}
          <Button
            small
            look="quiet"
            icon={Plus}
            onPress={() => {
              const lang = offered.find((one) => !langs.includes(one)) ?? null;
              setTexts([...texts, { id: newId(), name, text: "", lang }]);
              setShown(texts.length);
            }}
          >
            {t("templatesPart.addLanguage")}
          </Button>
        </div>
        {current === undefined ? null : (
          <>
            <div className="flex flex-wrap items-end gap-2">
              <Choice
                label={t("templatesPart.lang")}
                options={[any, ...new Set([...offered, ...langs.filter((lang) => lang !== any)])].map((id) => ({
                  id,
                  label: nameOf(id === any ? null : id),
                }))}
                value={current.lang ?? any}
                onChange={(id) => alter({ lang: id === any ? null : id })}
                className="min-w-44"
              />
              {texts.length < 2 ? null : (
                <Button
                  look="quiet"
                  onPress={() => {
                    setTexts(texts.filter((one) => one.id !== current.id));
                    setShown(0);
                  }}
                >
                  {t("templatesPart.removeLanguage", { language: nameOf(current.lang) })}
                </Button>
              )}
            </div>
            {isTwice ? <Problem>{t("templatesPart.langTwice")}</Problem> : null}
            <Wording key={current.id} text={current.text} onChange={(text) => alter({ text })} />
          </>
        )}
      </form>
    </Dialog>
  );
}

/** The text of one wording, the buttons that put placeholders into it, and how it would read. */
function Wording({ text, onChange }: { readonly text: string; readonly onChange: (text: string) => void }) {
  const { t } = useTranslation("settings");
  const frame = useRef<HTMLDivElement>(null);
  const desk = useDesk()?.name ?? "";
  const me = useMe()?.name.split(" ")[0] ?? "";
  const unknown = unknownPlaceholders(text);
  const find = () => frame.current?.querySelector("textarea");
  const putCaret = useCaret(find);
  const insert = (placeholder: Placeholder) => {
    const area = find();
    const from = area?.selectionStart ?? text.length;
    const to = area?.selectionEnd ?? from;
    const put = `{${placeholder}}`;
    onChange(`${text.slice(0, from)}${put}${text.slice(to)}`);
    putCaret(from + put.length);
  };
  const values = {
    name: t("templatesPart.sampleName"),
    first: t("templatesPart.sampleFirst"),
    handle: t("templatesPart.sampleHandle"),
    me,
    desk,
  };
  return (
    <>
      <div ref={frame}>
        <Field label={t("templatesPart.text")} value={text} onChange={onChange} maxLength={5000} lines={5} spelling />
      </div>
      <div className="flex flex-col gap-1">
        <span className="text-xs text-ink-soft">{t("templatesPart.insert")}</span>
        <div className="flex flex-wrap gap-2">
          {placeholders.map((placeholder) => (
            <Button key={placeholder} small onPress={() => insert(placeholder)}>
              {t(`templatesPart.placeholder.${placeholder}`)}
            </Button>
          ))}
        </div>
      </div>
      {unknown.length === 0 ? null : (
        <p role="status" className="text-sm font-medium text-over">
          {t("templatesPart.unknown", { names: unknown.map((one) => `{${one}}`).join(", "), count: unknown.length })}
        </p>
      )}
      {text.trim() === "" ? null : <TemplatePreview fill={(of) => filledTemplate(text, { ...values, ...of })} />}
    </>
  );
}
