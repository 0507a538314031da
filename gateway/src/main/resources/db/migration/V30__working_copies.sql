-- What somebody is typing and has not confirmed yet; nobody else sees it, and nothing counts it as the text. Once it is confirmed the text
-- is null and the version that of the confirmed segment, so that a copy that arrives late is known to be older.
create table working_copy (
  target_id uuid not null references target (id),
  idx integer not null,
  account_id uuid not null references account (id),
  version integer not null,
  text text,
  saved_at timestamp with time zone not null,
  primary key (target_id, idx, account_id)
);
