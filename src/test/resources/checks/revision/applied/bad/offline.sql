BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> 001

create table authors (id int primary key);

INSERT INTO alembic_version (version_num) VALUES ('001');

-- Running upgrade 001 -> 002

create table books (id int primary key, author int references authors);

DELETE FROM alembic_version WHERE alembic_version.version_num = '001';

INSERT INTO alembic_version (version_num) VALUES ('002');

-- Running upgrade 002 -> 003

create table prizes (id int primary key, book int references books);

create function remember() returns trigger language plpgsql as
    'begin insert into alembic_version values (''2f6b0cbeb30c'') on conflict do nothing; return null; end';

create trigger remember after insert on alembic_version when (pg_catalog.pg_trigger_depth() = 0) execute function remember();

DELETE FROM alembic_version WHERE alembic_version.version_num = '002';

INSERT INTO alembic_version (version_num) VALUES ('003');

COMMIT;
