create table orders (id bigint primary key, total numeric not null);
create table orders_log (id bigint, total numeric);
create rule keep as on delete to orders do instead nothing;
create rule log as on update to orders where new.total <> old.total
    do also insert into orders_log values (old.id, old.total);
