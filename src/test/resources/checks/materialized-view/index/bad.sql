-- EXPECT: FAILED materialized-view/index totals_status
-- EXPECT: FAILED materialized-view/index totals_n
create table orders (id bigint primary key, status text not null, no integer);
create materialized view totals as select status, count(*) as n from orders group by status;
create index totals_status on totals (status);
create index totals_n on totals (n);
