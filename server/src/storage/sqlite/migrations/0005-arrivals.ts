/**
 * When messages came in, by channel and kind, so that a channel's pace is counted from an index without a message being
 * read. Of what is here already the newest day is told its kind; nobody counts further back.
 */
export const arrivals = `
alter table messages add column kind text;
create index messages_arrivals on messages (desk, at, channel, kind) where direction = 'in';
update messages
  set kind = (select items.kind from items where items.desk = messages.desk and items.id = messages.item)
  where direction = 'in' and at >= (select max(at) - 86400000 from messages);
`;
