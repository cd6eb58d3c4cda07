import { type MessageField, messageFields, requiredFields } from "@flowdesk/shared/protocol/message-map.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { Choice } from "../../components/choice.tsx";
import { Field } from "../../components/field.tsx";
import { ForeignName } from "../../components/foreign-text.tsx";
import { Tick } from "../../components/toggle.tsx";
import { applyTemplate, missingIn, type Templates } from "./message-map.ts";
import type { TableLook } from "./table-look.ts";

/** What is shown before anyone asks for more. */
const usual: readonly MessageField[] = [...requiredFields, "direction", "thread", "inReplyTo"];

export interface MapEditorProps {
  readonly look: TableLook;
  readonly templates: Templates;
  readonly onChange: (templates: Templates) => void;
  readonly hasEntities: boolean;
  readonly onEntities: (has: boolean) => void;
}

/** Which column becomes which field of a message: a template for each, with what it comes to in the first row. */
export function MapEditor({ look, templates, onChange, hasEntities, onEntities }: MapEditorProps) {
  const { t } = useTranslation("bringIn");
  const [isWhole, setWhole] = useState(false);
  const rest = messageFields.filter((field) => !usual.includes(field));
  const shown = isWhole ? [...usual, ...rest] : [...usual, ...rest.filter((field) => templates[field] !== undefined)];
  const missing = missingIn(templates);
  return (
    <section aria-label={t("map.title")} className="flex flex-col gap-3">
      <div>
        <h2 className="text-sm font-semibold">{t("map.title")}</h2>
        <p className="text-xs text-ink-faint">{t("map.hint", { interpolation: { skipOnVariables: true } })}</p>
      </div>
      <div className="grid gap-3 mid:grid-cols-2">
        {shown.map((field) => (
          <FieldTemplate
            key={field}
            field={field}
            look={look}
            template={templates[field] ?? ""}
            onChange={(template) => onChange({ ...templates, [field]: template })}
          />
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <Button small onPress={() => setWhole(!isWhole)}>
          {t(isWhole ? "map.fewer" : "map.more")}
        </Button>
        <Tick isSelected={hasEntities} onChange={onEntities}>
          {t("map.entities")}
        </Tick>
      </div>
      {missing.length === 0 ? null : (
        <p className="text-xs font-medium text-ink-soft">
          {t("map.missing", { fields: missing.map((field) => t(fieldKey(field))).join(", ") })}
        </p>
      )}
    </section>
  );
}

/** A field's name in the catalogue, where a dot would go a level down. */
export function fieldKey(field: MessageField) {
  return `map.fields.${field.replace(".", "-") as "text"}` as const;
}

function FieldTemplate({
  field,
  look,
  template,
  onChange,
}: {
  readonly field: MessageField;
  readonly look: TableLook;
  readonly template: string;
  readonly onChange: (template: string) => void;
}) {
  const { t } = useTranslation("bringIn");
  const label = t(fieldKey(field));
  const example = applyTemplate(template, look.columns, look.example).slice(0, 80);
  const columns = look.columns.filter((name) => name !== "" && !/[{}]/u.test(name));
  return (
    <div className="flex items-start gap-2">
      <Field
        label={label}
        value={template}
        onChange={onChange}
        isRequired={requiredFields.includes(field)}
        hint={template === "" ? undefined : example === "" ? t("map.nothing") : <ForeignName>{example}</ForeignName>}
        className="min-w-0 flex-1"
      />
      <Choice
        bare
        label={t("map.column", { field: label })}
        placeholder={t("map.insert")}
        options={columns.map((name) => ({ id: name, label: name }))}
        value={null}
        onChange={(name) => onChange(`${template}{${name}}`)}
        className="mt-5 w-28 shrink-0"
      />
    </div>
  );
}
