-- When somebody was last at a session; whoever is signed in now has been there just now.
alter table session add column seen_at timestamp with time zone default current_timestamp not null;
