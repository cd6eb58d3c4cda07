import { itemSchema } from "@flowdesk/shared/desk/item/item.ts";
import type { ShiftAnswer } from "@flowdesk/shared/protocol/shift.ts";
import { sql } from "kysely";
import type { ReportScope } from "../../report/scope.ts";
import type { Reading } from "./reading.ts";
import { allOf, isEmptyScope, responseConditions, scopeConditions, spanConditions } from "./report-scope.ts";

/** Of more items than these the newest are looked at for what they were about. */
const mostItems = 5_000;
/** So many tags are told. */
const mostTopics = 20;

const ofItem = itemSchema.pick({ tags: true, dismissed: true });

/** What a shift was about, and what its member dismissed in it. */
type ShiftWork = Pick<ShiftAnswer, "dismissed" | "topics">;

/** What stands in a scope besides the figures of its responses. @param member whose dismissals count */
export const shiftWork: Reading<{ scope: ReportScope; member: string }, ShiftWork> = async (
  { db },
  { scope, member },
) => {
  if (isEmptyScope(scope)) return { dismissed: 0, topics: [] };
  const answered = await db
    .selectFrom("items")
    .select("body")
    .where("desk", "=", scope.desk)
    .where("id", "in", (eb) =>
      eb
        .selectFrom("responses")
        .select("item")
        .where(
          allOf([
            ...scopeConditions("responses", scope),
            ...spanConditions(sql.ref("responses.to_at"), scope),
            ...responseConditions(scope, {}),
          ]),
        )
        .orderBy("to_at", "desc")
        .limit(mostItems),
    )
    .execute();
  const counts = new Map<string, number>();
  for (const { body } of answered)
    for (const tag of ofItem.parse(JSON.parse(body)).tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const gone = await db
    .selectFrom("items")
    .select("body")
    .where(
      allOf([
        ...scopeConditions("items", scope),
        sql<boolean>`items.status = 'dismissed'`,
        ...spanConditions(sql.ref("items.closed_at"), scope),
      ]),
    )
    .execute();
  return {
    dismissed: gone.filter(({ body }) => ofItem.parse(JSON.parse(body)).dismissed?.by === member).length,
    topics: [...counts]
      .map(([tag, items]) => ({ tag, items }))
      .sort((a, b) => b.items - a.items || (a.tag < b.tag ? -1 : 1))
      .slice(0, mostTopics),
  };
};
