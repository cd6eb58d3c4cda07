import { useState } from "react";
import { Field } from "../../components/field.tsx";
import { readTimeOfDay } from "./time-of-day.ts";

/**
 * A time of day on the wall, in 24 hours whatever the browser is set to. What cannot be read gives way to what stood
 * there when the field is left.
 */
export function TimeField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (time: string) => void;
}) {
  const [text, setText] = useState<string | null>(null);
  return (
    <Field
      bare
      label={label}
      value={text ?? (value === "24:00" ? "00:00" : value)}
      inputMode="numeric"
      maxLength={5}
      onChange={(next) => {
        setText(next);
        const time = readTimeOfDay(next);
        if (time !== null) onChange(time);
      }}
      onBlur={() => setText(null)}
      className="w-20"
    />
  );
}
