/**
 * What reports are read by: responses by their time, and by person, each index with all that a report asks of a
 * response; and when an item was closed or dismissed.
 */
export const reports = `
create index responses_span on responses (desk, to_at, ms, target_ms, "first", channel, kind, need, "by", author);
create index responses_person on responses (desk, "by", author, target_ms, "first", to_at, ms, channel, kind, need);
drop index responses_time;

alter table items add column closed_at integer;
update items set closed_at = cast(round(unixepoch(json_extract(body, '$.closedAt'), 'subsec') * 1000) as integer)
  where json_extract(body, '$.closedAt') is not null;
create index items_dismissed on items (desk, closed_at) where status = 'dismissed';
`;
