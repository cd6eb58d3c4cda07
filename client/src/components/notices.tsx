import { X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "./button.tsx";

/** A sentence for the person at this screen. */
export interface NoticeLine {
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly label: string; readonly shortcut?: string; readonly onAction: () => void } | undefined;
}

/** Announcements come no closer together than this, in ms; what comes between is said together. */
const betweenAnnouncements = 5000;

/**
 * What was refused or undone, in sentences at the foot of the list, clear of the button that sends and of the bar of the
 * selection; read out politely, at most once in five seconds.
 */
export function Notices({
  notices,
  onDrop,
}: {
  readonly notices: readonly NoticeLine[];
  readonly onDrop: (id: number) => void;
}) {
  const { t } = useTranslation("components");
  return (
    <>
      <Announcer notices={notices} />
      <section aria-label={t("notices.label")}>
        <ul className="pointer-events-none fixed inset-x-2 top-[calc(3.5rem+env(safe-area-inset-top))] z-30 flex flex-col items-center gap-2 mid:top-auto mid:right-auto mid:bottom-16 mid:left-16 mid:w-80">
          {notices.map((notice) => (
            <li
              key={notice.id}
              className="enter-up pointer-events-auto flex w-full max-w-md items-center gap-2 rounded-lg bg-ink py-1.5 pr-1.5 pl-3 text-sm text-on-ink shadow-lift"
            >
              <span className="min-w-0 flex-1">{notice.text}</span>
              {notice.action === undefined ? null : (
                <Button
                  small
                  look="quiet"
                  className="text-on-ink! hover:bg-on-ink/15!"
                  onPress={notice.action.onAction}
                >
                  {notice.action.label}
                </Button>
              )}
              <IconButton
                icon={X}
                label={t("notices.drop")}
                className="text-on-ink! hover:bg-on-ink/15!"
                onPress={() => onDrop(notice.id)}
              />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Announcer({ notices }: { readonly notices: readonly NoticeLine[] }) {
  const [said, setSaid] = useState("");
  const waiting = useRef<string[]>([]);
  const lastId = useRef(0);
  const lastAt = useRef(Number.NEGATIVE_INFINITY);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    for (const { id, text } of notices) {
      if (id <= lastId.current) continue;
      lastId.current = id;
      waiting.current.push(text);
    }
    if (waiting.current.length === 0 || timer.current !== null) return;
    const say = () => {
      timer.current = null;
      lastAt.current = performance.now();
      setSaid(waiting.current.join(" "));
      waiting.current = [];
    };
    timer.current = setTimeout(say, Math.max(0, lastAt.current + betweenAnnouncements - performance.now()));
  }, [notices]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {said}
    </div>
  );
}
