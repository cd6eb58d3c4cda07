/**
 * The links of walls: big screens that show a desk without anybody signed in. Times in ms UTC, the hash SHA-256 in hex.
 * And what is urgent, which walls count all the time.
 */
export const walls = `
create table walls (
  desk text not null,
  id text not null,
  hash text not null,
  name text not null,
  created_at integer not null,
  created_by text,
  last_used_at integer,
  primary key (desk, id)
) strict;

create index items_urgent on items (desk, received_seq) where need = 'urgent' and open = 1;
`;
