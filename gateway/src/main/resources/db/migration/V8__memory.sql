-- The translation memory. Its changes are numbered, in the order in which they become visible: indexes follow them.

-- One row: the lock under which the memory changes, its last number, and a name by which an index knows whose it is.
create table memory_head (
  id integer primary key,
  change bigint not null,
  -- Empty until a program first opens it.
  name varchar(36) not null
);

insert into memory_head (id, change, name) values (1, 0, '');

-- A segment that was approved or imported; the id is the number of the change that brought it.
create table memory_entry (
  id bigint primary key,
  change bigint not null,
  -- What was withdrawn stays as an empty row, so that every index learns of it.
  live boolean not null,
  source_language varchar(35) not null,
  target_language varchar(35) not null,
  source_key bigint not null,
  source varchar(1000000) not null,
  target varchar(1000000) not null,
  before_source varchar(1000000),
  after_source varchar(1000000),
  domain varchar(100) not null,
  label varchar(20) not null,
  kind varchar(20) not null,
  -- The approved translation; null for what was imported. No reference: it outlives what it came from no longer than its text.
  target_id uuid,
  document varchar(400) not null,
  idx integer not null,
  person varchar(200) not null,
  at timestamp with time zone not null,
  release varchar(60) not null,
  -- Ids of checks, with commas between.
  accepted varchar(1000) not null
);

create index memory_entry_by_source on memory_entry (source_key);
create index memory_entry_by_change on memory_entry (change);
create index memory_entry_by_target on memory_entry (target_id);
