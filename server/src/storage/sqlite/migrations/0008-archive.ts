/**
 * The archive: the bodies of messages whose item was closed long ago. Their rows in `messages` stay, with an empty body,
 * so that what a channel calls a message is known for ever, and so do the items. And which items have yet to go there.
 */
export const archive = `
create table archive (
  desk text not null,
  item text not null,
  message text not null,
  channel text not null,
  body text not null,
  primary key (desk, item, message)
) strict;

alter table items add column archived integer not null default 0;
create index items_to_archive on items (desk, closed_at, id) where archived = 0 and closed_at is not null;
`;
