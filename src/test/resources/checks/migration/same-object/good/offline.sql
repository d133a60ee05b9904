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

create table if not exists authors (id int primary key);

create or replace function greeting() returns text language sql as $$ select 'hello' $$;

DELETE FROM alembic_version WHERE alembic_version.version_num = '001';

INSERT INTO alembic_version (version_num) VALUES ('002');

-- Running upgrade 001 -> 003

create table if not exists roles (id int primary key, name text);

create table rights (role int references roles);

create or replace function greeting() returns text language sql as $$ select 'good day' $$;

DELETE FROM alembic_version WHERE alembic_version.version_num = '001';

INSERT INTO alembic_version (version_num) VALUES ('003');

-- Running upgrade 001 -> 004

create table if not exists authors (id int primary key);

create table scratch (id int);

drop table scratch;

create table books (id int primary key, author int references authors);

DELETE FROM alembic_version WHERE alembic_version.version_num = '001';

INSERT INTO alembic_version (version_num) VALUES ('004');

-- Running upgrade 002, 003, 004 -> 005

DELETE FROM alembic_version WHERE alembic_version.version_num = '002';

DELETE FROM alembic_version WHERE alembic_version.version_num = '003';

DELETE FROM alembic_version WHERE alembic_version.version_num = '004';

INSERT INTO alembic_version (version_num) VALUES ('005');

COMMIT;
