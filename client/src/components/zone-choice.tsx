import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { inputLook } from "./field.tsx";

const zones = Intl.supportedValuesOf("timeZone");

/** A time zone by its IANA name, found by any part of it. */
export function ZoneChoice(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (zone: string) => void;
  readonly className?: string;
}) {
  const { label, value, onChange, className = "" } = props;
  const [written, setWritten] = useState(value);
  const known = zones.includes(value) ? zones : [value, ...zones];
  const options = written === value ? known : known.filter((zone) => matches(zone, written));
  return (
    <ComboBox
      className={`flex flex-col gap-1 ${className}`}
      items={options.map((id) => ({ id }))}
      inputValue={written}
      onInputChange={setWritten}
      value={value}
      onChange={(zone) => {
        if (typeof zone === "string") {
          onChange(zone);
          setWritten(zone);
        } else setWritten(value);
      }}
      menuTrigger="input"
    >
      <Label className="text-xs font-medium text-ink-soft">{label}</Label>
      <div className="relative flex">
        <Input className={`${inputLook} h-8 pr-8 touch:h-11`} />
        <Button className="absolute inset-y-0 right-0 flex w-8 items-center justify-center rounded-md text-ink-faint hover:text-ink touch:w-11">
          <ChevronDown aria-hidden size={14} />
        </Button>
      </div>
      <Popover className="enter-fade w-(--trigger-width) overflow-auto rounded-lg border border-line bg-surface p-1 shadow-lift">
        <ListBox<{ id: string }> className="max-h-64 outline-none">
          {({ id }) => (
            <ListBoxItem
              id={id}
              textValue={id}
              className="flex cursor-default items-center rounded px-2 py-1.5 text-sm text-ink outline-none focus:bg-selected selected:font-medium touch:min-h-11"
            >
              {id}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function matches(zone: string, written: string): boolean {
  return zone.toLowerCase().replaceAll("_", " ").includes(written.trim().toLowerCase().replaceAll("_", " "));
}
