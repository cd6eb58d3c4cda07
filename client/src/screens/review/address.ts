import { type Kind, kinds, type Need, needs } from "@flowdesk/shared/desk/item/need.ts";
import { type Behind, behindSchema, fromAddress, toAddress } from "@flowdesk/shared/protocol/review.ts";
import { type SpanName, spanNames, spanOfDays } from "@flowdesk/shared/report/span.ts";
import { useMemo } from "react";
import { navigate, useRoute } from "../../app/route.ts";

/** The parts of an address that narrow the review down. */
export interface Narrowing {
  readonly span?: SpanName | undefined;
  /** Days in the desk's zone such as `2026-11-22`, both included; they go before the span. */
  readonly first?: string | undefined;
  readonly last?: string | undefined;
  readonly channel: readonly string[];
  readonly kind: readonly Kind[];
  readonly need: readonly Need[];
  /** Persons as `personKey` writes them. */
  readonly person: readonly string[];
}

/** A figure whose items are listed: what of the review it counts, and of whom if it is one person's. */
export interface OpenFigure extends Behind {
  readonly of?: string | undefined;
}

export interface AddressHere {
  readonly narrowing: Narrowing;
  readonly figure: OpenFigure | null;
  readonly item: string | null;
  readonly narrow: (change: Partial<Narrowing>) => void;
  readonly openFigure: (figure: OpenFigure | null) => void;
  readonly openItem: (item: string) => void;
}

/** Where in the review somebody is. All of it stands in the address: it can be sent to others, and led back through. */
export function useReviewAddress(): AddressHere {
  const route = useRoute();
  const query = route.kind === "desk" ? route.query.toString() : "";
  return useMemo(() => {
    const params = new URLSearchParams(query);
    const narrowing = narrowingOf(params);
    const behind = params.has("list") ? behindSchema.safeParse(fromAddress(params)) : null;
    const open: OpenFigure | null =
      behind?.success === true ? { ...behind.data, of: params.get("of") ?? undefined } : null;
    const go = (more: Iterable<readonly [string, string]>, how: "push" | "replace") => {
      const text = new URLSearchParams([...more].map(([name, value]) => [name, value])).toString();
      navigate(text === "" ? location.pathname : `${location.pathname}?${text}`, how);
    };
    return {
      narrowing,
      figure: open,
      item: params.get("item"),
      narrow: (change) => go(narrowingQuery({ ...narrowing, ...change }), "replace"),
      openFigure: (next) =>
        go(
          [...narrowingQuery(narrowing), ...(next === null ? [] : figureQuery(next))],
          next === null ? "replace" : "push",
        ),
      openItem: (id) =>
        go([...narrowingQuery(narrowing), ...(open === null ? [] : figureQuery(open)), ["item", id]], "push"),
    };
  }, [query]);
}

/** What of an address narrows the review down; what makes no sense is as if it were not there. */
function narrowingOf(params: URLSearchParams): Narrowing {
  const dateOf = (name: string) => {
    const text = params.get(name) ?? "";
    return /^\d{4}-\d\d-\d\d$/u.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
  };
  return {
    span: spanNames.find((name) => name === params.get("span")),
    first: dateOf("first"),
    last: dateOf("last"),
    channel: params.getAll("channel"),
    kind: kinds.filter((kind) => params.getAll("kind").includes(kind)),
    need: needs.filter((need) => params.getAll("need").includes(need)),
    person: params.getAll("person"),
  };
}

function figureQuery({ of, ...behind }: OpenFigure): Array<readonly [string, string]> {
  return [...toAddress(behind), ...(of === undefined ? [] : [["of", of] as const])];
}

function narrowingQuery({ first, last, ...rest }: Narrowing): Array<readonly [string, string]> {
  return [
    ...toAddress(rest),
    ...(first === undefined ? [] : [["first", first] as const]),
    ...(last === undefined ? [] : [["last", last] as const]),
  ];
}

/** What the server is asked for: days are made instants of the desk's zone. */
export function filterQuery({ first, last, ...rest }: Narrowing, zone: string): Array<[string, string]> {
  const days = first === undefined && last === undefined ? null : daysOf(first, last, zone);
  return toAddress(days === null ? rest : { ...rest, span: undefined, ...days });
}

/** One day alone stands for itself; days the wrong way round are turned. */
function daysOf(first: string | undefined, last: string | undefined, zone: string): { from?: string; to?: string } {
  const [from = "", to = ""] = [first ?? last ?? "", last ?? first ?? ""].sort();
  const span = spanOfDays(from, to, zone);
  return { ...(span.from === null ? {} : { from: span.from }), ...(span.to === null ? {} : { to: span.to }) };
}
