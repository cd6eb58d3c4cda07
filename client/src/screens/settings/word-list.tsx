import { X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../../components/button.tsx";
import { Field } from "../../components/field.tsx";
import { Nothing } from "./section.tsx";

/** Words that stand in any order, to be added and taken out one by one. */
export function WordList({
  label,
  addLabel,
  noneText,
  words,
  maxLength,
  minLength = 1,
  onChange,
}: {
  /** What the words are, for those who listen. */
  readonly label: string;
  readonly addLabel: string;
  readonly noneText: string;
  readonly words: readonly string[];
  readonly maxLength: number;
  readonly minLength?: number;
  /** Null where the member may only read. */
  readonly onChange: ((words: string[]) => void) | null;
}) {
  const { t } = useTranslation(["settings", "common"]);
  const [text, setText] = useState("");
  const word = text.trim();
  const isNew = word.length >= minLength && !words.some((one) => one.toLowerCase() === word.toLowerCase());
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isNew || onChange === null) return;
    setText("");
    onChange([...words, word]);
  };
  return (
    <div className="flex flex-col gap-3">
      {onChange === null ? null : (
        <form onSubmit={onSubmit} className="flex max-w-sm items-end gap-2">
          <Field label={addLabel} value={text} onChange={setText} maxLength={maxLength} className="flex-1" />
          <Button type="submit" isDisabled={!isNew}>
            {t("common:add")}
          </Button>
        </form>
      )}
      {words.length === 0 ? (
        <Nothing>{noneText}</Nothing>
      ) : (
        <ul aria-label={label} className="flex flex-wrap gap-2">
          {words.map((one) => (
            <li
              key={one}
              className="flex min-h-8 max-w-full min-w-0 items-center rounded-full border border-line bg-surface pr-1 pl-3 text-sm"
            >
              <bdi className="min-w-0 truncate">{one}</bdi>
              {onChange === null ? (
                <span className="w-2" />
              ) : (
                <IconButton
                  icon={X}
                  label={t("removeWord", { word: one })}
                  onPress={() => onChange(words.filter((other) => other !== one))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
