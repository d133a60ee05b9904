create table orders (id bigint primary key, status text not null, no integer);
create materialized view totals as select status, count(*) as n from orders group by status;
create unique index totals_status on totals (status);
