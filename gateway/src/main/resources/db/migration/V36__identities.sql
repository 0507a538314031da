-- People as a provider knows them, and whose account that is.
create table account_identity (
  issuer varchar(500) not null,
  subject varchar(255) not null,
  account_id uuid not null references account (id),
  linked_at timestamp with time zone not null,
  primary key (issuer, subject)
);

-- Visits to a provider that have not come back yet; each is good for one return of the same browser.
create table oidc_visit (
  state varchar(64) primary key,
  browser varchar(64) not null,
  nonce varchar(64) not null,
  verifier varchar(128) not null,
  callback varchar(1000) not null,
  next_path varchar(2000) not null,
  expires_at timestamp with time zone not null
);
