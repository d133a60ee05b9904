create table orders (
    id bigint primary key,
    status text not null,
    version int not null default 1,
    updated_at timestamptz not null default now()
);
create table audit_log (id bigint generated always as identity primary key, did text not null);
create function touch() returns trigger language plpgsql as $$
begin
    new.updated_at := now();
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
grant select, insert, update, delete on orders to shop_app;
