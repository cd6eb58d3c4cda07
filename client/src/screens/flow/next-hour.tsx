import { platformOf } from "@flowdesk/shared/desk/channel/channel.ts";
import type { Post, Variant } from "@flowdesk/shared/desk/post/post.ts";
import { hour, minute } from "@flowdesk/shared/time/instant.ts";
import { Check } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { navigate, pathOf, useRoute } from "../../app/route.ts";
import { shortPlatform } from "../../components/platform-name.ts";
import type { Urgency } from "../../components/urgency.ts";
import { UrgencyShape, urgencyInk } from "../../components/urgency-mark.tsx";
import { usePosts } from "../../store/use-lists.ts";
import { useTick } from "../../store/use-view.ts";
import { useFormats } from "../../text/use-text.ts";

/** How long what is out still stands here. */
const justNow = 30 * minute;

/** The run sheet's now and next hour: what is out, what is due, what is late. */
export function NextHour({ isBare = false }: { readonly isBare?: boolean }) {
  const { t } = useTranslation("flow");
  const now = useTick(10);
  const posts = usePosts();
  const shown = useMemo(() => posts.filter((post) => belongs(post, now)), [posts, now]);
  const route = useRoute();
  return (
    <section aria-label={t("nextHour")} className="flex min-h-0 flex-1 flex-col">
      {isBare ? null : (
        <div className="flex h-9 shrink-0 items-center border-b border-line px-3">
          <h2 className="pane-title">{t("nextHour")}</h2>
        </div>
      )}
      {shown.length === 0 ? (
        <p className="px-3 py-3 text-xs text-ink-faint">{t("nextHourEmpty")}</p>
      ) : (
        <ol className="min-h-0 flex-1 overflow-y-auto">
          {shown.map((post) => (
            <li key={post.id}>
              <button
                type="button"
                onClick={() => {
                  if (route.kind === "desk") navigate(pathOf(route.desk, "run-sheet", { post: post.id }));
                }}
                className="flex w-full min-w-0 flex-col gap-1 border-b border-line px-3 py-2 text-left hover:bg-hover focus-visible:-outline-offset-2 touch:min-h-14"
              >
                <PostLine post={post} now={now} />
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** In the next hour, lately out, or neither out nor given up. */
function belongs(post: Post, now: number): boolean {
  const at = Date.parse(post.at);
  if (at > now + hour) return false;
  if (at > now - justNow) return post.variants.some(({ state }) => state !== "cancelled");
  return post.variants.some(({ state }) => state === "planned" || state === "due");
}

function PostLine({ post, now }: { readonly post: Post; readonly now: number }) {
  const { timeNear } = useFormats();
  const shown = post.variants.filter(({ state }) => state !== "cancelled");
  return (
    <>
      <span className="flex min-w-0 items-baseline gap-2">
        <span className="nums text-xs font-semibold">{timeNear(post.at, now)}</span>
        <span className="min-w-0 truncate text-sm">{post.title}</span>
      </span>
      <span className="flex flex-wrap gap-x-3 gap-y-0.5 text-xs">
        {shown.map((variant) => (
          <VariantState key={variant.id} variant={variant} at={Date.parse(post.at)} now={now} />
        ))}
      </span>
    </>
  );
}

function VariantState({ variant, at, now }: { readonly variant: Variant; readonly at: number; readonly now: number }) {
  const { t } = useTranslation("runSheet");
  const formats = useFormats();
  const urgency = urgencyOf(variant, at, now);
  const isLate = variant.state === "due" && variant.late;
  const word = isLate ? t("state.late") : t(`state.${variant.state}`);
  return (
    <span
      className={`inline-flex items-center gap-1 whitespace-nowrap ${urgency === null ? "text-ink-faint" : `font-medium ${urgencyInk(urgency)}`}`}
    >
      {variant.state === "live" ? (
        <Check aria-hidden size={12} />
      ) : urgency === null ? null : (
        <UrgencyShape urgency={urgency} size={10} />
      )}
      <span className={urgency === null ? "text-ink-soft" : ""}>{shortPlatform(platformOf(variant.channel))}</span>
      {word}
      {isLate ? ` ${formats.length(now - at)}` : ""}
    </span>
  );
}

/** Late and missed are over time, due is at risk, the last five minutes before are soon. */
function urgencyOf({ state, late }: Variant, at: number, now: number): Urgency | null {
  if (state === "missed" || (state === "due" && late)) return "overdue";
  if (state === "due") return "at-risk";
  return state === "planned" && at - now <= 5 * minute ? "soon" : null;
}
