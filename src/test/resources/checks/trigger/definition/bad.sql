-- Another event, and a trigger that was disabled for a load and stayed so.
-- EXPECT: FAILED trigger/definition tasks.trg_touch
-- EXPECT: FAILED trigger/definition tasks.trg_always
create table tasks (id bigint primary key, tenant_id uuid not null, status text not null, updated_at timestamptz);
create function touch() returns trigger language plpgsql as $$
begin
    new.updated_at := now();
    return new;
end $$;
create trigger trg_touch before insert on tasks for each row execute function touch();
create trigger trg_always before insert on tasks for each row execute function touch();
alter table tasks disable trigger trg_always;
