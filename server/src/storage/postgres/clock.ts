/** The database's clock in ms UTC, as SQL. */
export const clock = "floor(extract(epoch from clock_timestamp()) * 1000)::bigint";
