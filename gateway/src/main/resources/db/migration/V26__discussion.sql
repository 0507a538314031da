-- What colleagues say to each other about a text, or about one segment of it: threads of one level.
create table comment_thread (
  id uuid primary key,
  target_id uuid not null references target (id),
  -- Null for the whole text.
  segment integer,
  state varchar(10) not null,
  -- Who has resolved it, and when; null while it is open.
  resolver_id uuid references account (id),
  resolved_at timestamp with time zone,
  created_at timestamp with time zone not null
);

create index comment_thread_by_target on comment_thread (target_id, state);

create table thread_comment (
  id uuid primary key,
  thread_id uuid not null references comment_thread (id),
  -- From 0, which opens the thread.
  number integer not null,
  author_id uuid not null references account (id),
  body text not null,
  created_at timestamp with time zone not null,
  edited_at timestamp with time zone,
  unique (thread_id, number)
);
