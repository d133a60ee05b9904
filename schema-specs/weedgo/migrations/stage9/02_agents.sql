-- Stage 9, what the delivery claims of audit and rate limits, and what holds it.

-- An audit event is written once, and never changed or deleted.
create or replace function agi_audit_logs_stay() returns trigger
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
begin
    raise exception 'agi_audit_logs is immutable: % is not allowed', tg_op
        using errcode = 'restrict_violation', hint = 'Write another event that says what is right.';
end
$$;

create or replace trigger agi_audit_logs_no_change before update or delete on agi_audit_logs
    for each row execute function agi_audit_logs_stay();
create or replace trigger agi_audit_logs_no_truncate before truncate on agi_audit_logs
    for each statement execute function agi_audit_logs_stay();
alter table agi_audit_logs enable always trigger agi_audit_logs_no_change;
alter table agi_audit_logs enable always trigger agi_audit_logs_no_truncate;

-- Writes an event with its hash, which is over all that the event says.
create or replace function agi_log_event(
    p_event_type text, p_severity text, p_user_id text, p_resource_type text, p_resource_id text, p_action text,
    p_result text, p_metadata jsonb default '{}') returns bigint
    language sql
    set search_path = pg_catalog, public, pg_temp
as $$
    insert into agi_audit_logs (
        event_type, severity, user_id, resource_type, resource_id, action, result, metadata, "timestamp", event_hash)
    select p_event_type, p_severity, p_user_id, p_resource_type, p_resource_id, p_action, p_result, p_metadata,
           clock_timestamp(),
           encode(sha256(convert_to(
               jsonb_build_array(p_event_type, p_severity, p_user_id, p_resource_type, p_resource_id, p_action, p_result,
                                 p_metadata, now())::text, 'UTF8')), 'hex')
    returning id;
$$;

-- A call that is refused, and a rule that is changed, is an audit event.
create or replace function agi_audit_violation() returns trigger
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform agi_log_event(
        'rate_limit_violation', 'warning', new.identifier, 'rate_limit_rule', new.rule_name, 'call', 'refused',
        jsonb_build_object('resource', new.resource, 'attempts', new.attempts));
    return null;
end
$$;

create or replace function agi_audit_rule() returns trigger
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
declare
    its_rule agi_rate_limit_rules;
begin
    if tg_op = 'DELETE' then
        its_rule := old;
    else
        its_rule := new;
    end if;
    perform agi_log_event(
        'rate_limit_rule', 'info', session_user::text, 'rate_limit_rule', its_rule.name, lower(tg_op), 'done',
        to_jsonb(its_rule));
    return null;
end
$$;

create or replace trigger agi_rate_limit_violations_audited after insert on agi_rate_limit_violations
    for each row execute function agi_audit_violation();
create or replace trigger agi_rate_limit_rules_audited after insert or update or delete on agi_rate_limit_rules
    for each row execute function agi_audit_rule();

-- A bucket never owes tokens, and a rule lets something through. Not valid at first, so that nobody waits while the rows that
-- are there are looked at.
do $$
begin
    if not exists (select from pg_constraint where conname = 'agi_rate_limit_buckets_tokens_check') then
        alter table agi_rate_limit_buckets
            add constraint agi_rate_limit_buckets_tokens_check check (tokens >= 0) not valid;
    end if;
    if not exists (select from pg_constraint where conname = 'agi_rate_limit_rules_limits_check') then
        alter table agi_rate_limit_rules
            add constraint agi_rate_limit_rules_limits_check
                check (limit_value > 0 and window_seconds > 0 and (burst_size is null or burst_size > 0)) not valid;
    end if;
end
$$;
alter table agi_rate_limit_buckets validate constraint agi_rate_limit_buckets_tokens_check;
alter table agi_rate_limit_rules validate constraint agi_rate_limit_rules_limits_check;

-- Takes tokens out of a caller's bucket; false, and a violation on record, where there are not enough. The bucket fills by
-- limit_value in window_seconds, up to burst_size. Filling, asking and taking is one statement, so that callers at the same
-- time take one after the other and never more than there is.
create or replace function agi_take_tokens(
    p_rule_name text, p_identifier text, p_tokens double precision default 1, p_resource text default null) returns boolean
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
declare
    rule     agi_rate_limit_rules;
    its_key  constant text := p_rule_name || ':' || p_identifier;
    most     double precision;
    at_time  constant timestamptz := clock_timestamp();
begin
    select agi_rate_limit_rules.* into rule from agi_rate_limit_rules where agi_rate_limit_rules.name = p_rule_name;
    if not found then
        raise exception 'there is no rate limit rule %', p_rule_name using errcode = 'no_data_found';
    end if;
    if not rule.enabled then
        return true;
    end if;
    most := coalesce(rule.burst_size, rule.limit_value);

    insert into agi_rate_limit_buckets (key, tokens, last_update)
    values (its_key, most, at_time)
    on conflict (key) do nothing;

    update agi_rate_limit_buckets as bucket
    set tokens = least(most, bucket.tokens + rule.limit_value * extract(epoch from greatest(at_time - bucket.last_update, interval '0'))
                                             / rule.window_seconds) - p_tokens,
        last_update = greatest(at_time, bucket.last_update)
    where bucket.key = its_key
      and least(most, bucket.tokens + rule.limit_value * extract(epoch from greatest(at_time - bucket.last_update, interval '0'))
                                      / rule.window_seconds) >= p_tokens;
    if found then
        return true;
    end if;

    insert into agi_rate_limit_violations (rule_name, identifier, resource, attempts, window_start, window_end)
    values (p_rule_name, p_identifier, p_resource, 1, at_time - make_interval(secs => rule.window_seconds), at_time);
    return false;
end
$$;
