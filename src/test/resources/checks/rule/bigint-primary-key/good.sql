create table orders (id bigint primary key, lines integer);
create table countries (code text primary key);
