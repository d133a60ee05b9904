-- EXPECT: FAILED seed/contains tools
create table tools (name varchar(20) primary key, description text, fee numeric(6, 2) not null default 0, parameters jsonb);
