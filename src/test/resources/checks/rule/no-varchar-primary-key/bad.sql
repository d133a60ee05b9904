-- EXPECT: FAILED rule/no-varchar-primary-key files.files_pkey
create table customers (id bigint primary key, name text not null);
create table files (id varchar(36) primary key);
