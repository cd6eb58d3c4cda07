/** Texts for the team, and which desks are demonstrations. */
export const briefings = `
create table briefings (
  desk text not null references desks (desk),
  id text not null,
  at integer not null,
  body text not null,
  primary key (desk, id)
) strict;
create index briefings_time on briefings (desk, at desc, id desc);

alter table desks add column demonstration integer not null default 0;
`;
