-- Stage 5, functions: users, logins, tokens, stores, holidays.

-- What a session has to know of its user.
create or replace function get_user_context(user_id_param uuid) returns jsonb
    language sql stable
    set search_path = pg_catalog, public, pg_temp
as $$
    select jsonb_build_object(
        'user_id', users.id,
        'email', users.email,
        'role', users.role,
        'tenant_id', users.tenant_id,
        'tenant_name', tenants.name,
        'tenant_status', tenants.status,
        'store_id', users.store_id,
        'store_name', stores.name,
        'permissions', coalesce(
            (select jsonb_agg(distinct own.resource_type || ':' || own.action)
             from user_permissions as own
             where own.user_id = users.id and own.granted),
            '[]'))
    from users
    left join tenants on tenants.id = users.tenant_id
    left join stores on stores.id = users.store_id
    where users.id = user_id_param;
$$;

-- What is said of the user himself goes before what is said of his role; a super admin may do everything, nobody else
-- what nobody has granted.
create or replace function user_has_permission(
    user_id_param uuid, resource_type_param varchar, action_param varchar) returns boolean
    language sql stable
    set search_path = pg_catalog, public, pg_temp
as $$
    select coalesce(
        (select users.active and (
            users.role = 'super_admin'
            or coalesce(
                (select own.granted
                 from user_permissions as own
                 where own.user_id = users.id
                   and own.resource_type = resource_type_param
                   and own.action = action_param),
                (select bool_or(its.granted)
                 from role_permissions as its
                 where its.role = users.role::text
                   and its.resource_type = resource_type_param
                   and its.action = action_param),
                false))
         from users
         where users.id = user_id_param),
        false);
$$;

create or replace function get_user_login_stats(p_user_id uuid)
    returns table (
        total_logins integer, successful_logins integer, failed_logins integer, unique_ips integer, unique_countries integer,
        last_login timestamptz, most_common_ip inet, most_common_country varchar)
    language sql stable
    set search_path = pg_catalog, public, pg_temp
as $$
    select count(*)::integer,
           (count(*) filter (where log.login_successful))::integer,
           (count(*) filter (where not log.login_successful))::integer,
           count(distinct log.ip_address)::integer,
           count(distinct log.country)::integer,
           max(log.login_timestamp) filter (where log.login_successful),
           mode() within group (order by log.ip_address),
           mode() within group (order by log.country)
    from user_login_logs as log
    where log.user_id = p_user_id;
$$;

create or replace function update_user_last_login() returns trigger
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
begin
    if new.login_successful then
        update users
        set last_login_at = new.login_timestamp, login_count = login_count + 1
        where id = new.user_id;
    end if;
    return null;
end
$$;

-- A new token of a type takes the place of those that the user has not used.
create or replace function create_auth_token(
    p_user_id uuid, p_token_type varchar, p_token_hash varchar, p_expires_in_hours integer default 24,
    p_metadata jsonb default '{}') returns uuid
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
declare
    made uuid;
begin
    if p_token_type in ('email_verification', 'password_reset') then
        update auth_tokens
        set is_used = true, used_at = current_timestamp
        where user_id = p_user_id and token_type = p_token_type and not is_used;
    end if;

    insert into auth_tokens (user_id, token_type, token_hash, expires_at, metadata)
    values (p_user_id, p_token_type, p_token_hash, current_timestamp + make_interval(hours => p_expires_in_hours), p_metadata)
    returning id into made;
    return made;
end
$$;

-- One row always; a token that is used up, expired or unknown is not valid. The row is locked, so that of two sessions only
-- one can use it up.
create or replace function validate_auth_token(
    p_token_hash varchar, p_token_type varchar, p_mark_as_used boolean default false)
    returns table (is_valid boolean, user_id uuid, metadata jsonb)
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
declare
    token auth_tokens;
begin
    select auth_tokens.* into token
    from auth_tokens
    where auth_tokens.token_hash = p_token_hash
      and auth_tokens.token_type = p_token_type
      and not auth_tokens.is_used
      and auth_tokens.expires_at > current_timestamp
    order by auth_tokens.created_at desc
    limit 1
    for update;

    if not found then
        return query select false, null::uuid, null::jsonb;
        return;
    end if;
    if p_mark_as_used then
        update auth_tokens set is_used = true, used_at = current_timestamp where auth_tokens.id = token.id;
    end if;
    return query select true, token.user_id, token.metadata;
end
$$;

create or replace function cleanup_expired_tokens() returns integer
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
declare
    tokens   integer;
    revoked  integer;
    sessions integer;
begin
    delete from auth_tokens where expires_at < current_timestamp;
    get diagnostics tokens = row_count;
    delete from token_blacklist where expires_at < current_timestamp;
    get diagnostics revoked = row_count;
    delete from user_sessions where expires_at < current_timestamp;
    get diagnostics sessions = row_count;
    return tokens + revoked + sessions;
end
$$;

create or replace function cleanup_expired_otp_codes() returns void
    language sql
    set search_path = pg_catalog, public, pg_temp
as $$
    delete from otp_codes where expires_at < current_timestamp;
$$;

-- Whether a code may be sent: at most p_max_requests in a window, then a pause of one window. Counting and asking is one
-- statement, so that requests at the same time are counted one by one.
create or replace function check_otp_rate_limit(
    p_identifier varchar, p_identifier_type varchar, p_max_requests integer default 5, p_window_minutes integer default 60)
    returns boolean
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
declare
    time_window constant interval := make_interval(mins => p_window_minutes);
    so_far      otp_rate_limits;
