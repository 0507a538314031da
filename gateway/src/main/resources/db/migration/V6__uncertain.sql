-- Words of the machine's text that the model was unsure of, as JSON: UTF-16 offsets and log-probability. Texts from before have none.

alter table segment add column uncertain text not null default '[]';
