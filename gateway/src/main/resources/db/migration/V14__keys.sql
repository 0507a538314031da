-- What a key opens, how much it may take, and until when. A limit that is null is none.
alter table api_key add column id uuid;
update api_key set id = gen_random_uuid();
alter table api_key alter column id set not null;
alter table api_key add constraint api_key_by_id unique (id);

alter table api_key add column scopes varchar(200) not null default 'translate,documents,glossaries,drafts,review,admin';
alter table api_key alter column scopes drop default;
alter table api_key add column requests_per_minute integer;
alter table api_key add column characters_per_month bigint;
alter table api_key add column documents_per_month bigint;
alter table api_key add column concurrent integer not null default 256;
alter table api_key alter column concurrent drop default;
alter table api_key add column expires_at timestamp with time zone;
alter table api_key add column last_used_at timestamp with time zone;
