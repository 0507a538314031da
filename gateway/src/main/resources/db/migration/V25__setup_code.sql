-- Codes that the console of a first start has shown: whoever brings one becomes the administrator, once.
create table setup_code (
  digest varchar(64) primary key,
  expires_at timestamp with time zone not null
);
