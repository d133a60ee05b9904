-- EXPECT: FAILED collation/closed german
create table orders (id bigint primary key, status text not null, no integer);
create collation german (provider = icu, locale = 'de-DE');
