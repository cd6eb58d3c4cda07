import {
  type Channel,
  type Connection,
  publishingPlatforms,
  splitChannel,
} from "@flowdesk/shared/desk/channel/channel.ts";
import { Pencil, Plus, RotateCcw, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { act } from "../../actions/act.ts";
import { useAttempt } from "../../actions/use-attempt.ts";
import { Button } from "../../components/button.tsx";
import { ChannelMark } from "../../components/channel-mark.tsx";
import { Choice } from "../../components/choice.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field } from "../../components/field.tsx";
import { Problem } from "../../components/problem.tsx";
import { useChannels, usePermits } from "../../store/use-desk.ts";
import { RowMenu } from "./row-menu.tsx";
import { Nothing, Row, Rows, Section } from "./section.tsx";

const connections: readonly Connection[] = ["by-hand", "simulated"];

/** The accounts and outlets of the desk: the ones in use first. */
export function ChannelSettings() {
  const { t } = useTranslation("settings");
  const channels = useChannels().toSorted((a, b) => Number(a.retired) - Number(b.retired));
  const mayAdd = usePermits("channel.add");
  const [isAdding, setAdding] = useState(false);
  const [renamed, setRenamed] = useState<Channel | null>(null);
  return (
    <Section
      title={t("channels")}
      hint={t("channelsPart.hint")}
      isReadOnly={!mayAdd}
      tools={
        mayAdd ? (
          <Button look="primary" icon={Plus} onPress={() => setAdding(true)}>
            {t("channelsPart.add")}
          </Button>
        ) : undefined
      }
    >
      {channels.length === 0 ? (
        <Nothing>{t("channelsPart.none")}</Nothing>
      ) : (
        <Rows label={t("channels")}>
          {channels.map((channel) => (
            <ChannelRow key={channel.id} channel={channel} onRename={() => setRenamed(channel)} />
          ))}
        </Rows>
      )}
      <p className="max-w-prose text-xs text-ink-faint">{t("channelsPart.connectionHint")}</p>
      {isAdding ? <AddDialog onClose={() => setAdding(false)} /> : null}
      {renamed === null ? null : <RenameDialog channel={renamed} onClose={() => setRenamed(null)} />}
    </Section>
  );
}

function ChannelRow({ channel, onRename }: { readonly channel: Channel; readonly onRename: () => void }) {
  const { t } = useTranslation("settings");
  const { id, name, handle, platform, retired, connection } = channel;
  const mayRename = usePermits("channel.rename");
  const mayConnect = usePermits("channel.connect");
  const mayRetire = usePermits("channel.retire");
  return (
    <Row
      isFaint={retired}
      tools={
        <RowMenu
          name={name}
          actions={[
            ...(mayRename ? [{ id: "rename", label: t("channelsPart.rename"), icon: Pencil, onAction: onRename }] : []),
            ...(!mayRetire
              ? []
              : retired
                ? [
                    {
                      id: "restore",
                      label: t("channelsPart.restore"),
                      icon: RotateCcw,
                      onAction: () => void act("channel.restore", { channel: id }),
                    },
                  ]
                : [
                    {
                      id: "retire",
                      label: t("channelsPart.retire"),
                      icon: Trash2,
                      onAction: () => void act("channel.retire", { channel: id }),
                    },
                  ]),
          ]}
        />
      }
    >
      <ChannelMark channel={id} />
      <span className="min-w-0 flex-1 basis-40">
        <bdi className="font-medium">{name}</bdi>
        <span className="block truncate text-xs text-ink-faint">
          {platform}:{handle}
          {retired ? ` · ${t("channelsPart.retired")}` : ""}
        </span>
      </span>
      {publishingPlatforms.has(platform) ? (
        <span className="text-xs text-ink-faint">{t("channelsPart.outlet")}</span>
      ) : mayConnect && !retired ? (
        <Choice
          bare
          label={`${t("channelsPart.connection")}: ${name}`}
          options={connections.map((one) => ({ id: one, label: t(`channelsPart.${one}`) }))}
          value={connection}
          onChange={(to) => void act("channel.connect", { channel: id, connection: to }, ["nothing.to.do"])}
          className="w-32"
        />
      ) : (
        <span className="text-xs text-ink-soft">{t(`channelsPart.${connection}`)}</span>
      )}
    </Row>
  );
}

function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(["settings", "common", "components"]);
  const [platform, setPlatform] = useState("");
  const [handle, setHandle] = useState("");
  const [name, setName] = useState("");
  const [connection, setConnection] = useState<Connection>("by-hand");
  const { isBusy, problem, give } = useAttempt();
  const raw = `${platform.trim()}:${handle.trim()}`;
  const isReady = splitChannel(raw) !== null;
  const isWrong = platform.trim() !== "" && handle.trim() !== "" && !isReady;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    void give("channel.add", {
      channel: raw,
      ...(name.trim() === "" ? {} : { name: name.trim() }),
      connection,
    }).then((isTaken) => {
      if (isTaken) onClose();
    });
  };
  return (
    <Dialog isOpen onClose={onClose} title={t("channelsPart.add")} closeLabel={t("components:dialog.close")}>
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <div className="grid items-start gap-4 mid:grid-cols-2">
          <Field
            label={t("channelsPart.platform")}
            hint={t("channelsPart.platformHint")}
            value={platform}
            onChange={setPlatform}
            maxLength={32}
            autoFocus
          />
          <Field
            label={t("channelsPart.handle")}
            hint={t("channelsPart.handleHint")}
            value={handle}
            onChange={setHandle}
            maxLength={120}
            error={isWrong ? t("channelsPart.wrong") : null}
          />
          <Field
            label={t("channelsPart.name")}
            hint={t("channelsPart.nameHint")}
            value={name}
            onChange={setName}
            maxLength={120}
          />
          <Choice
            label={t("channelsPart.connection")}
            options={connections.map((one) => ({ id: one, label: t(`channelsPart.${one}`) }))}
            value={connection}
            onChange={setConnection}
          />
        </div>
        <Problem>{problem}</Problem>
        <div className="flex justify-end">
          <Button type="submit" look="primary" isDisabled={!isReady || isBusy}>
            {t("common:add")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function RenameDialog({ channel, onClose }: { readonly channel: Channel; readonly onClose: () => void }) {
  const { t } = useTranslation(["settings", "common", "components"]);
  const [name, setName] = useState(channel.name);
  const { isBusy, problem, give } = useAttempt();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === channel.name) return onClose();
    void give("channel.rename", { channel: channel.id, name }).then((isTaken) => {
      if (isTaken) onClose();
    });
  };
  return (
    <Dialog isOpen onClose={onClose} title={channel.id} closeLabel={t("components:dialog.close")}>
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <Field label={t("channelsPart.name")} value={name} onChange={setName} maxLength={120} autoFocus />
        <Problem>{problem}</Problem>
        <div className="flex justify-end">
          <Button type="submit" look="primary" isDisabled={name.trim() === "" || isBusy}>
            {t("common:save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
