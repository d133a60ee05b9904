-- EXPECT: FAILED rule/primary-key-required notes
create table customers (id bigint primary key, name text not null);
create table notes (note text);
create table alembic_version (version text);
