import { kinds, needs } from "@flowdesk/shared/desk/item/need.ts";
import { spanNames } from "@flowdesk/shared/report/span.ts";
import { SlidersHorizontal } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWidth } from "../../app/use-width.ts";
import { Button } from "../../components/button.tsx";
import { channelLabels } from "../../components/channel-names.ts";
import { Choice, type ChoiceOption } from "../../components/choice.tsx";
import { Field } from "../../components/field.tsx";
import { useChannels } from "../../store/use-desk.ts";
import type { Narrowing } from "./address.ts";
import { useNameOf } from "./use-people.ts";

/** Stands for "no matter which"; no channel, kind, need or person is called so. */
const every = "*";

/** By what the review is narrowed down. */
export function Filters({
  narrowing,
  people,
  today,
  onNarrow,
}: {
  readonly narrowing: Narrowing;
  /** Whom one may choose among; null for who may not see others' figures. */
  readonly people: readonly string[] | null;
  /** The date in the desk's zone. */
  readonly today: string;
  readonly onNarrow: (change: Partial<Narrowing>) => void;
}) {
  const { t } = useTranslation(["review", "common", "components"]);
  const isNarrow = useWidth() === "narrow";
  const [isUnfolded, setUnfolded] = useState(false);
  const channels = useChannels();
  const nameOf = useNameOf();
  const isDays = narrowing.first !== undefined || narrowing.last !== undefined;
  const [channel, kind, need, person] = [
    narrowing.channel[0],
    narrowing.kind[0],
    narrowing.need[0],
    narrowing.person[0],
  ];
  const chosen = [channel, kind, need, person].filter((one) => one !== undefined).length;
  const persons = people === null ? [] : person === undefined || people.includes(person) ? people : [person, ...people];
  return (
    <fieldset className="grid w-full grid-cols-2 items-end gap-2 mid:flex mid:w-auto mid:flex-wrap">
      <legend className="sr-only">{t("filters")}</legend>
      <Choice
        label={t("span.label")}
        className="mid:w-44"
        options={[...spanNames, "days" as const].map((id) => ({ id, label: t(`span.${id}`) }))}
        value={isDays ? "days" : (narrowing.span ?? "last-7-days")}
        onChange={(span) =>
          span === "days"
            ? onNarrow({ span: undefined, first: today, last: today })
            : onNarrow({ span, first: undefined, last: undefined })
        }
      />
      {isNarrow ? (
        <Button
          icon={SlidersHorizontal}
          aria-expanded={isUnfolded}
          onPress={() => setUnfolded(!isUnfolded)}
          className="touch:h-11"
        >
          {t("filters")}
          {chosen === 0 ? null : <span className="nums"> · {chosen}</span>}
        </Button>
      ) : null}
      {isDays ? (
        <>
          <DateField label={t("firstDay")} value={narrowing.first} onChange={(first) => onNarrow({ first })} />
          <DateField label={t("lastDay")} value={narrowing.last} onChange={(last) => onNarrow({ last })} />
        </>
      ) : null}
      {isNarrow && !isUnfolded ? null : (
        <>
          <One
            label={t("common:channel")}
            whole={t("everyChannel")}
            options={[...channelLabels(channels)].map(([id, label]) => ({ id, label }))}
            value={channel}
            onChange={(id) => onNarrow({ channel: id === null ? [] : [id] })}
          />
          <One
            label={t("common:kind")}
            whole={t("everyKind")}
            options={kinds.map((id) => ({ id, label: t(`components:kind.${id}`) }))}
            value={kind}
            onChange={(id) => onNarrow({ kind: id === null ? [] : [id] })}
          />
          <One
            label={t("common:need")}
            whole={t("everyNeed")}
            options={needs.filter((id) => id !== "watch").map((id) => ({ id, label: t(`components:need.${id}`) }))}
            value={need}
            onChange={(id) => onNarrow({ need: id === null ? [] : [id] })}
          />
          {people === null ? null : (
            <One
              label={t("person")}
              whole={t("everybody")}
              options={persons.map((id) => ({ id, label: nameOf(id) }))}
              value={person}
              onChange={(id) => onNarrow({ person: id === null ? [] : [id] })}
            />
          )}
        </>
      )}
    </fieldset>
  );
}

function One<Key extends string>({
  label,
  whole,
  options,
  value,
  onChange,
}: {
  readonly label: string;
  readonly whole: string;
  readonly options: readonly ChoiceOption<Key>[];
  readonly value: Key | undefined;
  readonly onChange: (value: Key | null) => void;
}) {
  return (
    <Choice<Key | typeof every>
      label={label}
      className="min-w-0 mid:w-40"
      options={[{ id: every, label: whole }, ...options]}
      value={value ?? every}
      onChange={(id) => onChange(id === every ? null : (id as Key))}
    />
  );
}

function DateField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}) {
  return (
    <Field
      label={label}
      type="date"
      className="mid:w-36"
      value={value ?? ""}
      onChange={(text) => {
        // Half a date, while somebody types the year, is none yet.
        if (/^[12]\d{3}-\d\d-\d\d$/u.test(text)) onChange(text);
      }}
    />
  );
}
