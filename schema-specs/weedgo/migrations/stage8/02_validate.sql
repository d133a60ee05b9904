-- Looks at the rows that were there before the constraints. Each statement lets readers and writers through.

do $$
declare
    waiting record;
begin
    for waiting in
        select conrelid::regclass as its_table, conname as its_name
        from pg_constraint
        where not convalidated and connamespace = 'public'::regnamespace
        order by 1::text, 2
    loop
        execute format('alter table %s validate constraint %I', waiting.its_table, waiting.its_name);
    end loop;
end
$$;
