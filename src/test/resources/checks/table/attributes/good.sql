create table sessions (id uuid primary key, body text) with (fillfactor = 70);
alter table sessions replica identity full;
create table orders (id bigint primary key, note text);
