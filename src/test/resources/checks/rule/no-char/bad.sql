-- EXPECT: FAILED rule/no-char currencies.code
create table currencies (id bigint primary key, code char(3) not null);
