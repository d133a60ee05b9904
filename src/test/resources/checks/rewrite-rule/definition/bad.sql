-- A rule that lets some rows go, and one that is disabled.
-- EXPECT: FAILED rewrite-rule/definition orders.keep
-- EXPECT: FAILED rewrite-rule/definition orders.log
create table orders (id bigint primary key, total numeric not null);
create table orders_log (id bigint, total numeric);
create rule keep as on delete to orders where old.total > 0 do instead nothing;
create rule log as on update to orders where new.total <> old.total
    do also insert into orders_log values (old.id, old.total);
alter table orders disable rule log;
