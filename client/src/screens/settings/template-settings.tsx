import { templateVariants, unknownPlaceholders } from "@flowdesk/shared/desk/policy/placeholder.ts";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { act } from "../../actions/act.ts";
import { Button } from "../../components/button.tsx";
import { useDesk, usePermits } from "../../store/use-desk.ts";
import { useView } from "../../store/use-view.ts";
import { languageName } from "../../text/formats.ts";
import { RuleRows } from "./rule-rows.tsx";
import { Nothing, Section } from "./section.tsx";
import { TemplateDialog } from "./template-dialog.tsx";

/** Ready texts for replies, each in the languages that it has. */
export function TemplateSettings() {
  const { t } = useTranslation("settings");
  const templates = useDesk()?.policy.templates ?? [];
  const language = useView((view) => view.language);
  const may = usePermits("policy.templates");
  const [edited, setEdited] = useState<number | "new" | null>(null);
  const named = templateVariants(templates, null);
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
      {named.length === 0 ? (
        <Nothing>{t("templatesPart.none")}</Nothing>
      ) : (
        <RuleRows
          label={t("templates")}
          rules={named}
          nameOf={([{ name }]) => name}
          onChange={may ? (next) => void act("policy.templates", { templates: next.flat() }) : null}
          onEdit={setEdited}
        >
          {(variants) => (
            <span className="min-w-0 flex-1">
              <span className="flex flex-wrap items-baseline gap-x-2">
                <bdi className="font-medium">{variants[0].name}</bdi>
                <span className="text-xs text-ink-faint">
                  {variants
                    .map(({ lang }) =>
                      lang === null || lang === "" ? t("templatesPart.anyLanguage") : languageName(lang, language),
                    )
                    .join(", ")}
                </span>
              </span>
              <bdi className="line-clamp-2 text-xs text-ink-soft">
                {(variants.find(({ lang }) => lang === language) ?? variants[0]).text}
              </bdi>
              {variants.some(({ text }) => unknownPlaceholders(text).length > 0) ? (
                <span className="text-xs font-medium text-over">{t("templatesPart.hasUnknown")}</span>
              ) : null}
            </span>
          )}
        </RuleRows>
      )}
      {edited === null ? null : (
        <TemplateDialog
          templates={templates}
          variants={edited === "new" ? [] : (named[edited] ?? [])}
          onClose={() => setEdited(null)}
        />
      )}
    </Section>
  );
}
