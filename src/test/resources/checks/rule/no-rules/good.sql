create table orders (id bigint primary key, tenant_id uuid not null, note text);
create view ids as select id from orders;
