import { type Kind, kinds, type Need, needs } from "@flowdesk/shared/desk/item/need.ts";
import { useTranslation } from "react-i18next";
import { channelLabels } from "../../components/channel-names.ts";
import { Choice } from "../../components/choice.tsx";
import { useChannels } from "../../store/use-desk.ts";

const any = "any:";

/** One channel, or any. */
export function ChannelChoice(props: {
  readonly value: string | undefined;
  readonly onChange: (channel: string | undefined) => void;
  readonly bare?: boolean;
}) {
  const { t } = useTranslation(["settings", "common"]);
  const channels = useChannels().filter(({ id, retired }) => !retired || id === props.value);
  return (
    <Choice
      label={t("common:channel")}
      options={[
        { id: any, label: t("anyChannel") },
        ...[...channelLabels(channels)].map(([id, label]) => ({ id, label })),
      ]}
      value={props.value ?? any}
      onChange={(id) => props.onChange(id === any ? undefined : id)}
      {...(props.bare === undefined ? {} : { bare: props.bare })}
    />
  );
}

/** One kind of item, or any. */
export function KindChoice({
  value,
  onChange,
}: {
  readonly value: Kind | undefined;
  readonly onChange: (kind: Kind | undefined) => void;
}) {
  const { t } = useTranslation(["settings", "common", "components"]);
  return (
    <Choice
      label={t("common:kind")}
      options={[{ id: any, label: t("anyKind") }, ...kinds.map((id) => ({ id, label: t(`components:kind.${id}`) }))]}
      value={value ?? any}
      onChange={(id) => onChange(kinds.find((kind) => kind === id))}
    />
  );
}

/** One need; with `mayBeAny` any as well. */
export function NeedChoice({
  value,
  mayBeAny = false,
  onChange,
}: {
  readonly value: Need | undefined;
  readonly mayBeAny?: boolean;
  readonly onChange: (need: Need | undefined) => void;
}) {
  const { t } = useTranslation(["settings", "common", "components"]);
  return (
    <Choice
      label={t("common:need")}
      options={[
        ...(mayBeAny ? [{ id: any, label: t("anyNeed") }] : []),
        ...needs.map((id) => ({ id: id as string, label: t(`components:need.${id}`) })),
      ]}
      value={value ?? (mayBeAny ? any : null)}
      onChange={(id) => onChange(needs.find((need) => need === id))}
    />
  );
}
