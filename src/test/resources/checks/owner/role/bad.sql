-- EXPECT: FAILED owner/role orders
-- EXPECT: FAILED owner/role settings
-- EXPECT: VACUOUS owner/role audit_*
-- EXPECT: FAILED owner/role function sec_*
create role auditor;
create table orders (id bigint primary key);
create table settings (id bigint primary key);
create function sec_check() returns int language sql as 'select 1';
alter table orders owner to auditor;
