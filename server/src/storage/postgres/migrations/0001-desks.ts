/** Desks with what they hold, and their log. Texts are compared byte by byte, as SQLite does. */
export const desks = `
create table desks (
  desk text collate "C" not null primary key,
  name text collate "C" not null,
  zone text collate "C" not null,
  policy text collate "C" not null,
  log text collate "C" not null,
  seq bigint not null,
  at bigint not null,
  roster bigint not null,
  demonstration bigint not null default 0
);

create table members (
  desk text collate "C" not null references desks (desk),
  id text collate "C" not null,
  "user" text collate "C",
  body text collate "C" not null,
  primary key (desk, id)
);
create index members_of_user on members ("user") where "user" is not null;

create table channels (
  desk text collate "C" not null references desks (desk),
  id text collate "C" not null,
  body text collate "C" not null,
  primary key (desk, id)
);

create table items (
  desk text collate "C" not null,
  id text collate "C" not null,
  channel text collate "C" not null,
  kind text collate "C" not null,
  author text collate "C" not null,
  thread text collate "C",
  status text collate "C" not null,
  need text collate "C" not null,
  assignee text collate "C",
  open bigint not null,
  queued bigint not null,
  rank bigint not null,
  due_at bigint,
  due_order bigint not null,
  awaiting_since bigint,
  wakes_at bigint,
  newest_at bigint not null,
  closed_at bigint,
  received_at bigint not null,
  received_seq bigint not null,
  body text collate "C" not null,
  primary key (desk, id)
);
create index items_open on items (desk, received_seq) where open = 1;
create index items_queue on items (desk, rank desc, due_order, awaiting_since, id) where queued = 1;
create index items_held on items (desk, assignee) where assignee is not null and open = 1;
create index items_wakes on items (desk, wakes_at) where wakes_at is not null;
create index items_conversation on items (desk, channel, thread, kind, received_seq) where thread is not null;
create index items_dismissed on items (desk, closed_at) where status = 'dismissed';
create index items_author on items (desk, channel, author);
create index items_urgent on items (desk, received_seq) where need = 'urgent' and open = 1;

create table messages (
  desk text collate "C" not null,
  item text collate "C" not null,
  id text collate "C" not null,
  seq bigint not null,
  channel text collate "C" not null,
  external_id text collate "C",
  direction text collate "C" not null,
  at bigint not null,
  kind text collate "C",
  body text collate "C" not null,
  primary key (desk, item, id)
);
create unique index messages_external on messages (desk, channel, external_id) where external_id is not null;
create index messages_arrivals on messages (desk, at, channel, kind) where direction = 'in';

create table responses (
  desk text collate "C" not null,
  item text collate "C" not null,
  message text collate "C" not null,
  seq bigint not null,
  "position" bigint not null,
  channel text collate "C" not null,
  kind text collate "C" not null,
  need text collate "C" not null,
  from_at bigint not null,
  to_at bigint not null,
  ms bigint not null,
  "by" text collate "C",
  author text collate "C" not null,
  target_ms bigint not null,
  "within" bigint not null,
  "first" bigint not null,
  primary key (desk, item, message)
);
create index responses_span on responses (desk, to_at, ms, target_ms, "first", channel, kind, need, "by", author);
create index responses_person on responses (desk, "by", author, target_ms, "first", to_at, ms, channel, kind, need);

create table posts (
  desk text collate "C" not null references desks (desk),
  id text collate "C" not null,
  at bigint not null,
  wakes_at bigint,
  unfinished bigint not null,
  source text collate "C",
  body text collate "C" not null,
  primary key (desk, id)
);
create index posts_time on posts (desk, at);
create index posts_unfinished on posts (desk, at) where unfinished = 1;
create index posts_wakes on posts (desk, wakes_at) where wakes_at is not null;

create table briefings (
  desk text collate "C" not null references desks (desk),
  id text collate "C" not null,
  at bigint not null,
  body text collate "C" not null,
  primary key (desk, id)
);
create index briefings_time on briefings (desk, at desc, id desc);

create table log (
  desk text collate "C" not null,
  seq bigint not null,
  at bigint not null,
  actor text collate "C" not null,
  command text collate "C",
  part bigint,
  hash text collate "C",
  type text collate "C" not null,
  item text collate "C",
  channel text collate "C",
  kind text collate "C",
  body text collate "C" not null,
  primary key (desk, seq)
);
create unique index log_command on log (desk, actor, command, part) where command is not null;
`;
