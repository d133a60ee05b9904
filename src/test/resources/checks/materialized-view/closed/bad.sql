-- EXPECT: FAILED materialized-view/closed totals
create table orders (id bigint primary key, status text not null, no integer);
create materialized view totals as select count(*) from orders;
