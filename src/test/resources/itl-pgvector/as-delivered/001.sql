-- The schema as delivered, from its facts. There is no table of users among them.

create table agent_configs (
  agent_id uuid not null,
  name character varying(100) not null,
  prompt_template text not null,
  llm_model_id uuid not null,
  default_output_format_id uuid,
  description text,
  handler_class character varying(255) default 'services.domain_agents.DomainAgent'::character varying,
  is_active boolean not null default true,
  created_at timestamp without time zone not null default now(),
  updated_at timestamp without time zone not null default now(),
  constraint agent_configs_pkey PRIMARY KEY (agent_id),
  constraint agent_configs_name_key UNIQUE (name)
);
create table agent_tools (
  agent_id uuid not null,
  tool_id uuid not null,
  priority integer not null,
  created_at timestamp without time zone not null default now(),
  constraint agent_tools_pkey PRIMARY KEY (agent_id, tool_id)
);
create table base_tools (
  base_tool_id uuid not null,
  type character varying(50) not null,
  handler_class character varying(255) not null,
  description text,
  default_config_schema jsonb,
  created_at timestamp without time zone not null default now(),
  constraint base_tools_pkey PRIMARY KEY (base_tool_id),
  constraint base_tools_type_key UNIQUE (type)
);
create table checkpoints (
  thread_id text not null,
  checkpoint_id text not null,
  parent_id text,
  checkpoint bytea not null,
  metadata jsonb,
  constraint checkpoints_pkey PRIMARY KEY (thread_id, checkpoint_id)
);
create table llm_models (
  llm_model_id uuid not null,
  provider character varying(50) not null,
  model_name character varying(100) not null,
  context_window integer not null,
  cost_per_1k_input_tokens numeric(10,6) not null,
  cost_per_1k_output_tokens numeric(10,6) not null,
  is_active boolean not null default true,
  capabilities jsonb,
  created_at timestamp without time zone not null default now(),
  constraint llm_models_pkey PRIMARY KEY (llm_model_id)
);
create table messages (
  message_id uuid not null,
  session_id uuid not null,
  role character varying(50) not null,
  content text not null,
  "timestamp" timestamp without time zone not null default now(),
  metadata jsonb,
  constraint messages_pkey PRIMARY KEY (message_id)
);
create table output_formats (
  format_id uuid not null,
  name character varying(100) not null,
  schema jsonb,
  renderer_hint jsonb,
  description text,
  created_at timestamp without time zone not null default now(),
  constraint output_formats_pkey PRIMARY KEY (format_id),
  constraint output_formats_name_key UNIQUE (name)
);
create table sessions (
  session_id uuid not null,
  tenant_id uuid not null,
  user_id character varying(255) not null,
  agent_id uuid,
  thread_id character varying(500),
  created_at timestamp without time zone not null default now(),
  last_message_at timestamp without time zone not null default now(),
  metadata jsonb,
  constraint sessions_pkey PRIMARY KEY (session_id)
);
create table tenant_agent_permissions (
  tenant_id uuid not null,
  agent_id uuid not null,
  enabled boolean not null default true,
  output_override_id uuid,
  created_at timestamp without time zone not null default now(),
  updated_at timestamp without time zone not null default now(),
  constraint tenant_agent_permissions_pkey PRIMARY KEY (tenant_id, agent_id)
);
create table tenant_llm_configs (
  config_id uuid not null,
  tenant_id uuid not null,
  llm_model_id uuid not null,
  encrypted_api_key text not null,
  rate_limit_rpm integer default 60,
  rate_limit_tpm integer default 10000,
  created_at timestamp without time zone not null default now(),
  updated_at timestamp without time zone not null default now(),
  constraint tenant_llm_configs_pkey PRIMARY KEY (config_id),
  constraint tenant_llm_configs_tenant_id_key UNIQUE (tenant_id)
);
create table tenant_tool_permissions (
  tenant_id uuid not null,
  tool_id uuid not null,
  enabled boolean not null default true,
  created_at timestamp without time zone not null default now(),
  constraint tenant_tool_permissions_pkey PRIMARY KEY (tenant_id, tool_id)
);
create table tenant_widget_configs (
  config_id uuid not null,
  tenant_id uuid not null,
  widget_key character varying(64) not null,
  widget_secret character varying(255) not null,
  theme character varying(20) default 'light'::character varying,
  primary_color character varying(7) default '#3B82F6'::character varying,
  "position" character varying(20) default 'bottom-right'::character varying,
  custom_css text,
  auto_open boolean default false,
  welcome_message text,
  placeholder_text character varying(255) default 'Type your message...'::character varying,
  allowed_domains jsonb default '[]'::jsonb,
  max_session_duration integer default 3600,
  rate_limit_per_minute integer default 20,
  enable_file_upload boolean default false,
  enable_voice_input boolean default false,
  enable_conversation_history boolean default true,
  embed_script_url character varying(500),
  embed_code_snippet text,
  created_at timestamp without time zone not null default now(),
  updated_at timestamp without time zone not null default now(),
  last_regenerated_at timestamp without time zone,
  constraint tenant_widget_configs_pkey PRIMARY KEY (config_id),
  constraint tenant_widget_configs_tenant_id_key UNIQUE (tenant_id),
  constraint tenant_widget_configs_widget_key_key UNIQUE (widget_key)
);
create table tenants (
  tenant_id uuid not null,
  name character varying(255) not null,
  domain character varying(255),
  status character varying(50) not null default 'active'::character varying,
  created_at timestamp without time zone not null default now(),
  updated_at timestamp without time zone not null default now(),
  constraint tenants_pkey PRIMARY KEY (tenant_id),
  constraint tenants_domain_key UNIQUE (domain)
);
create table tool_configs (
  tool_id uuid not null,
  name character varying(100) not null,
  base_tool_id uuid not null,
  config jsonb not null,
  input_schema jsonb not null,
  output_format_id uuid,
  description text,
  is_active boolean not null default true,
  created_at timestamp without time zone not null default now(),
  updated_at timestamp without time zone not null default now(),
  constraint tool_configs_pkey PRIMARY KEY (tool_id)
);
alter table agent_configs add constraint agent_configs_default_output_format_id_fkey FOREIGN KEY (default_output_format_id) REFERENCES output_formats(format_id);
alter table agent_configs add constraint agent_configs_llm_model_id_fkey FOREIGN KEY (llm_model_id) REFERENCES llm_models(llm_model_id);
alter table agent_tools add constraint agent_tools_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES agent_configs(agent_id);
alter table agent_tools add constraint agent_tools_tool_id_fkey FOREIGN KEY (tool_id) REFERENCES tool_configs(tool_id);
alter table messages add constraint messages_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions(session_id);
alter table sessions add constraint sessions_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES agent_configs(agent_id);
alter table sessions add constraint sessions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
alter table tenant_agent_permissions add constraint tenant_agent_permissions_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES agent_configs(agent_id);
alter table tenant_agent_permissions add constraint tenant_agent_permissions_output_override_id_fkey FOREIGN KEY (output_override_id) REFERENCES output_formats(format_id);
alter table tenant_agent_permissions add constraint tenant_agent_permissions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
alter table tenant_llm_configs add constraint tenant_llm_configs_llm_model_id_fkey FOREIGN KEY (llm_model_id) REFERENCES llm_models(llm_model_id);
alter table tenant_llm_configs add constraint tenant_llm_configs_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
alter table tenant_tool_permissions add constraint tenant_tool_permissions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
alter table tenant_tool_permissions add constraint tenant_tool_permissions_tool_id_fkey FOREIGN KEY (tool_id) REFERENCES tool_configs(tool_id);
alter table tenant_widget_configs add constraint tenant_widget_configs_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id);
alter table tool_configs add constraint tool_configs_base_tool_id_fkey FOREIGN KEY (base_tool_id) REFERENCES base_tools(base_tool_id);
alter table tool_configs add constraint tool_configs_output_format_id_fkey FOREIGN KEY (output_format_id) REFERENCES output_formats(format_id);
create index ix_agent_configs_is_active on agent_configs using btree (is_active);
create index ix_agent_tools_agent_priority on agent_tools using btree (agent_id, priority);
create index ix_llm_models_provider_model on llm_models using btree (provider, model_name);
create index ix_llm_models_is_active on llm_models using btree (is_active);
create index ix_messages_session_timestamp on messages using btree (session_id, "timestamp");
create index ix_sessions_tenant_user on sessions using btree (tenant_id, user_id, created_at);
create index ix_sessions_last_message on sessions using btree (last_message_at);
create index ix_tenant_agent_permissions_enabled on tenant_agent_permissions using btree (enabled);
create index ix_tenant_llm_configs_llm_model on tenant_llm_configs using btree (llm_model_id);
create index ix_tenant_tool_permissions_enabled on tenant_tool_permissions using btree (enabled);
create index ix_widget_configs_widget_key on tenant_widget_configs using btree (widget_key);
create index ix_tenants_status on tenants using btree (status);
create index ix_tool_configs_base_tool on tool_configs using btree (base_tool_id);
create index ix_tool_configs_is_active on tool_configs using btree (is_active);

-- As Alembic writes it.
create table alembic_version (version_num character varying(32) not null constraint alembic_version_pkc primary key);

grant select, insert, update, delete on agent_configs, agent_tools, base_tools, checkpoints, llm_models, messages, output_formats, sessions, tenant_agent_permissions, tenant_llm_configs, tenant_tool_permissions, tenant_widget_configs, tenants, tool_configs to itl_app;
