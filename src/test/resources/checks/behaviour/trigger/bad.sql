-- EXPECT: FAILED behaviour/trigger orders insert
-- EXPECT: FAILED behaviour/trigger orders update
-- EXPECT: FAILED behaviour/trigger orders delete
create table orders (
    id bigint primary key,
    status text not null,
    version int not null default 1,
    updated_at timestamptz not null default now()
);
create table audit_log (id bigint generated always as identity primary key, did text not null);
create function touch() returns trigger language plpgsql as $$
begin
    new.version := old.version + 1;
    return new;
end $$;
create function audit() returns trigger language plpgsql security definer as $$
begin
    insert into public.audit_log (did) values (tg_op);
    return null;
end $$;
create trigger touch before update on orders for each row execute function touch();
create trigger audit after insert or update or delete on orders for each row execute function audit();
-- The trigger is there, and does not fire; the application may not delete.
alter table orders disable trigger audit;
grant select, insert, update on orders to shop_app;
