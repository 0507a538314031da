-- Signed-off texts that are read again in full, drawn by risk; what was drawn can be drawn again from its seed.
create table sample (
  id uuid primary key,
  first_month varchar(7) not null,
  last_month varchar(7) not null,
  seed bigint not null,
  population integer not null,
  person_id uuid not null references account (id),
  person varchar(200) not null,
  at timestamp with time zone not null
);

create index sample_by_time on sample (at);

create table sample_text (
  sample_id uuid not null references sample (id),
  target_id uuid not null references target (id),
  ordinal integer not null,
  -- Its risk when the sample was drawn, in hours as the queue has it.
  risk integer not null,
  -- That it would be drawn.
  probability double precision not null,
  result_id bigint references quality_result (id),
  primary key (sample_id, target_id)
);
