-- Where people work, and whose story a story is. What was there before is the work of one office.
alter table account add column office varchar(100) not null default 'Văn phòng';
alter table account alter column office drop default;

alter table story add column office varchar(100) not null default 'Văn phòng';
alter table story alter column office drop default;
