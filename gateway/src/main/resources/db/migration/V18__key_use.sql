-- What keys have taken, day by day in UTC; kept for ever, as bills are.
create table key_use (
  key_id uuid not null references api_key (id),
  used_on date not null,
  requests bigint not null,
  characters bigint not null,
  documents bigint not null,
  primary key (key_id, used_on)
);

create index key_use_by_day on key_use (used_on);
