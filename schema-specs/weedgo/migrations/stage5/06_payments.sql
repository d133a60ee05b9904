-- Stage 5, functions: payments.

create or replace function calculate_platform_fee(p_amount numeric, p_percentage_fee numeric, p_fixed_fee numeric)
    returns table (platform_fee numeric, tenant_net numeric)
    language sql immutable
    set search_path = pg_catalog, public, pg_temp
as $$
    select fee.amount, p_amount - fee.amount
    from (select least(round(p_amount * p_percentage_fee + p_fixed_fee, 2), p_amount) as amount) as fee;
$$;

-- The provider that a tenant's payments go to: the primary one, or the one taken on first; null where there is none.
create or replace function get_tenant_primary_provider(p_tenant_id uuid, p_provider_type varchar default null) returns uuid
    language sql stable
    set search_path = pg_catalog, public, pg_temp
as $$
    select its.provider_id
    from tenant_payment_providers as its
    join payment_providers on payment_providers.id = its.provider_id
    where its.tenant_id = p_tenant_id
      and its.is_active
      and payment_providers.is_active
      and (p_provider_type is null or payment_providers.provider_type = p_provider_type)
    order by its.is_primary desc, its.created_at, its.id
    limit 1;
$$;

-- Whether a request is new. A key that is known answers with what came of it; the same key with another request, or of
-- another tenant, is a conflict.
create or replace function check_idempotency_key(p_key varchar, p_tenant_id uuid, p_request_hash varchar) returns jsonb
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
declare
    known payment_idempotency_keys;
begin
    delete from payment_idempotency_keys where idempotency_key = p_key and expires_at < current_timestamp;
    insert into payment_idempotency_keys (idempotency_key, tenant_id, request_hash)
    values (p_key, p_tenant_id, p_request_hash)
    on conflict (idempotency_key) do nothing;
    if found then
        return jsonb_build_object('status', 'new');
    end if;

    select payment_idempotency_keys.* into known
    from payment_idempotency_keys
    where payment_idempotency_keys.idempotency_key = p_key;
    if known.tenant_id is distinct from p_tenant_id or known.request_hash is distinct from p_request_hash then
        return jsonb_build_object('status', 'conflict');
    end if;
    return jsonb_build_object('status', known.status, 'response', known.response);
end
$$;

create or replace function cleanup_expired_idempotency_keys() returns integer
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
declare
    deleted integer;
begin
    delete from payment_idempotency_keys where expires_at < current_timestamp;
    get diagnostics deleted = row_count;
    return deleted;
end
$$;

create or replace function update_user_payment_methods_updated_at() returns trigger
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
begin
    new.updated_at := current_timestamp;
    return new;
end
$$;
