-- How the products of a story may leave the house. Append-only: the row with the greatest ordinal is in force.
create table release_rule (
  story_id uuid not null references story (id),
  ordinal integer not null,
  -- No channel shows anything of the story before this instant; null for none.
  embargo_until timestamp with time zone,
  -- Who has to clear each product before it is delivered; null for nobody.
  spokesperson_id uuid references account (id),
  actor_id uuid not null references account (id),
  at timestamp with time zone not null,
  primary key (story_id, ordinal)
);

-- Which wording of a product somebody has cleared. Append-only.
create table clearance (
  target_id uuid not null references target (id),
  -- Of the wording, so that another wording is not cleared.
  digest varchar(64) not null,
  account_id uuid not null references account (id),
  at timestamp with time zone not null,
  primary key (target_id, digest, account_id)
);

-- What channels show of a product: its latest delivery, until that is withdrawn.
create table published (
  target_id uuid primary key references target (id),
  publication_id uuid not null references publication (id),
  title varchar(200) not null,
  -- The approved text without markup, paragraphs apart.
  body text not null,
  first_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone
);

-- For the index of the library, which follows what changed.
create index target_by_time on target (updated_at);

create index published_by_time on published (updated_at);

-- Deliveries from before this table; channels show them under the title of their draft, as files.
insert into published (target_id, publication_id, title, body, first_at, updated_at)
  select p.target_id, p.id, a.title, '', p.at, p.at
  from publication p join target t on t.id = p.target_id join asset a on a.id = t.asset_id
  where t.state = 'PUBLISHED' and not exists (
    select 1 from publication l
    where l.target_id = p.target_id and (l.at > p.at or (l.at = p.at and l.id > p.id)));

-- What the public is told about a product that was delivered. Append-only.
create table notice (
  id uuid primary key,
  target_id uuid not null references target (id),
  kind varchar(20) not null,
  text varchar(2000) not null,
  actor varchar(200) not null,
  at timestamp with time zone not null
);

create index notice_by_target on notice (target_id, at);
