BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> 001

create table authors (id int primary key);

INSERT INTO alembic_version (version_num) VALUES ('001');

-- Running upgrade 001 -> 002

create table if not exists roles (id int primary key, name text);

create or replace function greeting() returns text language sql as $$ select 'hello' $$;

DELETE FROM alembic_version WHERE alembic_version.version_num = '001';

INSERT INTO alembic_version (version_num) VALUES ('002');

-- Running upgrade 001 -> 003

create table if not exists roles (id bigint primary key);

create or replace function greeting() returns text language sql as $$ select 'good day' $$;

create table rights (id int primary key);

DELETE FROM alembic_version WHERE alembic_version.version_num = '001';

INSERT INTO alembic_version (version_num) VALUES ('003');

-- Running upgrade 002, 003 -> 004

DELETE FROM alembic_version WHERE alembic_version.version_num = '002';

DELETE FROM alembic_version WHERE alembic_version.version_num = '003';

INSERT INTO alembic_version (version_num) VALUES ('004');

COMMIT;
