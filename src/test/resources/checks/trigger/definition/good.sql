create table tasks (id bigint primary key, tenant_id uuid not null, status text not null, updated_at timestamptz);
create function touch() returns trigger language plpgsql as $$
begin
    new.updated_at := now();
    return new;
end $$;
create trigger trg_touch before update of status on tasks for each row
    when (old.status is distinct from new.status) execute function touch();
create trigger trg_always before insert on tasks for each row execute function touch();
alter table tasks enable always trigger trg_always;
