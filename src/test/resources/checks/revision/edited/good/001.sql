create table authors (id int primary key);
