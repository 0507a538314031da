-- Requests that their sender may repeat without having them done twice, and what was answered; kept for a day.
create table repeatable_request (
  account_id uuid not null references account (id),
  -- Chosen by the sender.
  request_key varchar(255) not null,
  -- Of everything that was asked for: another request may not come under the same key.
  digest varchar(64) not null,
  -- Null while it is being done.
  status integer,
  headers varchar(4000),
  body bytea,
  created_at timestamp with time zone not null,
  primary key (account_id, request_key)
);

create index repeatable_request_by_time on repeatable_request (created_at);
