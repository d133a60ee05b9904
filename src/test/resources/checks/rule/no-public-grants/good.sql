revoke all on schema public from public;
create table orders (id bigint primary key, tenant_id uuid not null, note text);
grant select on orders to pg_read_all_data;
create sequence numbers;
create view ids as select id from orders;
