-- EXPECT: FAILED rule/no-large-objects files.content
create table files (id bigint primary key, content oid);
