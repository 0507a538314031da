-- How clients want their translations to be worded.
create table style_rule (
  id uuid primary key,
  -- Null for a rule of the house.
  owner_id uuid references account (id),
  name varchar(200) not null,
  language varchar(35) not null,
  -- JSON: by category, options with their values.
  configured text not null,
  -- JSON: wishes in the client's words.
  instructions text not null,
  version integer not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);

create index style_rule_by_owner on style_rule (owner_id);
