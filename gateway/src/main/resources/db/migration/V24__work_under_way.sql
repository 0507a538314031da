-- Work that a process has begun and not let go of; what is still here when it is begun anew, a process died with.
create table work_under_way (
  -- A target, or a document of a client.
  work uuid primary key,
  -- How often it was begun since it last got on.
  starts integer not null,
  begun_at timestamp with time zone not null
);
