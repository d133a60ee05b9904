create table customers (id bigint primary key, name text not null);
alter table customers add constraint ck_name check (name <> '') not valid;
alter table customers validate constraint ck_name;
