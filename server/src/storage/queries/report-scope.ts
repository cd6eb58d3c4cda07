import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Narrowed, ReportScope } from "../../report/scope.ts";

/** Whether nothing can be in a scope: the asker sees no kind, or none of the channels. */
export function isEmptyScope({ channels, kinds }: Pick<ReportScope, "channels" | "kinds">): boolean {
  return kinds?.length === 0 || channels?.length === 0;
}

function oneOf(column: string, values: readonly string[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.ref(column)} in (${sql.join(values)})`;
}

/** The conditions that channels, kinds and needs set on responses and items alike. */
export function scopeConditions(table: "responses" | "items", scope: ReportScope): RawBuilder<SqlBool>[] {
  const { desk, channels, kinds, needs } = scope;
  return [
    sql<SqlBool>`${sql.ref(`${table}.desk`)} = ${desk}`,
    ...(kinds === null ? [] : [oneOf(`${table}.kind`, kinds)]),
    ...(channels === null ? [] : [oneOf(`${table}.channel`, channels)]),
    ...(needs === null ? [] : [oneOf(`${table}.need`, needs)]),
  ];
}

/** The condition that a span sets on a column of times. */
export function spanConditions(column: RawBuilder<number>, { from, to }: ReportScope): RawBuilder<SqlBool>[] {
  return [
    ...(from === null ? [] : [sql<SqlBool>`${column} >= ${from}`]),
    ...(to === null ? [] : [sql<SqlBool>`${column} < ${to}`]),
  ];
}

/** The conditions that a choice of persons, and the figure that was asked about, set on responses. */
export function responseConditions({ people }: ReportScope, narrowed: Narrowed): RawBuilder<SqlBool>[] {
  const { which, within, over, upTo } = narrowed;
  return [
    ...(people === null ? [] : [personCondition(people)]),
    ...(which === undefined ? [] : [sql<SqlBool>`${sql.ref("responses.first")} = ${which === "first" ? 1 : 0}`]),
    ...(within === undefined
      ? []
      : within === "yes"
        ? [sql<SqlBool>`responses.ms <= responses.target_ms`]
        : [sql<SqlBool>`responses.ms > responses.target_ms`]),
    ...(over === undefined ? [] : [sql<SqlBool>`responses.ms > ${over}`]),
    ...(upTo === undefined ? [] : [sql<SqlBool>`responses.ms <= ${upTo}`]),
  ];
}

function personCondition({ members, outside }: NonNullable<ReportScope["people"]>): RawBuilder<SqlBool> {
  const by = sql.ref("responses.by");
  const conditions = [
    ...(members.length === 0 ? [] : [sql`${by} in (${sql.join(members)})`]),
    ...(outside.length === 0 ? [] : [sql`(${by} is null and responses.author in (${sql.join(outside)}))`]),
  ];
  return sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
}

/** Items whose holder is among those chosen; people outside hold none. */
export function holderConditions({ people }: ReportScope): RawBuilder<SqlBool>[] {
  if (people === null) return [];
  return people.members.length === 0 ? [sql<SqlBool>`1 = 0`] : [oneOf("items.assignee", people.members)];
}

export function allOf(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}
