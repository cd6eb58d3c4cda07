/**
 * The archive: the bodies of messages whose item was closed long ago. Their rows in `messages` stay, with an empty body,
 * so that what a channel calls a message is known for ever, and so do the items. And which items have yet to go there.
 */
export const archive = `
create table archive (
  desk text collate "C" not null,
  item text collate "C" not null,
  message text collate "C" not null,
  channel text collate "C" not null,
  body text collate "C" not null,
  primary key (desk, item, message)
);

alter table items add column archived bigint not null default 0;
create index items_to_archive on items (desk, closed_at, id) where archived = 0 and closed_at is not null;
`;
