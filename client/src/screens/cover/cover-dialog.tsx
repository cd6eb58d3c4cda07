import { platformOf, publishingPlatforms } from "@flowdesk/shared/desk/channel/channel.ts";
import { isFree, type Member } from "@flowdesk/shared/desk/member/member.ts";
import { Wand2 } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { setCover } from "../../actions/set-cover.ts";
import { Button } from "../../components/button.tsx";
import { ChannelMark } from "../../components/channel-mark.tsx";
import { channelNames } from "../../components/channel-names.ts";
import { Dialog } from "../../components/dialog.tsx";
import { useChannels, useMembers } from "../../store/use-desk.ts";
import { useChannelLines } from "../../store/use-lists.ts";
import { CoverRow } from "./cover-row.tsx";
import { coverFrom, everyChannel, isSameOrder, type Order, ordersOf, suggestedCover } from "./orders.ts";

/** Who has which channels tonight, and who stands in: channel by channel, each change at once. */
export function CoverDialog({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(["cover", "components"]);
  const members = useMembers();
  const channels = useChannels();
  const called = channelNames(channels);
  const lines = useChannelLines();
  const incoming = useMemo(
    () => channels.filter(({ id, retired }) => !retired && !publishingPlatforms.has(platformOf(id))),
    [channels],
  );
  const open = new Map(lines.map((line) => [line.channel, line.open]));
  const isSet = members.some(({ cover }) => (cover ?? []).length > 0);
  const alter = (member: Member, orders: readonly Order[]) => void setCover(member.id, coverFrom(orders));
  const add = (member: Member, order: Order) => {
    const before = ordersOf(member.cover ?? []).filter(
      (one) => one.channel !== order.channel || (one.standIn ?? false) !== (order.standIn ?? false),
    );
    alter(member, [...before, order]);
  };
  const replace = (member: Member, old: Order, next: Order | null) => {
    const orders = ordersOf(member.cover ?? []);
    alter(
      member,
      orders.flatMap((one) => (isSameOrder(one, old) ? (next === null ? [] : [next]) : [one])),
    );
  };
  const suggest = () => {
    const atWork = members.filter(isFree);
    const suggested = suggestedCover(
      incoming.map(({ id }) => ({ id, open: open.get(id) ?? 0 })),
      atWork,
    );
    for (const [member, cover] of suggested) void setCover(member, cover);
  };
  const canSuggest = members.some(isFree) && incoming.length > 0;
  return (
    <Dialog
      isOpen
      wide
      onClose={onDone}
      title={t("title")}
      closeLabel={t("components:dialog.close")}
      footer={
        isSet ? undefined : (
          <Button icon={Wand2} look="primary" isDisabled={!canSuggest} onPress={suggest}>
            {t("suggest")}
          </Button>
        )
      }
    >
      <p className="mb-3 text-sm text-ink-soft">{t("hint")}</p>
      <ul className="divide-y divide-line border-y border-line">
        <CoverRow
          channel={everyChannel}
          label={<span className="font-medium">{t("everyChannel")}</span>}
          name={t("everyChannel")}
          members={members}
          onAdd={add}
          onReplace={replace}
        />
        {incoming
          .map(({ id, name }) => ({ id, name: called.get(id) ?? name }))
          .map(({ id, name }) => (
            <CoverRow
              key={id}
              channel={id}
              name={name}
              label={
                <>
                  <ChannelMark channel={id} />
                  <bdi className="min-w-0 truncate font-medium">{name}</bdi>
                </>
              }
              members={members}
              onAdd={add}
              onReplace={replace}
            />
          ))}
      </ul>
      {isSet ? null : <p className="mt-3 text-sm text-ink-faint">{t("noneYet")}</p>}
    </Dialog>
  );
}
