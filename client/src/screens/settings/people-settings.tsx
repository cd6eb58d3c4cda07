import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { permits } from "@flowdesk/shared/desk/permission.ts";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../components/button.tsx";
import { ChannelMark } from "../../components/channel-mark.tsx";
import { ExpectedText } from "../../components/expected-text.tsx";
import { ForeignName } from "../../components/foreign-text.tsx";
import { useMe, useMembers, usePermits } from "../../store/use-desk.ts";
import { useExpected } from "../../store/use-expected.ts";
import { useTick } from "../../store/use-view.ts";
import { useFormats } from "../../text/use-text.ts";
import { Invitations } from "./invitations.tsx";
import { MemberDialog } from "./member-dialog.tsx";
import { Row, Rows, Section } from "./section.tsx";

/** Who works on the desk, and who has been invited to. */
export function PeopleSettings() {
  const { t } = useTranslation("settings");
  const me = useMe();
  const members = useMembers();
  const mayInvite = usePermits("account.invite");
  const mayChannels = usePermits("member.channels");
  const [edited, setEdited] = useState<string | null>(null);
  const member = members.find(({ id }) => id === edited);
  const canEdit = (one: Member) => me !== undefined && permits(me, "member.capacity", { owner: one.id });
  return (
    <Section title={t("people")} hint={t("peoplePart.hint")} isReadOnly={!mayChannels}>
      <Rows label={t("people")}>
        {members.map((one) => (
          <Row
            key={one.id}
            tools={
              canEdit(one) || mayChannels ? (
                <IconButton
                  icon={Pencil}
                  label={t("peoplePart.edit", { name: one.name })}
                  onPress={() => setEdited(one.id)}
                />
              ) : undefined
            }
          >
            <PersonLine member={one} isMe={one.id === me?.id} />
          </Row>
        ))}
      </Rows>
      {mayInvite ? <Invitations /> : null}
      {member === undefined ? null : <MemberDialog key={member.id} member={member} onClose={() => setEdited(null)} />}
    </Section>
  );
}

function PersonLine({ member, isMe }: { readonly member: Member; readonly isMe: boolean }) {
  const { t } = useTranslation(["settings", "shift", "components"]);
  const { timeNear, number } = useFormats();
  const now = useTick(60);
  const expected = useExpected()(member);
  const { name, roles, channels, capacity, languages, shift, accessUntil } = member;
  return (
    <>
      <span className="min-w-40 flex-1 basis-40 font-medium">
        <ForeignName>{name}</ForeignName>
        {isMe ? <span className="font-normal text-ink-faint"> · {t("components:lane.you")}</span> : null}
        <span className="block text-xs font-normal text-ink-soft">
          {roles.map((role) => t(`shift:role.${role}`)).join(", ")}
        </span>
        <span className="flex flex-wrap gap-x-2 text-xs font-normal text-ink-faint">
          {t(`components:shift.${shift}`)}
          {expected === null ? null : <ExpectedText expected={expected} />}
          {accessUntil == null ? null : (
            <span className="nums font-medium text-ink-soft">
              {t("peoplePart.accessUntil", { time: timeNear(accessUntil, now) })}
            </span>
          )}
        </span>
      </span>
      <span className="flex flex-1 basis-40 flex-wrap items-center gap-1 text-xs text-ink-soft">
        {channels === "all" ? (
          <>
            {t("peoplePart.channels")}: {t("peoplePart.all")}
          </>
        ) : channels.length > 6 ? (
          t("peoplePart.count", { count: channels.length })
        ) : (
          channels.map((id) => <ChannelMark key={id} channel={id} />)
        )}
      </span>
      <span className="text-xs text-ink-soft mid:w-20">{languages.length === 0 ? "" : languages.join(" ")}</span>
      <span className="nums text-xs whitespace-nowrap text-ink-soft mid:w-36 mid:text-right">
        {capacity === 0 ? t("peoplePart.capacityNone") : t("peoplePart.capacityOf", { shown: number(capacity) })}
      </span>
    </>
  );
}
