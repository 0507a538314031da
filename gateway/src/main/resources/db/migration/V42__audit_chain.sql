-- One row for each entry of a log, chained by digests in the order of sealing. Append-only.
create table audit_seal (
  position bigint primary key,
  area varchar(20) not null,
  -- No reference: the seal outlives what was deleted.
  entry_id bigint not null,
  subject varchar(400) not null,
  -- SHA-256 of the entry.
  digest varchar(64) not null,
  -- SHA-256 of the row before and of this one.
  chain varchar(64) not null,
  sealed_at timestamp with time zone not null
);

create unique index audit_seal_by_entry on audit_seal (area, entry_id);
