import { X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { act } from "../../actions/act.ts";
import { Button, IconButton } from "../../components/button.tsx";
import { Field } from "../../components/field.tsx";
import { useDesk, usePermits } from "../../store/use-desk.ts";
import { Nothing, Section } from "./section.tsx";

/** The tags that people of the desk choose among. */
export function TagSettings() {
  const { t } = useTranslation("settings");
  const tags = useDesk()?.policy.tags ?? [];
  const may = usePermits("policy.tags");
  const [text, setText] = useState("");
  const tag = text.trim();
  const isNew = tag !== "" && !tags.some((one) => one.toLowerCase() === tag.toLowerCase());
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isNew) return;
    setText("");
    void act("policy.tags", { tags: [...tags, tag] });
  };
  return (
    <Section title={t("tags")} hint={t("tagsPart.hint")} isReadOnly={!may}>
      {may ? (
        <form onSubmit={onSubmit} className="flex max-w-sm items-end gap-2">
          <Field label={t("tagsPart.add")} value={text} onChange={setText} maxLength={64} className="flex-1" />
          <Button type="submit" isDisabled={!isNew}>
            {t("tagsPart.addDo")}
          </Button>
        </form>
      ) : null}
      {tags.length === 0 ? (
        <Nothing>{t("tagsPart.none")}</Nothing>
      ) : (
        <ul aria-label={t("tags")} className="flex flex-wrap gap-2">
          {tags.map((one) => (
            <li
              key={one}
              className="flex min-h-8 items-center rounded-full border border-line bg-surface pr-1 pl-3 text-sm"
            >
              <bdi>{one}</bdi>
              {may ? (
                <IconButton
                  icon={X}
                  label={t("tagsPart.remove", { tag: one })}
                  onPress={() => void act("policy.tags", { tags: tags.filter((other) => other !== one) })}
                />
              ) : (
                <span className="w-2" />
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
