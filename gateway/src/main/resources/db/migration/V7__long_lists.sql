-- How many numbers are taken from a sequence at a time; H2 writes the whole store out whenever it takes some.
alter table term_proposal alter column seq set cache ${numbers-at-a-time};
alter table term_event alter column id set cache ${numbers-at-a-time};
