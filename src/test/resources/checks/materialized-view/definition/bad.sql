-- EXPECT: FAILED materialized-view/definition totals
create table orders (id bigint primary key, status text not null, no integer);
create materialized view totals as select status, count(*) as n from orders where no > 0 group by status;
