-- One letter for one person, with everything that is due; sent, or tried again, or given up.
create table letter (
  id uuid primary key,
  account_id uuid not null references account (id),
  state varchar(10) not null,
  tries integer not null,
  due_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  done_at timestamp with time zone,
  -- Of the last try; null before the first.
  outcome varchar(20)
);

create index letter_by_state on letter (state, due_at);

alter table notification add column letter_id uuid references letter (id);
create index notification_by_letter on notification (letter_id);

-- The table of db-scheduler once more, as for webhooks.
create table letter_tasks (
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

create index letter_tasks_by_time on letter_tasks (execution_time);
create index letter_tasks_by_heartbeat on letter_tasks (last_heartbeat);
