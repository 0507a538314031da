-- Who handed a product in again after it was sent back or turned down; they don't sign it off.
alter table target add column submitter_id uuid references account (id);

-- What a reviewer wants changed in a segment: the latest of each, until the text is signed off.
create table change_request (
  target_id uuid not null references target (id),
  idx integer not null,
  reason varchar(2000) not null,
  person varchar(200) not null,
  at timestamp with time zone not null,
  -- When somebody edited or confirmed the segment since; null while it is open.
  answered_at timestamp with time zone,
  primary key (target_id, idx)
);
