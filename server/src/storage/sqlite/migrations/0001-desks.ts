/** Desks with what they hold, and their log. */
export const desks = `
create table desks (
  desk text not null primary key,
  name text not null,
  zone text not null,
  policy text not null,
  log text not null,
  seq integer not null,
  at integer not null,
  roster integer not null
) strict;

create table members (
  desk text not null references desks (desk),
  id text not null,
  user text,
  body text not null,
  primary key (desk, id)
) strict;
create index members_of_user on members (user) where user is not null;

create table channels (
  desk text not null references desks (desk),
  id text not null,
  body text not null,
  primary key (desk, id)
) strict;

create table items (
  desk text not null,
  id text not null,
  channel text not null,
  kind text not null,
  author text not null,
  thread text,
  status text not null,
  need text not null,
  assignee text,
  open integer not null,
  queued integer not null,
  rank integer not null,
  due_at integer,
  due_order integer not null,
  awaiting_since integer,
  wakes_at integer,
  newest_at integer not null,
  received_at integer not null,
  received_seq integer not null,
  body text not null,
  primary key (desk, id)
) strict;
create index items_open on items (desk, received_seq) where open = 1;
create index items_queue on items (desk, rank desc, due_order, awaiting_since, id) where queued = 1;
create index items_held on items (desk, assignee) where assignee is not null and open = 1;
create index items_wakes on items (desk, wakes_at) where wakes_at is not null;
create index items_conversation on items (desk, channel, thread, kind, received_seq) where thread is not null;
create index items_author on items (desk, channel, author);

create table messages (
  desk text not null,
  item text not null,
  id text not null,
  seq integer not null,
  channel text not null,
  external_id text,
  direction text not null,
  at integer not null,
  body text not null,
  primary key (desk, item, id)
) strict;
create unique index messages_external on messages (desk, channel, external_id) where external_id is not null;

create table responses (
  desk text not null,
  item text not null,
  message text not null,
  seq integer not null,
  position integer not null,
  channel text not null,
  kind text not null,
  need text not null,
  from_at integer not null,
  to_at integer not null,
  ms integer not null,
  by text,
  author text not null,
  target_ms integer not null,
  within integer not null,
  first integer not null,
  primary key (desk, item, message)
) strict;
create index responses_time on responses (desk, to_at, ms);

create table posts (
  desk text not null references desks (desk),
  id text not null,
  at integer not null,
  wakes_at integer,
  unfinished integer not null,
  source text,
  body text not null,
  primary key (desk, id)
) strict;
create index posts_time on posts (desk, at);
create index posts_unfinished on posts (desk, at) where unfinished = 1;
create index posts_wakes on posts (desk, wakes_at) where wakes_at is not null;

create table log (
  desk text not null,
  seq integer not null,
  at integer not null,
  actor text not null,
  command text,
  part integer,
  hash text,
  type text not null,
  item text,
  channel text,
  kind text,
  body text not null,
  primary key (desk, seq)
) strict;
create unique index log_command on log (desk, actor, command, part) where command is not null;
`;
