-- EXPECT: VACUOUS revision/edited revisions
create table authors (id int primary key);
