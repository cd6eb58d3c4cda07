import { CalendarClock, CalendarPlus, CalendarSearch, ChevronLeft, ChevronRight } from "lucide-react";
import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ScreenCommand, useCommands } from "../../app/commands.ts";
import { useWidth } from "../../app/use-width.ts";
import { Button, IconButton } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { UrgencyShape } from "../../components/urgency-mark.tsx";
import { usePermits } from "../../store/use-desk.ts";
import { usePosts } from "../../store/use-lists.ts";
import { useTick } from "../../store/use-view.ts";
import { useFormats } from "../../text/use-text.ts";
import { middleOf, type Place, usePlace } from "./place.ts";
import { PlanDialog } from "./plan-dialog.tsx";
import { PostPanel } from "./post-panel.tsx";
import { type Day, dayAfter, isDay, type Sheet, sheetOf } from "./sheet.ts";
import { SheetList } from "./sheet-list.tsx";
import { SheetTable } from "./sheet-table.tsx";
import { standingOf } from "./standing.ts";

/** Planned posts of a day: what goes out when, on which channel, and whether it has. */
export default function RunSheetScreen() {
  const { t } = useTranslation("runSheet");
  const { date } = useFormats();
  const width = useWidth();
  const place = usePlace();
  const { day, zone, post, open } = place;
  const posts = usePosts();
  const sheet = useMemo(() => sheetOf(posts, day, zone), [posts, day, zone]);
  const mayPlan = usePermits("post.plan");
  const [isPlanning, setPlanning] = useState(false);
  const startPlanning = useCallback(() => setPlanning(true), []);
  const plan = mayPlan ? startPlanning : null;
  useSheetCommands(place, sheet, plan);
  const label = t("sheetOf", { day: date(middleOf(day, zone)) });
  const coversAll = post !== null && width !== "wide";
  const props = { sheet, day, zone, label, post, onOpen: open };
  return (
    <div className="flex min-h-0 flex-1">
      {coversAll ? null : (
        <section aria-label={t("title")} className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
          <Head place={place} sheet={sheet} onPlan={plan} />
          {sheet.rows.length === 0 ? (
            <Empty
              icon={CalendarClock}
              title={t("empty")}
              action={
                plan === null ? undefined : (
                  <Button look="primary" icon={CalendarPlus} shortcut="N" onPress={plan}>
                    {t("plan")}
                  </Button>
                )
              }
            >
              {t(mayPlan ? "emptyHint" : "emptyReadHint")}
            </Empty>
          ) : width === "narrow" ? (
            <SheetList {...props} />
          ) : (
            <SheetTable {...props} />
          )}
        </section>
      )}
      {post === null ? null : <PostPanel key={post} id={post} isWhole={coversAll} onClose={() => open(null)} />}
      {isPlanning ? (
        <PlanDialog
          day={day}
          zone={zone}
          onClose={() => setPlanning(false)}
          onPlanned={(id) => {
            setPlanning(false);
            open(id);
          }}
        />
      ) : null}
    </div>
  );
}

/** Which day, how it stands, and the way to a new post. */
function Head({
  place,
  sheet,
  onPlan,
}: {
  readonly place: Place;
  readonly sheet: Sheet;
  readonly onPlan: (() => void) | null;
}) {
  const { t } = useTranslation("runSheet");
  const { date } = useFormats();
  const { day, today, zone, goTo } = place;
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-1.5">
      <div className="flex items-center gap-1">
        <IconButton icon={ChevronLeft} label={t("dayBefore")} shortcut="[" onPress={() => goTo(dayAfter(day, -1))} />
        <h2 className="nums min-w-32 text-center text-sm font-semibold whitespace-nowrap">
          {date(middleOf(day, zone))}
        </h2>
        <IconButton icon={ChevronRight} label={t("dayAfter")} shortcut="]" onPress={() => goTo(dayAfter(day, 1))} />
      </div>
      <Button small isDisabled={day === today} onPress={() => goTo(today)}>
        {t("today")}
      </Button>
      <DayPicker day={day} onPick={goTo} />
      <Summary sheet={sheet} />
      <span className="flex-1" />
      {onPlan === null ? null : (
        <Button look="primary" icon={CalendarPlus} shortcut="N" onPress={onPlan}>
          {t("plan")}
        </Button>
      )}
    </div>
  );
}

