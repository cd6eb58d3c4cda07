import type { ReactNode, Ref } from "react";
import {
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField,
} from "react-aria-components";

export const inputLook =
  "w-full rounded-md border border-line-strong bg-surface px-2.5 text-sm text-ink disabled:opacity-60 invalid:border-over touch:text-lg";

export interface FieldProps extends Omit<AriaTextFieldProps, "className" | "children"> {
  readonly label: string;
  /** What helps to fill it in. */
  readonly hint?: ReactNode;
  /** What is wrong with it, as a sentence that says what to do; replaces the browser's own. */
  readonly error?: string | null | undefined;
  readonly placeholder?: string;
  /** Lines of a longer text; absent: one line. */
  readonly lines?: number;
  /** The label is read out and not shown. */
  readonly bare?: boolean;
  readonly className?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Dictation and other languages: the browser's spelling help is on where text is written for others. */
  readonly spelling?: boolean;
}

/** A text field with its label, its help and what is wrong with it. */
export function Field({
  label,
  hint,
  error,
  placeholder,
  lines,
  bare,
  className = "",
  inputRef,
  spelling = false,
  ...rest
}: FieldProps) {
  const wrong = error !== undefined && error !== null && error !== "";
  return (
    <TextField {...rest} isInvalid={wrong} className={`flex flex-col gap-1 ${className}`}>
      <Label className={bare === true ? "sr-only" : "text-xs font-medium text-ink-soft"}>{label}</Label>
      {lines === undefined ? (
        <Input
          {...(inputRef === undefined ? {} : { ref: inputRef })}
          placeholder={placeholder ?? ""}
          spellCheck={spelling}
          className={`${inputLook} h-8 touch:h-11`}
        />
      ) : (
        <TextArea
          rows={lines}
          placeholder={placeholder ?? ""}
          spellCheck={spelling}
          className={`${inputLook} resize-y py-1.5`}
        />
      )}
      {hint === undefined || wrong ? null : (
        <Text slot="description" className="text-xs text-ink-faint">
          {hint}
        </Text>
      )}
      <FieldError className="text-xs font-medium text-over">{wrong ? error : undefined}</FieldError>
    </TextField>
  );
}
