BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> 001

create table tenants (
      tenant_id   uuid primary key default gen_random_uuid(),
      name        varchar(255) not null constraint tenants_name_key unique,
      domain      varchar(255) constraint tenants_domain_key unique,
      status      varchar(50) not null default 'active'
        constraint tenants_status_check check (status in ('active', 'suspended', 'closed')),
      created_at  timestamptz not null default now(),
      updated_at  timestamptz not null default now()
    );

create table users (
      user_id        uuid primary key default gen_random_uuid(),
      tenant_id      uuid not null constraint users_tenant_id_fkey references tenants on delete cascade,
      email          varchar(255) not null,
      full_name      varchar(255) not null,
      role           varchar(20) not null constraint users_role_check check (role in ('admin', 'supporter')),
      password_hash  varchar(60) not null
        constraint users_password_hash_check check (password_hash like '$2_$__$%' and length(password_hash) = 60),
      is_active      boolean not null default true,
      created_at     timestamptz not null default now(),
      updated_at     timestamptz not null default now(),
      constraint users_tenant_id_email_key unique (tenant_id, email),
      constraint users_tenant_id_user_id_key unique (tenant_id, user_id)
    );

create table output_formats (
      format_id      uuid primary key default gen_random_uuid(),
      name           varchar(100) not null constraint output_formats_name_key unique,
      schema         jsonb,
      renderer_hint  jsonb,
      description    text,
      created_at     timestamptz not null default now()
    );

create table llm_models (
      llm_model_id               uuid primary key default gen_random_uuid(),
      provider                   varchar(50) not null,
      model_name                 varchar(100) not null,
      context_window             integer not null constraint llm_models_context_window_check check (context_window > 0),
      cost_per_1k_input_tokens   numeric(10, 6) not null,
      cost_per_1k_output_tokens  numeric(10, 6) not null,
      is_active                  boolean not null default true,
      capabilities               jsonb not null default '{}',
      created_at                 timestamptz not null default now(),
      constraint llm_models_provider_model_name_key unique (provider, model_name)
    );

create table base_tools (
      base_tool_id           uuid primary key default gen_random_uuid(),
      type                   varchar(50) not null constraint base_tools_type_key unique,
      handler_class          varchar(255) not null,
      description            text,
      default_config_schema  jsonb,
      created_at             timestamptz not null default now()
    );

create table tool_configs (
      tool_id           uuid primary key default gen_random_uuid(),
      name              varchar(100) not null constraint tool_configs_name_key unique,
      base_tool_id      uuid not null
        constraint tool_configs_base_tool_id_fkey references base_tools on delete restrict,
      config            jsonb not null,
      input_schema      jsonb not null,
      output_format_id  uuid constraint tool_configs_output_format_id_fkey references output_formats on delete set null,
      description       text,
      is_active         boolean not null default true,
      created_at        timestamptz not null default now(),
      updated_at        timestamptz not null default now()
    );

create table agent_configs (
      agent_id                  uuid primary key default gen_random_uuid(),
      name                      varchar(100) not null constraint agent_configs_name_key unique,
      prompt_template           text not null,
      llm_model_id              uuid not null
        constraint agent_configs_llm_model_id_fkey references llm_models on delete restrict,
      default_output_format_id  uuid
        constraint agent_configs_default_output_format_id_fkey references output_formats on delete set null,
      description               text,
      handler_class             varchar(255) not null default 'services.domain_agents.DomainAgent',
      is_active                 boolean not null default true,
      created_at                timestamptz not null default now(),
      updated_at                timestamptz not null default now()
    );

create table agent_tools (
      agent_id    uuid not null constraint agent_tools_agent_id_fkey references agent_configs on delete cascade,
      tool_id     uuid not null constraint agent_tools_tool_id_fkey references tool_configs on delete cascade,
      priority    integer not null,
      created_at  timestamptz not null default now(),
      primary key (agent_id, tool_id)
    );

create table tenant_llm_configs (
      config_id          uuid primary key default gen_random_uuid(),
      tenant_id          uuid not null
        constraint tenant_llm_configs_tenant_id_fkey references tenants on delete cascade,
      llm_model_id       uuid not null
        constraint tenant_llm_configs_llm_model_id_fkey references llm_models on delete restrict,
      encrypted_api_key  text not null
        constraint tenant_llm_configs_encrypted_api_key_check check (encrypted_api_key like 'gAAAAA%'),
      rate_limit_rpm     integer not null default 60,
      rate_limit_tpm     integer not null default 10000,
      created_at         timestamptz not null default now(),
      updated_at         timestamptz not null default now(),
      constraint tenant_llm_configs_tenant_id_llm_model_id_key unique (tenant_id, llm_model_id)
    );

