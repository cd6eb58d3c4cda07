import { type RawBuilder, sql } from "kysely";

/**
 * Whether a left join has found a row, by a column of text that is never empty. Said so that no engine takes the join for
 * an inner one, which it may turn round and begin with the whole table.
 */
export function isFound(column: string): RawBuilder<boolean> {
  return sql<boolean>`coalesce(${sql.ref(column)}, '') <> ''`;
}
