-- Stage 5, functions: the assistant, and languages.

-- How the agents of a store are to speak: all of them by name, or one.
create or replace function get_store_ai_config(p_store_id uuid, p_agent_name text default null) returns jsonb
    language sql stable
    set search_path = pg_catalog, public, pg_temp
as $$
    select case
        when p_agent_name is null then coalesce(jsonb_object_agg(agent.agent_name, agent.its_config), '{}')
        else (array_agg(agent.its_config))[1]
    end
    from (
        select store_ai_agents.agent_name,
               jsonb_build_object(
                   'config', store_ai_agents.config,
                   'personality', ai_personalities.name,
                   'traits', ai_personalities.traits,
                   'voice', ai_personalities.voice_config) as its_config
        from store_ai_agents
        left join ai_personalities on ai_personalities.id = store_ai_agents.personality_id
        where store_ai_agents.store_id = p_store_id
          and store_ai_agents.is_active
          and (p_agent_name is null or store_ai_agents.agent_name = p_agent_name)
    ) as agent;
$$;

-- Counts a use of a translation whenever it is touched (last_used_at).
create or replace function update_translation_usage() returns trigger
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
begin
    if new.last_used_at is distinct from old.last_used_at then
        new.usage_count := coalesce(old.usage_count, 0) + 1;
    end if;
    return new;
end
$$;
