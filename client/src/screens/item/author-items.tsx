import { type Item, isOpen } from "@flowdesk/shared/desk/item/item.ts";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { openItem } from "../../app/open-item.ts";
import { useWidth } from "../../app/use-width.ts";
import { ChannelMark } from "../../components/channel-mark.tsx";
import { FoldedPreview } from "../../components/folded-preview.tsx";
import { ForeignText } from "../../components/foreign-text.tsx";
import { fetchOthers } from "../../connection/desk-session.ts";
import { isPreviewFolded } from "../../store/folding.ts";
import { replicaStore } from "../../store/replica-store.ts";
import { useReplica } from "../../store/use-desk.ts";
import { useFolds } from "../../store/use-folding.ts";
import { useTick } from "../../store/use-view.ts";
import { useFormats } from "../../text/use-text.ts";

/** Most that are shown. */
const most = 5;

/**
 * What else the same author has with the desk, newest first: at once what is open, which a console has whole; what is
 * closed too, as soon as the server has told.
 */
export function AuthorItems({ item }: { readonly item: Item }) {
  const { t } = useTranslation("item");
  const { timeNear } = useFormats();
  const isNarrow = useWidth() === "narrow";
  const now = useTick(60);
  const folds = useFolds();
  const generation = useReplica((view) => view.generation);
  // Looked up once an item is opened: going through everything at every change would cost too much.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new load of the desk is looked through anew.
  const open = useMemo(() => {
    const found: Item[] = [];
    for (const one of replicaStore.getState().state?.items.values() ?? []) {
      if (one.id !== item.id && one.author.handle === item.author.handle && one.channel === item.channel)
        found.push(one);
    }
    return found.sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1)).slice(0, most);
  }, [item.id, item.author.handle, item.channel, generation]);
  const [told, setTold] = useState<{ readonly of: string; readonly items: readonly Item[] } | null>(null);
  useEffect(() => {
    let isWanted = true;
    // Offline, what is open here is shown as before.
    fetchOthers(item.id).then(
      (items) => isWanted && setTold({ of: item.id, items: items.slice(0, most) }),
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [item.id]);
  const others = told?.of === item.id ? told.items : open;
  if (others.length === 0) return null;
  return (
    <section className="mt-4 border-t border-line pt-2">
      <h3 className="pane-title mb-1">{t("sameAuthor")}</h3>
      <ul>
        {others.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              onClick={() => openItem(one.id, isNarrow)}
              className="flex min-h-8 w-full min-w-0 items-center gap-2 rounded px-1 text-left text-xs hover:bg-hover touch:min-h-11"
            >
              <ChannelMark channel={one.channel} isDm={one.kind === "dm"} />
              <span className="min-w-0 flex-1 truncate text-ink-soft">
                {isPreviewFolded(one, folds) ? <FoldedPreview /> : <ForeignText>{one.preview}</ForeignText>}
              </span>
              {isOpen(one) ? null : (
                <span className="text-ink-faint">
                  {t(one.status === "dismissed" ? "status.dismissed" : "status.closed")}
                </span>
              )}
              <span className="nums text-ink-faint">{timeNear(one.newest.at, now)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
