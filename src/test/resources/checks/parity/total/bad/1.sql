-- EXPECT: FAILED parity/total migrations/legacy/legacy.sql
-- EXPECT: FAILED parity/exception audit_*
create table clients (id bigint primary key, name varchar(50) not null);
create table orders (id bigint primary key, client_id bigint not null references clients (id));
create table audit_log (id bigint, at timestamptz);
create table ledger (id bigint primary key);
