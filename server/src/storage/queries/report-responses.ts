import type { ReviewAnswer } from "@flowdesk/shared/protocol/review.ts";
import { personKey } from "@flowdesk/shared/protocol/review.ts";
import { ageBins, binOf } from "@flowdesk/shared/report/bins.ts";
import { type Kysely, type RawBuilder, type SqlBool, sql } from "kysely";
import { figuresOf, type ResponseFigures, type ResponseGroup } from "../../report/figures.ts";
import type { ReportScope } from "../../report/scope.ts";
import type { Tables } from "../tables.ts";
import type { Reading } from "./reading.ts";
import {
  allOf,
  holderConditions,
  isEmptyScope,
  responseConditions,
  scopeConditions,
  spanConditions,
} from "./report-scope.ts";

/** A report as the tables give it, before it is known who asks. */
export type Report = Omit<ReviewAnswer, "now" | "zone" | "span" | "people"> & Pick<ResponseFigures, "people">;

/**
 * So many responses of a span are read by the index of times and sorted by person. Beyond, the whole desk is read in the
 * order of the index by person, where nothing has to be sorted: per response that takes a tenth of the time.
 */
const fewEnough = 50_000;

/** All figures of a scope at a time (`now`, ms UTC). */
export const report: Reading<{ scope: ReportScope; now: number }, Report> = async ({ db }, { scope, now }) => {
  const head = await db.selectFrom("desks").select("seq").where("desk", "=", scope.desk).executeTakeFirst();
  const isEmpty = isEmptyScope(scope);
  return {
    seq: head?.seq ?? 0,
    ...figuresOf(isEmpty ? [] : await loadGroups(db, scope)),
    open: openByAge(isEmpty ? [] : await loadOpen(db, scope), now),
    dismissed: isEmpty ? 0 : await countDismissed(db, scope),
  };
};

async function loadGroups(db: Kysely<Tables>, scope: ReportScope): Promise<ResponseGroup[]> {
  const isShort = (scope.from !== null || scope.to !== null) && (await countInSpan(db, scope)) <= fewEnough;
  // Adding nothing keeps the engine from the index of times.
  const time = isShort ? sql<number>`responses.to_at` : sql<number>`(responses.to_at + 0)`;
  const rows = await db
    .selectFrom("responses")
    .select(["by", "author", "target_ms", "first"])
    .select(sql<string>`string_agg(cast(ms as text), ',')`.as("lengths"))
    .where(
      allOf([...scopeConditions("responses", scope), ...spanConditions(time, scope), ...responseConditions(scope, {})]),
    )
    .groupBy(["by", "author", "target_ms", "first"])
    .execute();
  return rows.map(({ by, author, target_ms, first, lengths }) => ({
    person: personKey(by, author),
    targetMs: target_ms,
    first: first === 1,
    lengths: Float64Array.from(JSON.parse(`[${lengths}]`) as number[]),
  }));
}

/** How many responses a span has, at most one more than few enough. */
async function countInSpan(db: Kysely<Tables>, scope: ReportScope): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as ${sql.ref("count")} from (
      select 1 from responses
      where ${allOf([sql<SqlBool>`desk = ${scope.desk}`, ...spanConditions(sql.ref("to_at"), scope)])}
      limit ${sql.lit(fewEnough + 1)}
    ) as span`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

/** The conditions of what waits against a clock and is still open. */
export function openConditions(scope: ReportScope): RawBuilder<SqlBool>[] {
  return [
    ...scopeConditions("items", scope),
    ...holderConditions(scope),
    sql<SqlBool>`items.open = ${sql.lit(1)}`,
    sql<SqlBool>`items.awaiting_since is not null`,
    sql<SqlBool>`items.need <> 'watch'`,
  ];
}

async function loadOpen(db: Kysely<Tables>, scope: ReportScope): Promise<number[]> {
  const rows = await db
    .selectFrom("items")
    .select("awaiting_since")
    .where(allOf(openConditions(scope)))
    .execute();
  return rows.flatMap(({ awaiting_since }) => (awaiting_since === null ? [] : [awaiting_since]));
}

function openByAge(since: readonly number[], now: number): Report["open"] {
  const bins = ageBins.map((bin) => ({ ...bin, count: 0 }));
  let longest: number | null = null;
  for (const began of since) {
    const age = Math.max(0, now - began);
    longest = Math.max(longest ?? 0, age);
    const bin = bins[binOf(ageBins, age)];
    if (bin !== undefined) bin.count++;
  }
  return { count: since.length, longest, bins };
}

/** The conditions of what was dismissed in the span. */
export function dismissedConditions(scope: ReportScope): RawBuilder<SqlBool>[] {
  return [
    ...scopeConditions("items", scope),
    ...holderConditions(scope),
    sql<SqlBool>`items.status = 'dismissed'`,
    ...spanConditions(sql.ref("items.closed_at"), scope),
  ];
}

async function countDismissed(db: Kysely<Tables>, scope: ReportScope): Promise<number> {
  const row = await db
    .selectFrom("items")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where(allOf(dismissedConditions(scope)))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