create table tenant_agent_permissions (
      tenant_id           uuid not null
        constraint tenant_agent_permissions_tenant_id_fkey references tenants on delete cascade,
      agent_id            uuid not null
        constraint tenant_agent_permissions_agent_id_fkey references agent_configs on delete cascade,
      enabled             boolean not null default true,
      output_override_id  uuid
        constraint tenant_agent_permissions_output_override_id_fkey references output_formats on delete set null,
      created_at          timestamptz not null default now(),
      updated_at          timestamptz not null default now(),
      primary key (tenant_id, agent_id)
    );

create table tenant_tool_permissions (
      tenant_id   uuid not null constraint tenant_tool_permissions_tenant_id_fkey references tenants on delete cascade,
      tool_id     uuid not null constraint tenant_tool_permissions_tool_id_fkey references tool_configs on delete cascade,
      enabled     boolean not null default true,
      created_at  timestamptz not null default now(),
      primary key (tenant_id, tool_id)
    );

create table tenant_widget_configs (
      config_id                    uuid primary key default gen_random_uuid(),
      tenant_id                    uuid not null constraint tenant_widget_configs_tenant_id_key unique
        constraint tenant_widget_configs_tenant_id_fkey references tenants on delete cascade,
      widget_key                   varchar(64) not null constraint tenant_widget_configs_widget_key_key unique,
      widget_secret                varchar(255) not null,
      theme                        varchar(20) not null default 'light',
      primary_color                varchar(7) not null default '#3B82F6',
      position                     varchar(20) not null default 'bottom-right',
      custom_css                   text,
      auto_open                    boolean not null default false,
      welcome_message              text,
      placeholder_text             varchar(255) not null default 'Type your message...',
      allowed_domains              jsonb not null default '[]',
      max_session_duration         integer not null default 3600,
      rate_limit_per_minute        integer not null default 20,
      enable_file_upload           boolean not null default false,
      enable_voice_input           boolean not null default false,
      enable_conversation_history  boolean not null default true,
      embed_script_url             varchar(500),
      embed_code_snippet           text,
      created_at                   timestamptz not null default now(),
      updated_at                   timestamptz not null default now(),
      last_regenerated_at          timestamptz
    );

create table sessions (
      session_id       uuid primary key default gen_random_uuid(),
      tenant_id        uuid not null,
      user_id          uuid not null,
      agent_id         uuid constraint sessions_agent_id_fkey references agent_configs on delete set null,
      thread_id        varchar(500) not null constraint sessions_thread_id_key unique,
      created_at       timestamptz not null default now(),
      last_message_at  timestamptz not null default now(),
      metadata         jsonb,
      constraint sessions_tenant_id_user_id_fkey foreign key (tenant_id, user_id)
        references users (tenant_id, user_id) on delete cascade
    );

create table messages (
      message_id   uuid primary key default gen_random_uuid(),
      session_id   uuid not null constraint messages_session_id_fkey references sessions on delete cascade,
      role         varchar(50) not null
        constraint messages_role_check check (role in ('user', 'assistant', 'system', 'tool')),
      content      text not null,
      "timestamp"  timestamptz not null default now(),
      metadata     jsonb
    );

create table checkpoints (
      thread_id      varchar(500) not null
        constraint checkpoints_thread_id_fkey references sessions (thread_id) on delete cascade,
      checkpoint_id  text not null,
      parent_id      text,
      checkpoint     bytea not null,
      metadata       jsonb,
      primary key (thread_id, checkpoint_id)
    );

create index ix_tenants_status on tenants (status);

create index ix_llm_models_active on llm_models (provider, model_name) where is_active;

create index ix_tool_configs_base_tool on tool_configs (base_tool_id);

create index ix_tool_configs_output_format on tool_configs (output_format_id);

create index ix_agent_configs_llm_model on agent_configs (llm_model_id);

create index ix_agent_configs_output_format on agent_configs (default_output_format_id);

create index ix_agent_tools_agent_priority on agent_tools (agent_id, priority);

create index ix_agent_tools_tool on agent_tools (tool_id);

create index ix_tenant_llm_configs_llm_model on tenant_llm_configs (llm_model_id);

create index ix_tenant_agent_permissions_agent on tenant_agent_permissions (agent_id);

create index ix_tenant_agent_permissions_output on tenant_agent_permissions (output_override_id);

create index ix_tenant_tool_permissions_tool on tenant_tool_permissions (tool_id);

create index ix_sessions_tenant_user on sessions (tenant_id, user_id, created_at);

create index ix_sessions_agent on sessions (agent_id);

create index ix_sessions_last_message on sessions (last_message_at);

create index ix_messages_session_timestamp on messages (session_id, "timestamp");

grant select, insert, update, delete on tenants, users, output_formats, llm_models, base_tools, tool_configs, agent_configs, agent_tools, tenant_llm_configs, tenant_agent_permissions, tenant_tool_permissions, tenant_widget_configs, sessions, messages, checkpoints to itl_app;

INSERT INTO alembic_version (version_num) VALUES ('001') RETURNING alembic_version.version_num;

COMMIT;

