import { Check, ChevronDown } from "lucide-react";
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from "react-aria-components";

export interface ChoiceOption<Key extends string> {
  readonly id: Key;
  readonly label: string;
}

export interface ChoiceProps<Key extends string> {
  readonly label: string;
  readonly options: readonly ChoiceOption<Key>[];
  readonly value: Key | null;
  readonly onChange: (value: Key) => void;
  readonly placeholder?: string;
  readonly bare?: boolean;
  readonly isDisabled?: boolean;
  readonly className?: string;
}

/** One out of a short list. */
export function Choice<Key extends string>(props: ChoiceProps<Key>) {
  const { label, options, value, onChange, placeholder, bare, isDisabled = false, className = "" } = props;
  return (
    <Select
      className={`flex flex-col gap-1 ${className}`}
      value={value}
      isDisabled={isDisabled}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen !== undefined) onChange(chosen.id);
      }}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <Label className={bare === true ? "sr-only" : "text-xs font-medium text-ink-soft"}>{label}</Label>
      <Button className="flex h-8 items-center justify-between gap-2 rounded-md border border-line-strong bg-surface px-2.5 text-sm text-ink hover:bg-hover disabled:opacity-60 touch:h-11">
        <SelectValue className="truncate placeholder-shown:text-ink-faint" />
        <ChevronDown aria-hidden size={14} className="shrink-0 text-ink-faint" />
      </Button>
      <Popover className="enter-fade min-w-(--trigger-width) overflow-auto rounded-lg border border-line bg-surface p-1 shadow-lift">
        <ListBox items={options} className="max-h-80 outline-none">
          {(option) => (
            <ListBoxItem
              id={option.id}
              textValue={option.label}
              className="flex cursor-default items-center justify-between gap-4 rounded px-2 py-1.5 text-sm text-ink outline-none focused:bg-selected selected:font-medium touch:min-h-11"
            >
              {({ isSelected }) => (
                <>
                  {option.label}
                  {isSelected ? <Check aria-hidden size={14} /> : null}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
