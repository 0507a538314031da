-- How close a source and its machine translation are in meaning, -1 to 1, and how sure the machine was: null where nobody has said.

alter table segment add column similarity double precision;
alter table segment alter column confidence drop not null;
