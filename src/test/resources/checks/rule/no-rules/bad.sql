-- EXPECT: FAILED rule/no-rules orders
-- EXPECT: FAILED rule/no-rules ids
create table orders (id bigint primary key, tenant_id uuid not null, note text);
create rule keep as on delete to orders do instead nothing;
create view ids as select id from orders;
create rule fill as on insert to ids do instead insert into orders (id, tenant_id) values (new.id, gen_random_uuid());