begin
    insert into otp_rate_limits as limits (identifier, identifier_type, request_count, first_request_at, last_request_at)
    values (p_identifier, p_identifier_type, 1, current_timestamp, current_timestamp)
    on conflict (identifier, identifier_type) do update
    set request_count = case
            when limits.blocked_until > current_timestamp then limits.request_count
            when limits.first_request_at < current_timestamp - time_window then 1
            else limits.request_count + 1
        end,
        first_request_at = case
            when limits.blocked_until > current_timestamp then limits.first_request_at
            when limits.first_request_at < current_timestamp - time_window then current_timestamp
            else limits.first_request_at
        end,
        last_request_at = current_timestamp
    returning * into so_far;

    if so_far.blocked_until > current_timestamp then
        return false;
    end if;
    if so_far.request_count > p_max_requests then
        update otp_rate_limits set blocked_until = current_timestamp + time_window where id = so_far.id;
        return false;
    end if;
    return true;
end
$$;

-- What is older than a year goes; what the agents did is kept in agi_audit_logs, and stays.
create or replace function cleanup_old_audit_logs() returns integer
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
declare
    deleted integer;
begin
    delete from audit_log where "timestamp" < current_timestamp - interval '1 year';
    get diagnostics deleted = row_count;
    return deleted;
end
$$;

create or replace function update_system_settings_updated_at() returns trigger
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
begin
    new.updated_at := current_timestamp;
    return new;
end
$$;

-- The day of a holiday in a year; null where its rule is none that is known. Fixed: month and day. Floating: which weekday
-- (0 is Sunday) of the month, counted from its end where occurrence is negative. Calculated: easter, with days more or less
-- (easter-2 is Good Friday), or monday-before-may-25 (Victoria Day).
create or replace function calculate_holiday_date(p_year integer, p_holiday_id uuid) returns date
    language plpgsql stable
    set search_path = pg_catalog, public, pg_temp
as $$
declare
    holiday    holidays;
    first_day  date;
    last_day   date;
    weekday    integer;
    occurrence integer;
    century    integer;
    golden     integer;
    epact      integer;
    sunday     integer;
    easter     date;
begin
    select holidays.* into holiday from holidays where holidays.id = p_holiday_id;
    if not found then
        return null;
    end if;

    if holiday.date_type = 'fixed' then
        return make_date(p_year, holiday.fixed_month, holiday.fixed_day);
    end if;

    if holiday.date_type = 'floating' then
        first_day  := make_date(p_year, (holiday.floating_rule ->> 'month')::integer, 1);
        last_day   := (first_day + interval '1 month - 1 day')::date;
        weekday    := (holiday.floating_rule ->> 'weekday')::integer;
        occurrence := (holiday.floating_rule ->> 'occurrence')::integer;
        if occurrence > 0 then
            return first_day + (weekday - extract(dow from first_day)::integer + 7) % 7 + 7 * (occurrence - 1);
        end if;
        return last_day - (extract(dow from last_day)::integer - weekday + 7) % 7 + 7 * (occurrence + 1);
    end if;

    if holiday.calculation_rule = 'monday-before-may-25' then
        last_day := make_date(p_year, 5, 24);
        return last_day - (extract(dow from last_day)::integer + 6) % 7;
    end if;

    if holiday.calculation_rule ~ '^easter([+-][0-9]+)?$' then
        -- The Gregorian computus, as Meeus gives it.
        golden  := p_year % 19;
        century := p_year / 100;
        epact   := (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        sunday  := (32 + 2 * (century % 4) + 2 * (p_year % 100 / 4) - epact - p_year % 100 % 4) % 7;
        occurrence := epact + sunday - 7 * ((golden + 11 * epact + 22 * sunday) / 451) + 114;
        easter  := make_date(p_year, occurrence / 31, occurrence % 31 + 1);
        return easter + coalesce(substring(holiday.calculation_rule from '[+-][0-9]+')::integer, 0);
    end if;

    return null;
end
$$;

-- Hours of a store: of all days, or of one; null where nothing is known of it.
create or replace function get_store_hours(p_store_id uuid, p_day_of_week text default null) returns jsonb
    language sql stable
    set search_path = pg_catalog, public, pg_temp
as $$
    select case when p_day_of_week is null then stores.hours else stores.hours -> lower(p_day_of_week) end
    from stores
    where stores.id = p_store_id;
$$;

-- Whether a store is open at a time of its own clock: not on a holiday on which its province closes, and only within the
-- hours of the day, which may go on past midnight.
create or replace function is_store_open(p_store_id uuid, p_datetime timestamp) returns boolean
    language plpgsql stable
    set search_path = pg_catalog, public, pg_temp
as $$
declare
    store    stores;
    today    jsonb;
    opens    time;
    closes   time;
    its_time constant time := p_datetime::time;
begin
    select stores.* into store from stores where stores.id = p_store_id;
    if not found or not store.is_active then
        return false;
    end if;
    if exists (
        select
        from holidays
        where (holidays.province_territory_id = store.province_territory_id or holidays.province_territory_id is null)
          and holidays.typical_business_impact = 'closed'
          and calculate_holiday_date(extract(year from p_datetime)::integer, holidays.id) = p_datetime::date
    ) then
        return false;
    end if;

    today := get_store_hours(p_store_id, to_char(p_datetime, 'FMday'));
    if today is null or coalesce((today ->> 'closed')::boolean, false) then
        return false;
    end if;
    opens  := (today ->> 'open')::time;
    closes := (today ->> 'close')::time;
    if opens is null or closes is null then
        return false;
    end if;
    if closes <= opens then
        return its_time >= opens or its_time < closes;
    end if;
    return its_time >= opens and its_time < closes;
end
$$;
