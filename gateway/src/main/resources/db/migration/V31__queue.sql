-- What the order of the queue is made of. It depends on no clock, so that an index holds it: see io.haidang.gateway.priority.
alter table target add column state_since timestamp with time zone;
alter table target add column due_at timestamp with time zone;
alter table target add column assignee_id uuid references account (id);
alter table target add column risk_errors integer not null default 0;
alter table target add column risk_warnings integer not null default 0;
-- Segments that nobody has read and of which the machine is unsure.
alter table target add column risk_unsure integer not null default 0;
-- Official names in segments that nobody has read.
alter table target add column risk_names integer not null default 0;
alter table target add column risk_hours integer not null default 0;
-- When it should be read, by deadline, age and risk; the earliest comes first.
alter table target add column read_by timestamp with time zone;

update target set
  state_since = updated_at,
  risk_errors = (select count(*) from segment s where s.target_id = target.id and s.errors > 0),
  risk_warnings = (select count(*) from segment s where s.target_id = target.id and s.warnings > 0),
  risk_unsure = (select count(*) from segment s where s.target_id = target.id and s.state = 'MACHINE'
    and (s.similarity < 0.30 or s.confidence < -1.0)),
  risk_names = (select count(*) from term_use u join segment s on s.target_id = u.target_id and s.idx = u.idx
    where u.target_id = target.id and u.wording <> '' and s.state in ('MACHINE', 'MATCHED'));

-- As Risk reckons.
update target set risk_hours =
  (least(32, 4 * risk_errors) + least(16, 2 * risk_unsure) + least(8, risk_names) + least(4, risk_warnings))
  / (select case when a.sensitivity = 'PUBLIC' then 1 else 2 end from asset a where a.id = target.asset_id);
update target set read_by = state_since + (72 - risk_hours) * interval '1' hour;

alter table target alter column state_since set not null;
alter table target alter column read_by set not null;
create index target_by_reading on target (state, read_by, id);

-- Who has a text in hand, and until when it is theirs if nothing more is heard of them.
create table target_claim (
  target_id uuid primary key references target (id),
  account_id uuid not null references account (id),
  since timestamp with time zone not null,
  until timestamp with time zone not null
);

create index target_claim_by_account on target_claim (account_id);

-- Filters of the queue that somebody keeps under a name.
create table queue_view (
  id uuid primary key,
  account_id uuid not null references account (id),
  name varchar(100) not null,
  -- As the address of the page has them.
  query varchar(8000) not null,
  created_at timestamp with time zone not null,
  unique (account_id, name)
);
