-- EXPECT: FAILED rule/constraints-validated customers.ck_name
create table customers (id bigint primary key, name text not null);
alter table customers add constraint ck_name check (name <> '') not valid;
