-- Word lists that the holders of keys bring along.
create table client_glossary (
  id uuid primary key,
  owner_id uuid not null references account (id),
  name varchar(1024) not null,
  created_at timestamp with time zone not null
);

create index client_glossary_by_owner on client_glossary (owner_id);

create table client_dictionary (
  glossary_id uuid not null references client_glossary (id),
  source_language varchar(35) not null,
  target_language varchar(35) not null,
  -- What was put last has the greatest.
  ordinal integer not null,
  -- A line for each pair, with a tab between source and target.
  entries text not null,
  entry_count integer not null,
  bytes bigint not null,
  -- SHA-256 of the entries: what compiled words are known by.
  digest varchar(64) not null,
  primary key (glossary_id, source_language, target_language)
);
