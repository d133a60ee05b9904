-- A trigger that was to be gone.
-- EXPECT: FAILED trigger/absent tasks.trg_legacy
create table tasks (id bigint primary key, tenant_id uuid not null, status text not null, updated_at timestamptz);
create function touch() returns trigger language plpgsql as $$
begin
    new.updated_at := now();
    return new;
end $$;
create trigger trg_legacy before update on tasks for each row execute function touch();
