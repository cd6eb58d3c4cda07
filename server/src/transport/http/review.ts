import { sentenceOf } from "@flowdesk/shared/desk/decide.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { permits } from "@flowdesk/shared/desk/permission.ts";
import { viewOf } from "@flowdesk/shared/desk/view.ts";
import {
  type Behind,
  type BehindAnswer,
  behindSchema,
  fromAddress,
  pageSchema,
  type ReviewAnswer,
  type ReviewFilter,
  reviewFilterSchema,
} from "@flowdesk/shared/protocol/review.ts";
import type { Span } from "@flowdesk/shared/report/span.ts";
import { type Request, Router } from "express";
import { z } from "zod";
import { csvHead, csvRows, separatorSchema } from "../../report/csv.ts";
import { filterSpan, type Narrowed, type ReportScope, reportScope } from "../../report/scope.ts";
import type { Reader } from "../../storage/queries/readings.ts";
import type { RowCursor } from "../../storage/queries/report-rows.ts";
import { memberIn } from "./access.ts";
import type { HttpDeps } from "./http-deps.ts";
import { HttpRefusal } from "./http-refusal.ts";

export type ReviewDeps = Pick<HttpDeps, "identities" | "trustedOrigins" | "feeds" | "now"> & {
  readonly store: Reader;
};

/** Who asks, and what their filter comes to. */
interface Asked {
  readonly member: Member;
  readonly seesPeople: boolean;
  readonly zone: string;
  readonly now: number;
  readonly span: Span;
  readonly scope: ReportScope;
  readonly query: Record<string, string | readonly string[]>;
}

const csvSchema = z.object({ separator: separatorSchema });
/** So many rows of a file are read at a time. */
const rowsAtOnce = 5_000;

/** `GET /api/desks/:desk/review`, `/review/items` and `/review.csv`, to be put up under `/api/desks`. */
export function reviewRoutes(deps: ReviewDeps): Router {
  const { store: reader } = deps;
  const router = Router();
  const base = "/:desk/review";

  router.get(base, async (request, response) => {
    const { member, seesPeople, zone, now, span, scope } = await asked(request, deps);
    const { people, ...report } = await reader.read("report", { scope, now });
    const shown = seesPeople ? people : people.filter(({ person }) => person === member.id);
    const answer: ReviewAnswer = {
      ...report,
      now,
      zone,
      span,
      people: !seesPeople && shown.length === 0 ? null : shown,
    };
    response.set("Cache-Control", "no-store").json(answer);
  });

  router.get(`${base}/items`, async (request, response) => {
    const { member, seesPeople, now, scope, query } = await asked(request, deps);
    if (!permits(member, "read.items"))
      throw new HttpRefusal(403, "forbidden", "Your roles do not allow reading items.");
    const { list, ...narrowed } = read(behindSchema, query);
    const { limit, after } = read(pageSchema, query);
    const page = { scope, narrowed, limit, after: after === undefined ? null : cursorOf(after) };
    let answer: BehindAnswer;
    if (list === "responses") {
      const { responses, next } = await reader.read("responsesBehind", page);
      const shown = responses.map((one) => (seesPeople || one.person === member.id ? one : { ...one, person: null }));
      answer = { responses: shown, items: [], next: cursorText(next) };
    } else {
      const { items, next } = await reader.read("itemsBehind", { ...page, list, now });
      answer = { responses: [], items, next: cursorText(next) };
    }
    response.set("Cache-Control", "no-store").json(answer);
  });

  router.get(`${base}.csv`, async (request, response) => {
    const { member, seesPeople, scope, zone, query } = await asked(request, deps);
    const { separator } = read(csvSchema, query);
    const narrowed: Narrowed = withoutList(read(behindSchema, query));
    const isShown = (by: string | null) => seesPeople || by === member.id;
    let page = await reader.read("responseFields", { scope, narrowed, limit: rowsAtOnce, after: null });
    response.set({
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${scope.desk}-responses.csv"`,
      "Cache-Control": "no-store",
    });
    response.write(csvHead(separator));
    for (;;) {
      const hasRoom = response.write(csvRows(page.rows, { separator, zone, isShown }));
      if (page.next === null || response.destroyed) break;
      if (!hasRoom) await drained(response);
      page = await reader.read("responseFields", { scope, narrowed, limit: rowsAtOnce, after: page.next });
    }
    response.end();
  });

  return router;
}

async function asked(request: Request, deps: ReviewDeps): Promise<Asked> {
  const { feed, member } = await memberIn(request, deps, "read.figures", "reading the figures");
  const query = fromAddress(new URL(request.originalUrl, "http://localhost").searchParams);
  const filter = read(reviewFilterSchema, query);
  const seesPeople = permits(member, "read.figures.perPerson");
  if (!seesPeople) refuseOthers(filter, member);
  const { zone } = feed.roster.desk;
  const now = deps.now();
  const span = filterSpan(filter, now, zone);
  return { member, seesPeople, zone, now, span, scope: reportScope(feed.desk, filter, span, viewOf(member)), query };
}

function refuseOthers({ person }: ReviewFilter, member: Member): void {
  if (person.some((one) => one !== member.id))
    throw new HttpRefusal(403, "forbidden", "Your roles do not allow the figures of other persons.");
}

function read<T>(schema: z.ZodType<T>, query: Asked["query"]): T {
  const result = schema.safeParse(query);
  if (!result.success) throw new HttpRefusal(400, "request.invalid", sentenceOf(result.error));
  return result.data;
}

function withoutList({ list: _, ...narrowed }: Behind): Narrowed {
  return narrowed;
}

/** A cursor as one word of an address. Ids hold no space. */
function cursorText(cursor: RowCursor | null): string | null {
  return cursor === null ? null : `${cursor.at} ${cursor.item} ${cursor.message}`;
}

function cursorOf(text: string): RowCursor {
  const [at = "", item = "", message = ""] = text.split(" ");
  if (!/^\d{1,15}$/u.test(at) || item === "")
    throw new HttpRefusal(400, "request.invalid", "after: give back what the page before gave as next.");
  return { at: Number(at), item, message };
}

/** Resolves when there is room again, or nobody is left to read. */
function drained(response: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => {
    response.once("drain", resolve);
    response.once("close", resolve);
  });
}
