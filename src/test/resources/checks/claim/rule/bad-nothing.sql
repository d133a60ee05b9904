-- EXPECT: VACUOUS claim/rule All foreign keys have indexes
create table customers (id bigint primary key);
