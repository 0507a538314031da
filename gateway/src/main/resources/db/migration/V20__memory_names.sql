-- The ids and names by which clients know the parts of the memory, one for each language of sources.
create table memory_name (
  source_language varchar(8) primary key,
  id uuid not null,
  name varchar(200) not null
);
