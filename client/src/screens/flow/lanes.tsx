import { platformOf } from "@flowdesk/shared/desk/channel/channel.ts";
import { hasCover } from "@flowdesk/shared/desk/cover/cover-of.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { UserRoundPlus, Users } from "lucide-react";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { assign } from "../../actions/assign.ts";
import { setShift } from "../../actions/set-shift.ts";
import { ask } from "../../app/ask.ts";
import { lettersFor } from "../../app/letters.ts";
import { useAssignable } from "../../app/use-assignable.ts";
import { Button, IconButton } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { PersonLane } from "../../components/person-lane.tsx";
import { shortPlatform } from "../../components/platform-name.ts";
import { itemDeadline } from "../../components/urgency.ts";
import { useMembers, usePermits, useReplica } from "../../store/use-desk.ts";
import { useLoads } from "../../store/use-lists.ts";
import { clearSelected } from "../../store/view-store.ts";

const addVolunteer = () => ask({ kind: "volunteer" });

/** Everyone at work who answers: what they have, and what can be dropped on them. */
export function Lanes({
  person,
  onPerson,
  isBare = false,
}: {
  readonly person: string | null;
  readonly onPerson: (id: string | null) => void;
  readonly isBare?: boolean;
}) {
  const { t } = useTranslation(["flow", "app", "volunteer"]);
  const mayInvite = usePermits("account.invite.volunteer");
  const people = useAssignable();
  const letters = useMemo(() => lettersFor(people), [people]);
  const loads = useLoads();
  const me = useReplica((view) => view.me);
  const isCovered = hasCover(useMembers());
  const presence = useReplica((view) => view.presence);
  const here = useMemo(() => new Set(presence.map(({ member }) => member)), [presence]);
  return (
    <section aria-label={t("onShift")} className={`flex min-h-0 flex-col ${isBare ? "" : "max-h-[62%]"}`}>
      {isBare ? null : (
        <div className="flex h-9 shrink-0 items-center gap-2 border-b border-line px-3">
          <h2 className="pane-title">{t("onShift")}</h2>
          <span className="nums flex-1 text-xs font-semibold">{people.length}</span>
          {mayInvite ? (
            <IconButton icon={UserRoundPlus} label={t("volunteer:add")} className="-mr-1.5" onPress={addVolunteer} />
          ) : null}
        </div>
      )}
      {people.length === 0 ? (
        <Empty
          icon={Users}
          title={t("app:ask.nobodyOnShift")}
          action={<Button onPress={() => void setShift("on")}>{t("app:shift.start")}</Button>}
        >
          {t("nobodyHint")}
        </Empty>
      ) : (
        <ul className="min-h-0 flex-1 overflow-y-auto">
          {people.map((member) => (
            <Lane
              key={member.id}
              member={member}
              isMe={member.id === me}
              // Who is here comes a moment after the desk; until then nobody is called gone.
              isHere={member.user === null || here.size === 0 || here.has(member.id) || member.id === me}
              isCovered={isCovered}
              waiting={loads.get(member.id)?.waiting ?? 0}
              next={loads.get(member.id)?.next ?? null}
              letter={(letters.get(member.id) ?? "").toUpperCase()}
              isOpen={person === member.id}
              onPerson={onPerson}
            />
          ))}
        </ul>
      )}
      {isBare && mayInvite ? (
        <div className="shrink-0 border-t border-line p-3">
          <Button icon={UserRoundPlus} onPress={addVolunteer}>
            {t("volunteer:add")}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

/** One of them; drawn anew when something of theirs alters, not whenever anybody's load does. */
const Lane = memo(function Lane(props: {
  readonly member: Member;
  readonly isMe: boolean;
  readonly isHere: boolean;
  /** Whether anybody here has anything by standing order. */
  readonly isCovered: boolean;
  readonly waiting: number;
  readonly next: Item | null;
  readonly letter: string;
  readonly isOpen: boolean;
  readonly onPerson: (id: string | null) => void;
}) {
  const { member, isMe, isHere, isCovered, waiting, next, letter, isOpen, onPerson } = props;
  return (
    <li>
      <PersonLane
        person={{
          id: member.id,
          name: member.name,
          isMe,
          shift: member.shift,
          note: member.shiftNote,
          since: member.shiftSince === null ? null : Date.parse(member.shiftSince),
          load: waiting,
          capacity: member.capacity,
          next: next === null ? null : itemDeadline(next),
          languages: member.languages,
          channels: platformsOf(member, isCovered),
          letter,
          isHere,
        }}
        isOpen={isOpen}
        onOpen={(id) => onPerson(isOpen ? null : id)}
        onGive={(id, items) => {
          void assign(items, id);
          clearSelected();
        }}
      />
    </li>
  );
});

/** What somebody has by standing order, in short; on a desk without such orders what they see. */
function platformsOf({ channels: seen, cover = [] }: Member, isCovered: boolean): readonly string[] | "all" | null {
  if (isCovered && cover.length === 0) return null;
  const first = cover.filter(({ standIn }) => standIn !== true);
  const ordered = first.some(({ channels }) => channels === "all")
    ? "all"
    : first.flatMap(({ channels }) => (channels === "all" ? [] : channels));
  const channels = cover.length === 0 ? seen : ordered;
  if (channels === "all") return "all";
  return [...new Set(channels.map((channel) => shortPlatform(platformOf(channel))))];
}
