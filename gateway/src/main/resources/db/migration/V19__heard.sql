-- What a speech service heard in the recording of a transcript, as it answered: pieces with times, as JSON.
create table heard (
  target_id uuid primary key references target (id),
  pieces text not null,
  engine varchar(200) not null,
  version varchar(200) not null,
  at timestamp with time zone not null
);
