import { useTranslation } from "react-i18next";
import { ChannelMark } from "../../components/channel-mark.tsx";
import { channelNames } from "../../components/channel-names.ts";
import { Tick } from "../../components/toggle.tsx";
import { useChannels } from "../../store/use-desk.ts";

/** Channels to choose among; retired ones only if they are chosen. */
export function ChannelTicks({
  label,
  chosen,
  onChange,
}: {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onChange: (channels: string[]) => void;
}) {
  const channels = useChannels().filter(({ id, retired }) => !retired || chosen.includes(id));
  const called = channelNames(channels);
  const { t } = useTranslation("settings");
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="sr-only">{label}</legend>
      <div className="flex max-h-44 flex-wrap gap-x-5 overflow-y-auto rounded-lg border border-line px-3 py-1">
        {channels.map(({ id }) => (
          <Tick
            key={id}
            isSelected={chosen.includes(id)}
            onChange={(isChosen) => onChange(isChosen ? [...chosen, id] : chosen.filter((one) => one !== id))}
          >
            <ChannelMark channel={id} />
            <bdi>{called.get(id)}</bdi>
          </Tick>
        ))}
      </div>
      {chosen.length === 0 ? (
        <p className="text-xs font-medium text-over">{t("peoplePart.atLeastOneChannel")}</p>
      ) : null}
    </fieldset>
  );
}
