-- Stage 9, the one tenant_id of 34 that referred to nothing.

do $$
begin
    if not exists (select from pg_constraint where conname = 'ai_conversations_tenant_id_fkey') then
        alter table ai_conversations
            add constraint ai_conversations_tenant_id_fkey
                foreign key (tenant_id) references tenants (id) on delete cascade not valid;
    end if;
end
$$;
alter table ai_conversations validate constraint ai_conversations_tenant_id_fkey;
