import type { Shift } from "@flowdesk/shared/desk/member/member.ts";
import { Unplug } from "lucide-react";
import { useRef } from "react";
import { useDrop } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { useNow } from "./clock.tsx";
import { KeyCap } from "./key-cap.tsx";
import { type Deadline, spanText } from "./urgency.ts";
import { UrgencyMark } from "./urgency-mark.tsx";
import { draggedItems } from "./use-hands.ts";

/** A person on shift as their lane shows them. */
export interface LanePerson {
  readonly id: string;
  readonly name: string;
  readonly isMe: boolean;
  readonly shift: Shift;
  /** What ties them up, in their own words. */
  readonly note: string | null;
  /** Since when they are so, in ms. */
  readonly since: number | null;
  /** How many items wait with them, and how many they can take. */
  readonly load: number;
  readonly capacity: number;
  /** The deadline of what they have that is due next. */
  readonly next: Deadline | null;
  readonly languages: readonly string[];
  /** Their channels in short, or every one; null: others have theirs by standing order, and they have none. */
  readonly channels: readonly string[] | "all" | null;
  /** The letter that gives to them after `A`. */
  readonly letter: string;
  /** Whether they are connected at all. */
  readonly isHere: boolean;
}

export interface PersonLaneProps {
  readonly person: LanePerson;
  /** Shows what they have. */
  readonly onOpen: (id: string) => void;
  /** Items were dropped on them. */
  readonly onGive: (id: string, items: readonly string[]) => void;
  readonly isOpen?: boolean;
}

/** One person on shift: their load against what they can take, what is due next, and whether they are free. Items can be dropped on it. */
export function PersonLane({ person, onOpen, onGive, isOpen = false }: PersonLaneProps) {
  const { t } = useTranslation("components");
  const ref = useRef<HTMLButtonElement>(null);
  const { dropProps, isDropTarget } = useDrop({
    ref,
    getDropOperation: (types) => (types.has(draggedItems) ? "move" : "cancel"),
    onDrop: (event) => {
      for (const item of event.items) {
        if (item.kind !== "text" || !item.types.has(draggedItems)) continue;
        void item.getText(draggedItems).then((text) => onGive(person.id, text.split("\n").filter(Boolean)));
      }
    },
  });
  const isFree = person.shift === "on";
  return (
    <button
      {...dropProps}
      ref={ref}
      type="button"
      aria-expanded={isOpen}
      onClick={() => onOpen(person.id)}
      className={`flex w-full min-w-0 flex-col gap-1 border-b border-line px-3 py-2 text-left hover:bg-hover focus-visible:-outline-offset-2 touch:min-h-14 ${isOpen ? "bg-hover" : ""} ${isDropTarget ? "bg-selected outline-2 -outline-offset-2 outline-ink" : ""}`}
    >
      <span className="flex w-full min-w-0 items-center gap-2">
        <KeyCap>{person.letter}</KeyCap>
        <span className="min-w-0 truncate font-medium">
          {person.name}
          {person.isMe ? <span className="font-normal text-ink-faint"> · {t("lane.you")}</span> : null}
        </span>
        {person.isHere || !isFree ? null : (
          <span title={t("lane.notHere")} className="shrink-0 text-ink-faint">
            <Unplug aria-hidden size={13} />
            <span className="sr-only">{t("lane.notHere")}</span>
          </span>
        )}
        <span className="flex-1" />
        <LoadBar load={person.load} capacity={person.capacity} isFree={isFree} />
      </span>
      <span className="flex w-full min-w-0 items-center gap-2 pl-[26px] text-xs text-ink-faint">
        <span className="min-w-0 flex-1 truncate">
          {isFree ? (
            [
              person.channels === null
                ? t("lane.noCover")
                : person.channels === "all"
                  ? t("lane.allChannels")
                  : person.channels.join(" "),
              person.languages.join(" "),
            ]
              .filter((part) => part !== "")
              .join(" · ")
          ) : (
            <ShiftWord person={person} />
          )}
        </span>
        {person.next === null ? null : (
          <span className="flex shrink-0 items-center gap-1.5">
            {isFree ? t("lane.next") : null}
            <UrgencyMark deadline={person.next} className="shrink-0" />
          </span>
        )}
      </span>
    </button>
  );
}

/** How much somebody has against what they can take. */
export function LoadBar({
  load,
  capacity,
  isFree,
}: {
  readonly load: number;
  readonly capacity: number;
  readonly isFree: boolean;
}) {
  const { t } = useTranslation("components");
  const share = capacity === 0 ? (load > 0 ? 1 : 0) : Math.min(1, load / capacity);
  const isFull = load >= capacity;
  return (
    <span className="flex shrink-0 items-center gap-2" title={t("lane.load", { load, capacity })}>
      <span aria-hidden className="h-1.5 w-16 overflow-hidden rounded-full bg-sunken">
        <span
          className={`block h-full rounded-full ${isFree ? "bg-bar-strong" : "bg-bar"}`}
          style={{ width: `${share * 100}%` }}
        />
      </span>
      <span className={`nums w-11 text-right text-xs ${isFull ? "font-semibold text-ink" : "text-ink-soft"}`}>
        {load}/{capacity}
      </span>
      {isFull ? <span className="sr-only">{t("lane.full")}</span> : null}
    </span>
  );
}

function ShiftWord({ person }: { readonly person: LanePerson }) {
  const { t, i18n } = useTranslation("components");
  const now = useNow(10_000);
  const note = person.note === null ? "" : ` (${person.note})`;
  const span = person.since === null ? "" : ` ${spanText(Math.max(0, now - person.since), i18n.language)}`;
  return (
    <span className="font-medium text-ink">
      {t(`shift.${person.shift}`)}
      {note}
      {span}
    </span>
  );
}
