-- EXPECT: FAILED rule/row-security-forced orders
-- EXPECT: FAILED rule/row-security-forced "Order lines"
create table orders (id bigint primary key, tenant_id uuid not null, note text);
alter table orders enable row level security;
create table "Order lines" (id bigint primary key);
alter table "Order lines" force row level security;
alter table "Order lines" enable row level security;
alter table "Order lines" no force row level security;
