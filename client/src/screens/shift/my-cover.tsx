import type { Cover } from "@flowdesk/shared/desk/cover/cover.ts";
import { useTranslation } from "react-i18next";
import { ChannelMark } from "../../components/channel-mark.tsx";
import { channelNames } from "../../components/channel-names.ts";
import { useChannels, useMe } from "../../store/use-desk.ts";
import { useView } from "../../store/use-view.ts";
import { languageName } from "../../text/formats.ts";
import { Part, Quiet } from "./part.tsx";

/** What comes to the person here by standing order. */
export function MyCover() {
  const { t } = useTranslation(["briefing", "components"]);
  const language = useView((view) => view.language);
  const cover = useMe()?.cover ?? [];
  const channels = useChannels();
  const called = channelNames(channels);
  const narrowed = ({ kinds = [], languages = [], standIn }: Cover) =>
    [
      ...kinds.map((kind) => t(`components:kind.${kind}`)),
      ...languages.map((tag) => languageName(tag, language)),
      ...(standIn === true ? [t("standIn")] : []),
    ].join(" · ");
  return (
    <Part title={t("cover")}>
      {cover.length === 0 ? (
        <Quiet>{t("noCover")}</Quiet>
      ) : (
        <>
          <ul className="flex flex-col gap-1 text-sm">
            {cover.map((one, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an order has no id; its place is what it is known by.
              <li key={index} className="flex flex-wrap items-center gap-x-3 gap-y-1">
                {one.channels === "all" ? (
                  <span className="font-medium">{t("allChannels")}</span>
                ) : (
                  one.channels.map((id) => (
                    <span key={id} className="inline-flex items-center gap-1.5">
                      <ChannelMark channel={id} />
                      <bdi>{called.get(id) ?? id}</bdi>
                    </span>
                  ))
                )}
                <span className="text-xs text-ink-faint">{narrowed(one)}</span>
              </li>
            ))}
          </ul>
          {cover.some(({ standIn }) => standIn !== true) ? <Quiet>{t("covers")}</Quiet> : null}
        </>
      )}
    </Part>
  );
}
