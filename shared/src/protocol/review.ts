import { z } from "zod";
import { idSchema } from "../desk/id.ts";
import { dismissalReasonSchema, markSchema, statusSchema } from "../desk/item/item.ts";
import { kindSchema, needSchema } from "../desk/item/need.ts";
import { spanNames } from "../report/span.ts";
import { instantSchema } from "../time/instant.ts";
import { addressNumber } from "./address-number.ts";

/** Stands before the name of somebody who answered elsewhere, where a member's id would stand otherwise. */
const outside = "outside:";

/**
 * Who answered: a member by id, or by name who answered from outside (in what was brought in as history).
 */
export type Person =
  | { readonly kind: "member"; readonly id: string }
  | { readonly kind: "outside"; readonly name: string };

/** A person as one word, for addresses and as a key. */
export function personKey(by: string | null, author: string): string {
  return by ?? `${outside}${author}`;
}

export function personOf(key: string): Person {
  return key.startsWith(outside) ? { kind: "outside", name: key.slice(outside.length) } : { kind: "member", id: key };
}

/** What a review is narrowed down to. An empty list narrows nothing. */
export const reviewFilterSchema = z
  .object({
    /** A span by its name; `from` and `to` go before it. */
    span: z.enum(spanNames).optional(),
    /** When the response left: from this instant on, up to but without the other. */
    from: instantSchema.optional(),
    to: instantSchema.optional(),
    channel: z.array(z.string().min(1).max(200)).max(300),
    kind: z.array(kindSchema).max(10),
    need: z.array(needSchema).max(10),
    /** Persons as `personKey` writes them. */
    person: z.array(z.string().min(1).max(420)).max(100),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from < to, {
    path: ["to"],
    message: "The end of the span has to be after its beginning.",
  });
export type ReviewFilter = z.infer<typeof reviewFilterSchema>;

/** The items behind a figure: the review's filter, narrowed to what the figure counts. */
export const behindSchema = z.object({
  list: z.enum(["responses", "open", "dismissed"]).default("responses"),
  /** Responses that were the first in their item, or those after it. */
  which: z.enum(["first", "next"]).optional(),
  within: z.enum(["yes", "no"]).optional(),
  /** Longer than this, in ms; the length of a response, or how long an open item has waited. */
  over: addressNumber(z.int().min(-1)).optional(),
  /** Not longer than this, in ms. */
  upTo: addressNumber(z.int().min(0)).optional(),
});
export type Behind = z.infer<typeof behindSchema>;

export const pageSchema = z.object({
  limit: addressNumber(z.int().min(1).max(500)).default(100),
  /** `next` of the page before. */
  after: z.string().max(400).optional(),
});

/** What the query of an address asks, as the schemas above take it. Lists give their name again and again. */
export function fromAddress(query: Iterable<readonly [string, string]>): Record<string, string | readonly string[]> {
  const lists = { channel: [], kind: [], need: [], person: [] } as Record<string, string[]>;
  const plain: Record<string, string> = {};
  for (const [name, value] of query) {
    const list = lists[name];
    if (list !== undefined) list.push(value);
    else plain[name] = value;
  }
  return { ...plain, ...lists };
}

type Asked = ReviewFilter & Behind;

/** The same as names and values for the query of an address. */
export function toAddress(
  asked: {
    readonly [Name in keyof Asked]?: Asked[Name] extends readonly (infer One)[] | undefined
      ? readonly One[] | undefined
      : Asked[Name] | undefined;
  },
): [string, string][] {
  const query: [string, string][] = [];
  for (const [name, value] of Object.entries(asked)) {
    if (Array.isArray(value)) for (const one of value) query.push([name, one]);
    else if (value !== undefined) query.push([name, String(value)]);
  }
  return query;
}

const lengthSchema = z.int().min(0).nullable();

/** Figures of a set of responses. Lengths in ms, by nearest rank: each is the length of one of them; null of none. */
export const figuresSchema = z.object({
  count: z.int(),
  /** So many took no longer than the target they were measured by. */
  within: z.int(),
  median: lengthSchema,
  p90: lengthSchema,
  p95: lengthSchema,
  longest: lengthSchema,
});
export type Figures = z.infer<typeof figuresSchema>;

const binSchema = z.object({ over: z.int().nullable(), upTo: z.int().nullable() });

/** The answer to `GET /api/desks/:desk/review`. */
export const reviewAnswerSchema = z.object({
  /** The number of the log's last change when it was read, and the desk's time in ms UTC. */
  seq: z.int(),
  now: z.int(),
  /** The IANA zone by whose days the span is meant. */
  zone: z.string(),
  span: z.object({ from: instantSchema.nullable(), to: instantSchema.nullable() }),
  all: figuresSchema,
  first: figuresSchema,
  next: figuresSchema,
  /** The distribution, in the order of length; every class is there. */
  bins: z.array(binSchema.extend({ first: z.int(), next: z.int() })),
  /** The targets that the responses were measured by, the most frequent first. */
  targets: z.array(z.object({ ms: z.int(), count: z.int() })),
  /** By person, most responses first; null for who may not see others' figures and has none of their own. */
  people: z.array(z.object({ person: z.string(), figures: figuresSchema })).nullable(),
  /** What waits now, whatever the span: by how long it has waited. */
  open: z.object({ count: z.int(), longest: lengthSchema, bins: z.array(binSchema.extend({ count: z.int() })) }),
  /** Items that were dismissed in the span; these count as no response. */
  dismissed: z.int(),
});
export type ReviewAnswer = z.infer<typeof reviewAnswerSchema>;

const behindItemSchema = z.object({
  item: idSchema,
  channel: z.string(),
  kind: kindSchema,
  need: needSchema,
  /** The author's handle, and the newest incoming text, shortened. */
  customer: z.string(),
  preview: z.string(),
});

/** A response among the items behind a figure. */
export const responseEntrySchema = behindItemSchema.extend({
  message: idSchema,
  from: instantSchema,
  to: instantSchema,
  ms: z.int(),
  targetMs: z.int(),
  within: z.boolean(),
  first: z.boolean(),
  /** Who answered, as `personKey` writes it; null for who may not see others' figures. */
  person: z.string().nullable(),
});
export type ResponseEntry = z.infer<typeof responseEntrySchema>;

/** An item that waits, or was dismissed, among those behind a figure. */
export const itemEntrySchema = behindItemSchema.extend({
  status: statusSchema,
  mark: markSchema,
  assignee: idSchema.nullable(),
  awaitingSince: instantSchema.nullable(),
  dueAt: instantSchema.nullable(),
  dismissed: z.object({ reason: dismissalReasonSchema, at: instantSchema }).nullable(),
});
export type ItemEntry = z.infer<typeof itemEntrySchema>;

/** The answer to `GET /api/desks/:desk/review/items`: newest first, what is open by how long it has waited. */
export const behindAnswerSchema = z.object({
  responses: z.array(responseEntrySchema),
  items: z.array(itemEntrySchema),
  /** Gives the next page as `after`; null on the last. */
  next: z.string().nullable(),
});
export type BehindAnswer = z.infer<typeof behindAnswerSchema>;
