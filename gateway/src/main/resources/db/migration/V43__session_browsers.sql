-- By which words its owner knows a session again, such as "Firefox, Windows"; empty when unknown.
alter table session add column browser varchar(40) default '' not null;
