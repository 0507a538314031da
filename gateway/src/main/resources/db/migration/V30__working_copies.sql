-- What somebody is typing and has not confirmed yet; nobody else sees it, and nothing counts it as the text.
create table working_copy (
  target_id uuid not null references target (id),
  idx integer not null,
  account_id uuid not null references account (id),
  version integer not null,
  text text not null,
  saved_at timestamp with time zone not null,
  primary key (target_id, idx, account_id)
);
