-- Files that clients have translated whole. They are deleted soon after they were fetched, and a day after they came.
create table client_document (
  id uuid primary key,
  account_id uuid not null references account (id),
  -- Of the secret that the client got with the id.
  key_digest varchar(64) not null,
  name varchar(400) not null,
  source_language varchar(40) not null,
  target_language varchar(40) not null,
  format varchar(20) not null,
  sensitivity varchar(20) not null,
  -- Ids with commas between them.
  glossaries varchar(400) not null,
  text_date date not null,
  state varchar(20) not null,
  done integer not null,
  total integer not null,
  characters bigint not null,
  failure varchar(1000),
  -- What came, until there is a result.
  source bytea,
  result bytea,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);

create index client_document_by_expiry on client_document (expires_at);
create index client_document_by_state on client_document (state);

-- The table of db-scheduler once more, as for webhooks.
create table document_tasks (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data bytea,
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by varchar(200),
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures int,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);

create index document_tasks_by_time on document_tasks (execution_time);
create index document_tasks_by_heartbeat on document_tasks (last_heartbeat);
