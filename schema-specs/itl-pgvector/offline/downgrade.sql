BEGIN;

-- Running downgrade 001 -> 

drop table checkpoints;

drop table messages;

drop table sessions;

drop table tenant_widget_configs;

drop table tenant_tool_permissions;

drop table tenant_agent_permissions;

drop table tenant_llm_configs;

drop table agent_tools;

drop table agent_configs;

drop table tool_configs;

drop table base_tools;

drop table llm_models;

drop table output_formats;

drop table users;

drop table tenants;

DELETE FROM alembic_version WHERE alembic_version.version_num = '001';

DROP TABLE alembic_version;

COMMIT;

