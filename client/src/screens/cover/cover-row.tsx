import { coverOf } from "@flowdesk/shared/desk/cover/cover-of.ts";
import { type Kind, kinds } from "@flowdesk/shared/desk/item/need.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { ChevronDown, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { Menu, type MenuGroup } from "../../components/menu.tsx";
import { UrgencyShape } from "../../components/urgency-mark.tsx";
import { candidatesFor, everyChannel, type Order, ordersOf } from "./orders.ts";

/** What others can read. */
export const publicKinds: Kind[] = ["mention", "comment"];

interface Edits {
  readonly onAdd: (member: Member, order: Order) => void;
  /** Null: it is taken away. */
  readonly onReplace: (member: Member, old: Order, next: Order | null) => void;
}

/** A channel with those who have it and those who stand in. */
export function CoverRow({
  channel,
  name,
  label,
  members,
  onAdd,
  onReplace,
}: Edits & {
  readonly channel: string;
  readonly name: string;
  readonly label: ReactNode;
  readonly members: readonly Member[];
}) {
  const { t } = useTranslation("cover");
  const isUncovered = channel !== everyChannel && isAnyUncovered(channel, members);
  const held = members.flatMap((member) =>
    ordersOf(member.cover ?? [])
      .filter((order) => order.channel === channel)
      .map((order) => ({ member, order })),
  );
  return (
    <li className="grid items-center gap-x-4 gap-y-1 py-2 mid:grid-cols-[minmax(0,13rem)_1fr_1fr]">
      <span className="flex min-w-0 items-center gap-2 text-sm">
        {label}
        {isUncovered ? (
          <span className="inline-flex shrink-0 items-center gap-1 text-2xs font-semibold text-risk">
            <UrgencyShape urgency="at-risk" size={9} />
            {t("notCovered")}
          </span>
        ) : null}
      </span>
      {[false, true].map((standIn) => (
        <Side
          key={String(standIn)}
          title={t(standIn ? "standIns" : "first")}
          addLabel={t(standIn ? "addStandIn" : "addFirst", { channel: name })}
          held={held.filter(({ order }) => (order.standIn ?? false) === standIn)}
          candidates={candidatesFor(channel, members)}
          make={() => ({ channel, ...(standIn ? { standIn } : {}) })}
          onAdd={onAdd}
          onReplace={onReplace}
        />
      ))}
    </li>
  );
}

function isAnyUncovered(channel: string, members: readonly Member[]): boolean {
  return kinds.some((kind) => coverOf(members, { channel, kind }).present.length === 0);
}

function Side({
  title,
  addLabel,
  held,
  candidates,
  make,
  onAdd,
  onReplace,
}: Edits & {
  readonly title: string;
  readonly addLabel: string;
  readonly held: ReadonlyArray<{ readonly member: Member; readonly order: Order }>;
  readonly candidates: readonly Member[];
  readonly make: () => Order;
}) {
  const { t } = useTranslation(["cover", "components"]);
  const has = new Set(held.map(({ member }) => member.id));
  const others = candidates.filter(({ id }) => !has.has(id));
  const group = (id: string, of: readonly Member[], heading: string): MenuGroup[] =>
    of.length === 0
      ? []
      : [
          {
            id,
            title: heading,
            actions: of.map((member) => ({
              id: member.id,
              label: member.shift === "on" ? member.name : `${member.name} · ${t(`components:shift.${member.shift}`)}`,
              onAction: () => onAdd(member, make()),
            })),
          },
        ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend takes a line of its own.
    <div role="group" aria-label={title} className="flex min-w-0 items-start gap-1">
      <span aria-hidden className="w-16 shrink-0 pt-1.5 text-xs text-ink-faint touch:pt-3">
        {title}
      </span>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1">
        {held.map(({ member, order }) => (
          <Chip
            key={`${member.id} ${JSON.stringify(order)}`}
            member={member}
            order={order}
            onReplace={(next) => onReplace(member, order, next)}
          />
        ))}
        <Menu
          label={addLabel}
          trigger={
            <Button
              small
              look="quiet"
              icon={Plus}
              className="touch:min-w-11"
              aria-label={addLabel}
              isDisabled={others.length === 0}
            />
          }
          groups={[
            ...group(
              "at-work",
              others.filter(({ shift }) => shift !== "off"),
              t("atWork"),
            ),
            ...group(
              "off",
              others.filter(({ shift }) => shift === "off"),
              t("offShift"),
            ),
          ]}
        />
      </div>
    </div>
  );
}

/** One person's order, with what narrows it; a press alters it. */
function Chip({
  member,
  order,
  onReplace,
}: {
  readonly member: Member;
  readonly order: Order;
  readonly onReplace: (next: Order | null) => void;
}) {
  const { t } = useTranslation("cover");
  const { kinds: only, languages, standIn, ...rest } = order;
  const stands = standIn === true ? { standIn } : {};
  const spoken = languages === undefined ? {} : { languages };
  const narrowed = only === undefined ? {} : { kinds: only };
  const words = [
    only === undefined ? null : t(only.includes("dm") ? "onlyDm" : "public"),
    languages?.join(" ") ?? null,
  ].filter((word) => word !== null);
  return (
    <Menu
      label={t("alter", { name: member.name })}
      trigger={
        <Button small className={member.shift === "on" ? "" : "text-ink-faint"}>
          <bdi className="max-w-28 truncate">{member.name.split(" ")[0]}</bdi>
          {words.length === 0 ? null : <span className="font-normal text-ink-faint">{words.join(" · ")}</span>}
          <ChevronDown aria-hidden size={12} className="text-ink-faint" />
        </Button>
      }
      groups={[
        {
          id: "kinds",
          title: t("kinds"),
          actions: [
            { id: "any", label: t("anyKind"), onAction: () => onReplace({ ...rest, ...stands, ...spoken }) },
            {
              id: "public",
              label: t("onlyPublic"),
              onAction: () => onReplace({ ...rest, ...stands, ...spoken, kinds: publicKinds }),
            },
            {
              id: "dm",
              label: t("onlyDm"),
              onAction: () => onReplace({ ...rest, ...stands, ...spoken, kinds: ["dm"] }),
            },
          ],
        },
        {
          id: "languages",
          title: t("languages"),
          actions: [
            {
              id: "any-language",
              label: t("anyLanguage"),
              onAction: () => onReplace({ ...rest, ...stands, ...narrowed }),
            },
            {
              id: "own-languages",
              label: t("ownLanguages", { languages: member.languages.join(" ") }),
              isDisabled: member.languages.length === 0,
              onAction: () => onReplace({ ...rest, ...stands, ...narrowed, languages: [...member.languages] }),
            },
          ],
        },
        {
          id: "place",
          actions: [
            standIn === true
              ? { id: "first", label: t("makeFirst"), onAction: () => onReplace({ ...rest, ...narrowed, ...spoken }) }
              : {
                  id: "stand-in",
                  label: t("makeStandIn"),
                  onAction: () => onReplace({ ...rest, ...narrowed, ...spoken, standIn: true }),
                },
            { id: "remove", label: t("remove"), onAction: () => onReplace(null) },
          ],
        },
      ]}
    />
  );
}
