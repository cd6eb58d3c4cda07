import { kinds } from "@flowdesk/shared/desk/item/need.ts";
import type { View } from "@flowdesk/shared/desk/view.ts";
import type { Behind, ReviewFilter } from "@flowdesk/shared/protocol/review.ts";
import { personOf } from "@flowdesk/shared/protocol/review.ts";
import { type Span, spanOf } from "@flowdesk/shared/report/span.ts";
import { millis } from "@flowdesk/shared/time/instant.ts";

/** What a report counts, as queries take it: every list narrows, null narrows nothing. Times in ms UTC. */
export interface ReportScope {
  readonly desk: string;
  /** From this time on, up to but without the other. */
  readonly from: number | null;
  readonly to: number | null;
  readonly channels: readonly string[] | null;
  readonly kinds: readonly string[] | null;
  readonly needs: readonly string[] | null;
  readonly people: { readonly members: readonly string[]; readonly outside: readonly string[] } | null;
}

/** The one part of a report that a figure counts. */
export type Narrowed = Omit<Behind, "list">;

/** The span that a filter means at a time in a zone: the last seven days if it says none. */
export function filterSpan(filter: Pick<ReviewFilter, "span" | "from" | "to">, now: number, zone: string): Span {
  if (filter.from === undefined && filter.to === undefined) return spanOf(filter.span ?? "last-7-days", now, zone);
  return { from: filter.from ?? null, to: filter.to ?? null };
}

/**
 * What a filter comes to for somebody with a view: what they do not see is not counted (rule F2). A scope without
 * kinds, or with an empty list, holds nothing.
 */
export function reportScope(desk: string, filter: ReviewFilter, span: Span, view: View): ReportScope {
  const { channel, kind, need, person } = filter;
  const { channels } = view;
  const asked = person.map(personOf);
  const seen = view.kinds.filter((one) => kind.length === 0 || kind.includes(one));
  return {
    desk,
    from: span.from === null ? null : millis(span.from),
    to: span.to === null ? null : millis(span.to),
    channels:
      channels === "all"
        ? channel.length === 0
          ? null
          : channel
        : channels.filter((one) => channel.length === 0 || channel.includes(one)),
    kinds: seen.length === kinds.length ? null : seen,
    needs: need.length === 0 ? null : need,
    people:
      asked.length === 0
        ? null
        : {
            members: asked.flatMap((one) => (one.kind === "member" ? [one.id] : [])),
            outside: asked.flatMap((one) => (one.kind === "outside" ? [one.name] : [])),
          },
  };
}
