import { calendarFormats } from "@flowdesk/shared/protocol/import.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { ChannelMark } from "../../components/channel-mark.tsx";
import { Choice } from "../../components/choice.tsx";
import { Tick } from "../../components/toggle.tsx";
import { ZoneChoice } from "../../components/zone-choice.tsx";
import { useChannels } from "../../store/use-desk.ts";
import { FileChoice } from "./file-choice.tsx";
import { RunView } from "./run-view.tsx";
import { lookAtFile } from "./table-look.ts";
import { useImport } from "./use-import.ts";

const orders = ["guess", "dd/mm", "mm/dd"] as const;

/** Bringing a calendar of planned posts in. */
export function BringInPosts({ desk, zone: ofDesk }: { readonly desk: string; readonly zone: string }) {
  const { t } = useTranslation("bringIn");
  const handle = useImport(desk, "posts");
  const { isRunning } = handle;
  const channels = useChannels().filter(({ retired }) => !retired);
  const [file, setFile] = useState<File | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const [format, setFormat] = useState<(typeof calendarFormats)[number]>("sprout");
  const [zone, setZone] = useState(ofDesk);
  const [dates, setDates] = useState<(typeof orders)[number]>("guess");
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const wanted = channels.filter(({ id }) => !left.has(id));
  const isReady = file !== null && !isRunning && (channels.length === 0 || wanted.length > 0);

  const choose = (chosen: File) => {
    handle.forget();
    lookAtFile(chosen, chosen.name).then(
      (look) => {
        setUnreadable(false);
        setFile(chosen);
        setFormat(look.format === "buffer" ? "buffer" : "sprout");
      },
      () => setUnreadable(true),
    );
  };
  const start = (dryRun: boolean) => {
    if (file === null) return;
    handle.start({
      file,
      query: {
        name: file.name,
        kind: "posts",
        format,
        zone,
        dryRun: dryRun ? "1" : "0",
        ...(format === "sprout" && dates !== "guess" ? { dates } : {}),
        ...(wanted.length === 0 ? {} : { channels: wanted.map(({ id }) => id).join(",") }),
      },
    });
  };

  return (
    <div className="flex flex-col gap-5 p-4">
      <FileChoice file={file} hint={t("file.postsHint")} isDisabled={isRunning} onChoose={choose} />
      {unreadable ? <p className="text-sm text-over">{t("file.unreadable")}</p> : null}
      {file === null ? null : (
        <>
          <div className="grid gap-3 mid:grid-cols-2">
            <Choice
              label={t("format.label")}
              options={calendarFormats.map((id) => ({ id, label: t(`format.${id}`) }))}
              value={format}
              onChange={setFormat}
            />
            <ZoneChoice label={t("zone")} value={zone} onChange={setZone} />
            {format === "buffer" ? null : (
              <Choice
                label={t("dates.label")}
                options={orders.map((id) => ({ id, label: t(`dates.${id}`) }))}
                value={dates}
                onChange={setDates}
              />
            )}
          </div>
          <fieldset className="flex flex-col gap-1">
            <legend className="mb-1 text-xs font-medium text-ink-soft">{t("channels")}</legend>
            {channels.length === 0 ? <p className="text-sm text-ink-faint">{t("noChannels")}</p> : null}
            <div className="flex flex-wrap gap-x-5 gap-y-1">
              {channels.map(({ id, handle: name }) => (
                <Tick
                  key={id}
                  isSelected={!left.has(id)}
                  onChange={(isIn) => setLeft(new Set(isIn ? [...left].filter((one) => one !== id) : [...left, id]))}
                >
                  <ChannelMark channel={id} />
                  <bdi>{name}</bdi>
                </Tick>
              ))}
            </div>
          </fieldset>
          <div className="flex flex-wrap gap-2">
            <Button isDisabled={!isReady} onPress={() => start(true)}>
              {t("tryOut")}
            </Button>
            <Button look="primary" isDisabled={!isReady} onPress={() => start(false)}>
              {t("plan")}
            </Button>
          </div>
        </>
      )}
      <RunView desk={desk} handle={handle} />
    </div>
  );
}
