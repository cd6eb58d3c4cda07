import type { Action } from "@flowdesk/shared/desk/permission.ts";
import { permits } from "@flowdesk/shared/desk/permission.ts";
import { ArrowLeft, ChevronRight } from "lucide-react";
import { type ComponentType, lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { navigate, pathOf, useRoute } from "../../app/route.ts";
import { useWidth } from "../../app/use-width.ts";
import { IconButton } from "../../components/button.tsx";
import { Skeleton } from "../../components/progress.tsx";
import { useMe } from "../../store/use-desk.ts";
import { AccountSettings } from "./account-settings.tsx";
import { AlarmSettings } from "./alarm-settings.tsx";
import { CalendarSettings } from "./calendar-settings.tsx";
import { ChannelSettings } from "./channel-settings.tsx";
import { DeskSettings } from "./desk-settings.tsx";
import { ErasureSettings } from "./erasure-settings.tsx";
import { FoldingSettings } from "./folding-settings.tsx";
import { HashtagSettings } from "./hashtag-settings.tsx";
import { KeySettings } from "./key-settings.tsx";
import { NeedSettings } from "./need-settings.tsx";
import { PeopleSettings } from "./people-settings.tsx";
import { SimulationSettings } from "./simulation-settings.tsx";
import { TagSettings } from "./tag-settings.tsx";
import { TargetSettings } from "./target-settings.tsx";
import { TemplateSettings } from "./template-settings.tsx";
import { TokenSettings } from "./token-settings.tsx";
import { WallSettings } from "./wall-settings.tsx";

const BringIn = lazy(async () => ({ default: (await import("../bring-in/bring-in-screen.tsx")).BringInScreen }));

/** A part of the settings; `needs` is what one must be allowed some of to see it at all, `fills` that it brings its own frame. */
interface Part {
  readonly id: PartId;
  readonly content: ComponentType;
  readonly needs?: readonly Action[];
  readonly fills?: boolean;
}

type PartId =
  | "account"
  | "alarms"
  | "keys"
  | "people"
  | "channels"
  | "desk"
  | "targets"
  | "calendars"
  | "needs"
  | "hashtags"
  | "folding"
  | "tags"
  | "templates"
  | "wall"
  | "erasure"
  | "tokens"
  | "bringIn"
  | "simulation";

const groups: ReadonlyArray<{
  readonly id: "me" | "desk" | "rules" | "texts" | "programs";
  readonly parts: readonly Part[];
}> = [
  {
    id: "me",
    parts: [
      { id: "account", content: AccountSettings },
      { id: "alarms", content: AlarmSettings },
      { id: "keys", content: KeySettings },
    ],
  },
  {
    id: "desk",
    parts: [
      { id: "people", content: PeopleSettings },
      { id: "channels", content: ChannelSettings },
      { id: "desk", content: DeskSettings },
      { id: "wall", content: WallSettings, needs: ["account.wall"] },
      { id: "erasure", content: ErasureSettings, needs: ["author.erase"] },
    ],
  },
  {
    id: "rules",
    parts: [
      { id: "targets", content: TargetSettings },
      { id: "calendars", content: CalendarSettings },
      { id: "needs", content: NeedSettings },
      { id: "hashtags", content: HashtagSettings },
      { id: "folding", content: FoldingSettings },
    ],
  },
  {
    id: "texts",
    parts: [
      { id: "templates", content: TemplateSettings },
      { id: "tags", content: TagSettings },
    ],
  },
  {
    id: "programs",
    parts: [
      { id: "tokens", content: TokenSettings, needs: ["account.token"] },
      { id: "bringIn", content: BringIn, needs: ["message.receive", "post.plan"], fills: true },
      { id: "simulation", content: SimulationSettings, needs: ["simulation.run"] },
    ],
  },
];

/** What the desk has decided for itself, and one's own account. */
export default function SettingsScreen() {
  const { t } = useTranslation("settings");
  const route = useRoute();
  const me = useMe();
  const isNarrow = useWidth() === "narrow";
  if (route.kind !== "desk" || me === undefined) return null;
  const shown = groups.map(({ id, parts }) => ({
    id,
    parts: parts.filter(({ needs }) => needs === undefined || needs.some((action) => permits(me, action))),
  }));
  const asked = route.query.get("part");
  const parts = shown.flatMap((group) => group.parts);
  // Whoever sees to the desk's people comes for them, everybody else for what is their own.
  const usual = permits(me, "member.add") ? parts.find(({ id }) => id === "people") : parts[0];
  const part = parts.find(({ id }) => id === asked) ?? (isNarrow ? undefined : usual);
  const go = (id: PartId | null) => navigate(pathOf(route.desk, "settings", id === null ? {} : { part: id }));
  const list = (
    <nav
      aria-label={t("sections")}
      className={
        isNarrow
          ? "min-h-0 flex-1 overflow-y-auto bg-surface p-2"
          : "w-52 shrink-0 overflow-y-auto border-r border-line bg-surface p-2"
      }
    >
      <h2 className={isNarrow ? "px-2 pt-1 pb-2 text-lg font-semibold" : "sr-only"}>{t("title")}</h2>
      {shown
        .filter((group) => group.parts.length > 0)
        .map((group) => (
          <section key={group.id} aria-label={t(`group.${group.id}`)} className="pb-3">
            <h3 className="px-2 pt-1 pb-1 text-xs font-medium text-ink-faint">{t(`group.${group.id}`)}</h3>
            <ul>
              {group.parts.map(({ id }) => (
                <li key={id}>
                  <a
                    href={pathOf(route.desk, "settings", { part: id })}
                    aria-current={id === part?.id ? "page" : undefined}
                    onClick={(event) => {
                      event.preventDefault();
                      go(id);
                    }}
                    className={`flex min-h-8 items-center gap-2 rounded-md px-2 text-sm focus-visible:-outline-offset-2 touch:min-h-12 touch:text-base ${id === part?.id ? "bg-selected font-medium" : "text-ink-soft hover:bg-hover hover:text-ink"}`}
                  >
                    <span className="flex-1">{t(id)}</span>
                    {isNarrow ? <ChevronRight aria-hidden size={16} className="text-ink-faint" /> : null}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </nav>
  );
  if (part === undefined) return list;
  const Content = part.content;
  return (
    <div className="flex min-h-0 flex-1">
      {isNarrow ? null : list}
      <div className="flex min-h-0 min-w-0 flex-1 flex-col bg-ground">
        {isNarrow ? (
          <div className="flex h-12 shrink-0 items-center gap-1 border-b border-line bg-surface px-1">
            <IconButton icon={ArrowLeft} label={t("back")} onPress={() => go(null)} />
            <span className="text-base font-medium">{t(part.id)}</span>
          </div>
        ) : null}
        <Suspense fallback={<Skeleton rows={8} />}>
          {part.fills === true ? (
            <Content />
          ) : (
            <div className="min-h-0 flex-1 overflow-y-auto">
              <div className="mx-auto max-w-4xl p-4 pb-16 mid:p-6">
                <Content key={part.id} />
              </div>
            </div>
          )}
        </Suspense>
      </div>
    </div>
  );
}
