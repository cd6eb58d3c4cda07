import type { CommandData, CommandType } from "@flowdesk/shared/desk/commands.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttempt } from "../../actions/use-attempt.ts";
import { Button } from "../../components/button.tsx";
import { Field } from "../../components/field.tsx";
import { Problem } from "../../components/problem.tsx";

/** One line of text that a command sets: a button to save it comes as soon as it differs from what the desk has. */
export function SettingLine<Type extends CommandType>({
  label,
  hint,
  value,
  wrong,
  maxLength,
  isDisabled = false,
  inputMode,
  read,
  type,
}: {
  readonly label: string;
  readonly hint?: string;
  /** As the desk has it. */
  readonly value: string;
  /** What to say of what cannot be read. */
  readonly wrong?: string;
  readonly maxLength: number;
  readonly isDisabled?: boolean;
  readonly inputMode?: "numeric" | "text";
  /** The command's data for what was written; null if it cannot be. */
  readonly read: (text: string) => CommandData[Type] | null;
  readonly type: Type;
}) {
  const { t } = useTranslation("common");
  const [text, setText] = useState<string | null>(null);
  const { isBusy, problem, give, forget } = useAttempt();
  const data = text === null ? null : read(text);
  const isAltered = text !== null && text.trim() !== value;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isAltered || data === null) return;
    void give(type, data).then((isTaken) => {
      if (isTaken) setText(null);
    });
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-1">
      <div className="flex items-end gap-2">
        <Field
          label={label}
          value={text ?? value}
          onChange={(next) => {
            setText(next);
            forget();
          }}
          maxLength={maxLength}
          isDisabled={isDisabled}
          {...(inputMode === undefined ? {} : { inputMode })}
          className="flex-1"
        />
        {isAltered ? (
          <Button type="submit" look="primary" isDisabled={data === null || isBusy}>
            {t("save")}
          </Button>
        ) : null}
      </div>
      {isAltered && data === null && wrong !== undefined ? (
        <p className="text-xs font-medium text-over">{wrong}</p>
      ) : hint === undefined ? null : (
        <p className="text-xs text-ink-faint">{hint}</p>
      )}
      <Problem>{problem}</Problem>
    </form>
  );
}
