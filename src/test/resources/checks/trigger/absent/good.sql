create table tasks (id bigint primary key, tenant_id uuid not null, status text not null, updated_at timestamptz);
create function touch() returns trigger language plpgsql as $$
begin
    new.updated_at := now();
    return new;
end $$;