/** The way to any day, by the browser's own calendar. */
function DayPicker({ day, onPick }: { readonly day: Day; readonly onPick: (day: Day) => void }) {
  const { t } = useTranslation("runSheet");
  const input = useRef<HTMLInputElement>(null);
  return (
    <span className="relative">
      <IconButton icon={CalendarSearch} label={t("day")} onPress={() => input.current?.showPicker()} />
      <input
        ref={input}
        type="date"
        aria-hidden
        tabIndex={-1}
        value={day}
        onChange={({ target }) => {
          if (isDay(target.value)) onPick(target.value);
        }}
        className="pointer-events-none absolute inset-x-0 bottom-0 h-0 opacity-0"
      />
    </span>
  );
}

/** How many posts the day has, and how many of their variants are late or were never sent. */
function Summary({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation("runSheet");
  const now = useTick(5);
  let late = 0;
  let unsent = 0;
  for (const { post } of sheet.rows) {
    for (const variant of post.variants) {
      const standing = standingOf(variant, post.at, now);
      if (standing === "late") late++;
      if (standing === "missed") unsent++;
    }
  }
  if (sheet.rows.length === 0) return null;
  return (
    <p role="status" className="nums flex items-center gap-3 text-xs text-ink-faint">
      {t("summary", { count: sheet.rows.length })}
      {late === 0 ? null : <Pressing>{t("lateNow", { count: late })}</Pressing>}
      {unsent === 0 ? null : <Pressing>{t("unsent", { count: unsent })}</Pressing>}
    </p>
  );
}

function Pressing({ children }: { readonly children: string }) {
  return (
    <span className="inline-flex items-center gap-1 font-medium text-over">
      <UrgencyShape urgency="overdue" size={11} />
      {children}
    </span>
  );
}

function useSheetCommands(place: Place, sheet: Sheet, plan: (() => void) | null): void {
  const { t } = useTranslation("runSheet");
  const { day, today, post, goTo, open } = place;
  useCommands(
    useMemo((): readonly ScreenCommand[] => {
      const ids = sheet.rows.map((row) => row.post.id);
      const step = (by: 1 | -1) => {
        const at = post === null ? -1 : ids.indexOf(post);
        const next = ids[at < 0 ? (by > 0 ? 0 : ids.length - 1) : Math.min(ids.length - 1, Math.max(0, at + by))];
        if (next === undefined) return;
        open(next);
        document.querySelector(`[data-post="${CSS.escape(next)}"]`)?.scrollIntoView({ block: "nearest" });
      };
      return [
        { id: "sheet.next", label: t("next"), group: "list", keys: ["j"], run: () => step(1) },
        { id: "sheet.previous", label: t("previous"), group: "list", keys: ["k"], run: () => step(-1) },
        { id: "sheet.before", label: t("dayBefore"), group: "list", keys: ["["], run: () => goTo(dayAfter(day, -1)) },
        { id: "sheet.after", label: t("dayAfter"), group: "list", keys: ["]"], run: () => goTo(dayAfter(day, 1)) },
        { id: "sheet.today", label: t("today"), group: "list", keys: ["."], run: () => goTo(today) },
        ...(post === null
          ? []
          : [
              {
                id: "sheet.close",
                label: t("closePost"),
                group: "list" as const,
                keys: ["Escape"],
                run: () => open(null),
              },
            ]),
        ...(plan === null
          ? []
          : [
              { id: "post.plan", label: t("plan"), group: "list" as const, keys: ["n"], icon: CalendarPlus, run: plan },
            ]),
      ];
    }, [t, sheet, day, today, post, goTo, open, plan]),
  );
}
