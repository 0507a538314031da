-- Bytes by their digest, each stored once and never changed, in pieces small enough to hold in memory.
create table content (
  id uuid primary key,
  -- SHA-256 in hexadecimal; null only inside the transaction that is still writing.
  digest varchar(64) unique,
  size bigint not null
);

create table content_piece (
  content_id uuid not null references content (id),
  ordinal integer not null,
  bytes bytea not null,
  primary key (content_id, ordinal)
);

-- What the office publishes about one event.
create table story (
  id uuid primary key,
  title varchar(200) not null,
  sensitivity varchar(20) not null,
  text_date date not null,
  owner_id uuid not null references account (id),
  -- The release of the names under which everything of it is made; null until the first product is begun.
  glossary_release integer references glossary_release (number),
  created_at timestamp with time zone not null
);

create index story_by_time on story (created_at);

-- Every draft that there was is a story with one article.
insert into story (id, title, sensitivity, text_date, owner_id, created_at)
  select id, title, sensitivity, text_date, author_id, created_at from asset;

alter table asset add column story_id uuid references story (id);
update asset set story_id = id;
alter table asset alter column story_id set not null;
alter table asset add column kind varchar(20) not null default 'ARTICLE';
create index asset_by_story on asset (story_id);

-- What an asset was at a time; the first revision has the number 1. Contents are named by digest, wherever they are kept.
create table asset_revision (
  asset_id uuid not null references asset (id),
  number integer not null,
  -- The text that products are made from: document, caption, transcript; null for a medium without one.
  text_digest varchar(64),
  text_format varchar(20),
  text_name varchar(200) not null,
  -- What of the text is read, such as columns of a table, as JSON; empty for all.
  text_options varchar(100000) not null,
  -- The picture or recording; null for an article or a file.
  media_digest varchar(64),
  media_type varchar(100),
  media_name varchar(200) not null,
  author_id uuid not null references account (id),
  created_at timestamp with time zone not null,
  note varchar(2000) not null,
  primary key (asset_id, number)
);

-- A product is a target: what it is, and the revision that it was made from.
alter table target add column form varchar(30) not null default 'translation';
alter table target add column revision integer not null default 1;

-- Indices of the segments that a segment of a product was made from, as JSON; a translation follows its source one by one.
alter table segment add column origins text not null default '[]';
-- Products that were made from others, beside the revision that each was made from. The edges form no circle: a product can
-- only be made from one that is there before it.
create table derivation (
  target_id uuid not null references target (id),
  source_id uuid not null references target (id),
  primary key (target_id, source_id)
);

create index derivation_by_source on derivation (source_id);

-- Why a product no longer says what its story says; a product without such a row is up to date.
create table stale_reason (
  target_id uuid not null references target (id),
  ordinal integer not null,
  kind varchar(30) not null,
  -- Of the product; null where it concerns all of it.
  idx integer,
  -- Of the asset, in which it came up.
  revision integer not null,
  before_text text not null,
  after_text text not null,
  -- The product that this one was made from and that is stale itself or was changed.
  source_id uuid references target (id),
  at timestamp with time zone not null,
  primary key (target_id, ordinal)
);

-- What each segment is in its product: a sentence, the title of a post, its hashtags.
alter table segment add column role varchar(20) not null default 'SENTENCE';


-- What was delivered, as it was delivered.
create table publication (
  id uuid primary key,
  target_id uuid not null references target (id),
  digest varchar(64) not null,
  file_name varchar(200) not null,
  media_type varchar(200) not null,
  revision integer not null,
  actor varchar(200) not null,
  at timestamp with time zone not null
);

create index publication_by_target on publication (target_id, at);
