-- EXPECT: FAILED column/closed customers.nickname
-- EXPECT: FAILED column/closed customers."dateOfBirth"
create table customers (id bigint not null, name text not null, nickname text, "dateOfBirth" date);
