create role auditor;
create role definer;
create table orders (id bigint primary key);
create table audit_log (id bigint primary key);
create table settings (id bigint primary key);
create function sec_check() returns int language sql as 'select 1';
alter table audit_log owner to auditor;
alter table settings owner to auditor;
alter function sec_check() owner to definer;
