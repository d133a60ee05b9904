BEGIN;

-- Running downgrade merge_2026_01_16 -> 000_core_tables, 006_add_rbac_tables, 007_add_audit_integrity_support, 012_add_admin_config, 20260113_security, 20260113_mtw, sync_pipeline_001, text_to_sql_001, cf61a2f229a1, version_lineage_002

ALTER TABLE business_rules DROP CONSTRAINT business_rules_workspace_id_fkey;

ALTER TABLE data_sources DROP CONSTRAINT data_sources_workspace_id_fkey;

ALTER TABLE billing_records DROP CONSTRAINT billing_records_workspace_id_fkey;

ALTER TABLE tasks DROP CONSTRAINT tasks_workspace_id_fkey;

ALTER TABLE documents DROP CONSTRAINT documents_workspace_id_fkey;

ALTER TABLE data_lineage_records DROP CONSTRAINT data_lineage_records_tenant_id_fkey;

ALTER TABLE data_versions DROP CONSTRAINT data_versions_tenant_id_fkey;

ALTER TABLE sync_pipelines DROP CONSTRAINT sync_pipelines_tenant_id_fkey;

ALTER TABLE sql_generation_logs DROP CONSTRAINT sql_generation_logs_tenant_id_fkey;

ALTER TABLE text_to_sql_configurations DROP CONSTRAINT text_to_sql_configurations_tenant_id_fkey;

ALTER TABLE workspaces DROP CONSTRAINT workspaces_tenant_id_fkey;

ALTER TABLE api_keys DROP CONSTRAINT api_keys_tenant_id_fkey;

ALTER TABLE background_jobs DROP CONSTRAINT background_jobs_tenant_id_fkey;

ALTER TABLE feature_flags DROP CONSTRAINT feature_flags_tenant_id_fkey;

INSERT INTO alembic_version (version_num) VALUES ('000_core_tables') RETURNING alembic_version.version_num;

INSERT INTO alembic_version (version_num) VALUES ('006_add_rbac_tables') RETURNING alembic_version.version_num;

INSERT INTO alembic_version (version_num) VALUES ('007_add_audit_integrity_support') RETURNING alembic_version.version_num;

INSERT INTO alembic_version (version_num) VALUES ('012_add_admin_config') RETURNING alembic_version.version_num;

INSERT INTO alembic_version (version_num) VALUES ('20260113_security') RETURNING alembic_version.version_num;

INSERT INTO alembic_version (version_num) VALUES ('20260113_mtw') RETURNING alembic_version.version_num;

INSERT INTO alembic_version (version_num) VALUES ('sync_pipeline_001') RETURNING alembic_version.version_num;

INSERT INTO alembic_version (version_num) VALUES ('text_to_sql_001') RETURNING alembic_version.version_num;

INSERT INTO alembic_version (version_num) VALUES ('cf61a2f229a1') RETURNING alembic_version.version_num;

UPDATE alembic_version SET version_num='version_lineage_002' WHERE alembic_version.version_num = 'merge_2026_01_16';

-- Running downgrade 000_core_tables -> 

DROP TABLE background_jobs;

DROP TABLE feature_flags;

DROP TABLE system_settings;

DROP TYPE jobstatus;

DELETE FROM alembic_version WHERE alembic_version.version_num = '000_core_tables';

-- Running downgrade 006_add_rbac_tables -> 005_audit_storage_optimization

DROP TABLE user_role_assignments;

DROP TABLE role_permissions;

DROP TABLE permissions;

DROP TABLE roles;

DELETE FROM alembic_version WHERE alembic_version.version_num = '006_add_rbac_tables';

-- Running downgrade 007_add_audit_integrity_support -> 006_add_sensitivity_policies

DROP TRIGGER audit_integrity_records_no_truncate ON audit_integrity_records;

DROP TRIGGER audit_integrity_records_no_change ON audit_integrity_records;

DROP TRIGGER audit_logs_no_update ON audit_logs;

DROP FUNCTION forbid_audit_change();

DROP TABLE audit_integrity_records;

UPDATE alembic_version SET version_num='006_add_sensitivity_policies' WHERE alembic_version.version_num = '007_add_audit_integrity_support';

-- Running downgrade 006_add_sensitivity_policies -> 005_audit_storage_optimization

DROP TABLE sensitivity_labels;

DROP TABLE sensitivity_policies;

DROP TYPE sensitivitylevel;

UPDATE alembic_version SET version_num='005_audit_storage_optimization' WHERE alembic_version.version_num = '006_add_sensitivity_policies';

-- Running downgrade 005_audit_storage_optimization -> 004_extend_audit_tables

DROP INDEX idx_audit_logs_details_gin;

DROP INDEX idx_audit_logs_timestamp_brin;

DROP TABLE audit_log_archives;

DROP TABLE audit_retention_policies;

DELETE FROM alembic_version WHERE alembic_version.version_num = '005_audit_storage_optimization';

-- Running downgrade cf61a2f229a1 -> 004_extend_audit_tables

DROP INDEX idx_project_permissions_expires_at;

ALTER TABLE project_permissions DROP COLUMN expires_at;

DROP TABLE project_roles;

UPDATE alembic_version SET version_num='004_extend_audit_tables' WHERE alembic_version.version_num = 'cf61a2f229a1';

-- Running downgrade text_to_sql_001 -> 

DROP TABLE sql_generation_logs;

DROP TABLE text_to_sql_configurations;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'text_to_sql_001';

-- Running downgrade 004_extend_audit_tables -> 003_add_workspace_columns

DROP TABLE audit_alerts;

DROP INDEX idx_audit_logs_request_id;

ALTER TABLE audit_logs DROP COLUMN risk;

ALTER TABLE audit_logs DROP COLUMN success;

ALTER TABLE audit_logs DROP COLUMN request_id;

ALTER TABLE audit_logs DROP COLUMN session_id;

DROP TYPE auditrisk;

UPDATE alembic_version SET version_num='003_add_workspace_columns' WHERE alembic_version.version_num = '004_extend_audit_tables';

-- Running downgrade 003_add_workspace_columns -> 2f6b0cbeb30c

DROP INDEX idx_business_rules_workspace_id;

ALTER TABLE business_rules DROP COLUMN workspace_id;

DROP INDEX idx_data_sources_workspace_id;

ALTER TABLE data_sources DROP COLUMN workspace_id;

DROP INDEX idx_billing_records_workspace_id;

ALTER TABLE billing_records DROP COLUMN workspace_id;

DROP INDEX idx_tasks_workspace_id;

ALTER TABLE tasks DROP COLUMN workspace_id;

DROP INDEX idx_documents_workspace_id;

ALTER TABLE documents DROP COLUMN workspace_id;

DELETE FROM alembic_version WHERE alembic_version.version_num = '003_add_workspace_columns';

-- Running downgrade 012_add_admin_config -> 011_quality_workflow

DROP TABLE config_change_history;

DROP TABLE admin_configurations;

UPDATE alembic_version SET version_num='011_quality_workflow' WHERE alembic_version.version_num = '012_add_admin_config';

-- Running downgrade 011_quality_workflow -> 010_collab_workflow

DROP TABLE quality_scores;

DROP TABLE quality_rules;

DROP TABLE quality_workflows;

UPDATE alembic_version SET version_num='010_collab_workflow' WHERE alembic_version.version_num = '011_quality_workflow';

-- Running downgrade 010_collab_workflow -> 009_ai_annotation

DROP TABLE task_comments;

DROP TABLE annotation_reviews;

DROP TABLE annotation_assignments;

DROP TYPE assignmentstatus;

UPDATE alembic_version SET version_num='009_ai_annotation' WHERE alembic_version.version_num = '010_collab_workflow';

-- Running downgrade 009_ai_annotation -> 008_add_llm_integration

DROP TABLE ai_annotation_results;

DROP TABLE ai_annotation_batches;

DROP TYPE annotationbatchstatus;

UPDATE alembic_version SET version_num='008_add_llm_integration' WHERE alembic_version.version_num = '009_ai_annotation';

-- Running downgrade 008_add_llm_integration -> 2f6b0cbeb30c

DROP TABLE annotation_plugins;

DROP TABLE llm_usage_logs;

DROP TABLE llm_configurations;

UPDATE alembic_version SET version_num='2f6b0cbeb30c' WHERE alembic_version.version_num = '008_add_llm_integration';

-- Running downgrade 2f6b0cbeb30c -> 001_add_multi_tenant_support, 002_optimize_tenant_indexes, sync_001

ALTER TABLE business_logic_notifications DROP CONSTRAINT business_logic_notifications_tenant_id_fkey;

ALTER TABLE business_logic_analysis_history DROP CONSTRAINT business_logic_analysis_history_tenant_id_fkey;

ALTER TABLE business_rule_applications DROP CONSTRAINT business_rule_applications_tenant_id_fkey;

ALTER TABLE business_insights DROP CONSTRAINT business_insights_tenant_id_fkey;

ALTER TABLE business_patterns DROP CONSTRAINT business_patterns_tenant_id_fkey;

ALTER TABLE business_rules DROP CONSTRAINT business_rules_tenant_id_fkey;

ALTER TABLE data_quality_scores DROP CONSTRAINT data_quality_scores_tenant_id_fkey;

ALTER TABLE industry_datasets DROP CONSTRAINT industry_datasets_tenant_id_fkey;

ALTER TABLE sync_audit_logs DROP CONSTRAINT sync_audit_logs_tenant_id_fkey;

ALTER TABLE transformation_rules DROP CONSTRAINT transformation_rules_tenant_id_fkey;

ALTER TABLE sync_rules DROP CONSTRAINT sync_rules_tenant_id_fkey;

ALTER TABLE data_conflicts DROP CONSTRAINT data_conflicts_tenant_id_fkey;

ALTER TABLE sync_executions DROP CONSTRAINT sync_executions_tenant_id_fkey;

ALTER TABLE sync_jobs DROP CONSTRAINT sync_jobs_tenant_id_fkey;

ALTER TABLE data_sources DROP CONSTRAINT data_sources_tenant_id_fkey;

ALTER TABLE data_masking_rules DROP CONSTRAINT data_masking_rules_tenant_id_fkey;

ALTER TABLE audit_logs DROP CONSTRAINT audit_logs_tenant_id_fkey;

ALTER TABLE ip_whitelist DROP CONSTRAINT ip_whitelist_tenant_id_fkey;

ALTER TABLE users DROP CONSTRAINT users_tenant_id_fkey;

ALTER TABLE billing_records DROP CONSTRAINT billing_records_tenant_id_fkey;

ALTER TABLE tasks DROP CONSTRAINT tasks_tenant_id_fkey;

ALTER TABLE documents DROP CONSTRAINT documents_tenant_id_fkey;

INSERT INTO alembic_version (version_num) VALUES ('001_add_multi_tenant_support') RETURNING alembic_version.version_num;

UPDATE alembic_version SET version_num='002_optimize_tenant_indexes' WHERE alembic_version.version_num = '2f6b0cbeb30c';

-- Running downgrade 001_add_multi_tenant_support -> 

DROP TABLE tenant_quotas;

DROP TABLE tenants;

DROP TYPE tenantstatus;

DELETE FROM alembic_version WHERE alembic_version.version_num = '001_add_multi_tenant_support';

-- Running downgrade 20260113_security -> 

DROP TABLE user_sessions;

DROP TABLE api_keys;

DELETE FROM alembic_version WHERE alembic_version.version_num = '20260113_security';

-- Running downgrade 20260113_mtw -> 

DROP TABLE workspace_members;

DROP TABLE workspaces;

DROP TYPE workspacerole;

DELETE FROM alembic_version WHERE alembic_version.version_num = '20260113_mtw';

-- Running downgrade sync_pipeline_001 -> 

DROP TABLE sync_pipeline_runs;

DROP TABLE sync_pipelines;

DROP TYPE pipelinestatus;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'sync_pipeline_001';

-- Running downgrade version_lineage_002 -> version_lineage_001

DROP TABLE data_impact_analyses;

DROP TABLE data_lineage_records;

UPDATE alembic_version SET version_num='version_lineage_001' WHERE alembic_version.version_num = 'version_lineage_002';

-- Running downgrade version_lineage_001 -> sync_001

DROP TABLE data_version_tags;

DROP TABLE data_versions;

UPDATE alembic_version SET version_num='sync_001' WHERE alembic_version.version_num = 'version_lineage_001';

-- Running downgrade sync_001 -> security_001

DROP INDEX idx_tasks_sync_execution_id;

DROP INDEX idx_tasks_tenant_id;

ALTER TABLE tasks DROP COLUMN sync_metadata;

ALTER TABLE tasks DROP COLUMN is_from_sync;

ALTER TABLE tasks DROP CONSTRAINT tasks_sync_execution_id_fkey;

ALTER TABLE tasks DROP COLUMN sync_execution_id;

ALTER TABLE tasks DROP COLUMN last_synced_at;

ALTER TABLE tasks DROP COLUMN sync_version;

ALTER TABLE tasks DROP COLUMN sync_status;

ALTER TABLE tasks DROP COLUMN tenant_id;

DROP INDEX idx_documents_sync_job_id;

DROP INDEX idx_documents_tenant_id;

ALTER TABLE documents DROP COLUMN sync_metadata;

ALTER TABLE documents DROP COLUMN is_from_sync;

ALTER TABLE documents DROP CONSTRAINT documents_sync_job_id_fkey;

ALTER TABLE documents DROP COLUMN sync_job_id;

ALTER TABLE documents DROP COLUMN sync_source_id;

ALTER TABLE documents DROP COLUMN last_synced_at;

ALTER TABLE documents DROP COLUMN sync_hash;

ALTER TABLE documents DROP COLUMN sync_version;

ALTER TABLE documents DROP COLUMN sync_status;

ALTER TABLE documents DROP COLUMN tenant_id;

DROP TABLE data_quality_scores;

DROP TABLE industry_datasets;

DROP TABLE sync_audit_logs;

DROP TABLE transformation_rules;

DROP TABLE sync_rules;

DROP TABLE data_conflicts;

DROP TABLE sync_executions;

DROP TABLE sync_jobs;

DROP TABLE data_sources;

DROP TYPE syncstatus;

DROP TYPE datasetstatus;

DROP TYPE datasetcategory;

DROP TYPE transformationtype;

DROP TYPE conflictresolutionstrategy;

DROP TYPE conflictstatus;

DROP TYPE conflicttype;

DROP TYPE syncexecutionstatus;

DROP TYPE syncjobstatus;

DROP TYPE syncfrequency;

DROP TYPE syncdirection;

DROP TYPE datasourcestatus;

DROP TYPE datasourcetype;

UPDATE alembic_version SET version_num='security_001' WHERE alembic_version.version_num = 'sync_001';

-- Running downgrade 002_optimize_tenant_indexes -> 001_add_tenant_id_fields

CREATE INDEX idx_notifications_user ON business_logic_notifications (user_id);

DROP INDEX idx_notifications_tenant_user;

CREATE INDEX idx_analysis_history_project ON business_logic_analysis_history (project_id);

DROP INDEX idx_analysis_history_tenant_project;

CREATE INDEX idx_rule_applications_source ON business_rule_applications (source_project_id);

DROP INDEX idx_rule_applications_tenant_source;

CREATE INDEX idx_business_insights_project ON business_insights (project_id);

DROP INDEX idx_business_insights_tenant_project;

CREATE INDEX idx_business_patterns_project ON business_patterns (project_id);

DROP INDEX idx_business_patterns_tenant_project;

CREATE INDEX idx_business_rules_project ON business_rules (project_id);

DROP INDEX idx_business_rules_tenant_project;

UPDATE alembic_version SET version_num='001_add_tenant_id_fields' WHERE alembic_version.version_num = '002_optimize_tenant_indexes';

-- Running downgrade 001_add_tenant_id_fields -> add_business_logic_001

ALTER TABLE business_logic_notifications DROP COLUMN tenant_id;

ALTER TABLE business_logic_analysis_history DROP COLUMN tenant_id;

ALTER TABLE business_rule_applications DROP COLUMN tenant_id;

ALTER TABLE business_insights DROP COLUMN tenant_id;

ALTER TABLE business_patterns DROP COLUMN tenant_id;

ALTER TABLE business_rules DROP COLUMN tenant_id;

UPDATE alembic_version SET version_num='add_business_logic_001' WHERE alembic_version.version_num = '001_add_tenant_id_fields';

-- Running downgrade add_business_logic_001 -> 

DROP TABLE business_logic_notifications;

DROP TABLE business_logic_analysis_history;

DROP TABLE business_rule_applications;

DROP TABLE business_insights;

DROP TABLE business_patterns;

DROP TABLE business_rules;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'add_business_logic_001';

-- Running downgrade security_001 -> d01fd5049733

DROP TABLE data_masking_rules;

DROP TABLE audit_logs;

DROP TABLE ip_whitelist;

DROP TABLE project_permissions;

DROP TABLE users;

DROP TYPE auditaction;

DROP TYPE permissiontype;

DROP TYPE userrole;

UPDATE alembic_version SET version_num='d01fd5049733' WHERE alembic_version.version_num = 'security_001';

-- Running downgrade d01fd5049733 -> 

DROP TABLE quality_issues;

DROP TABLE billing_records;

DROP TABLE tasks;

DROP TABLE documents;

DROP TYPE issuestatus;

DROP TYPE issueseverity;

DROP TYPE taskstatus;

DELETE FROM alembic_version WHERE alembic_version.version_num = 'd01fd5049733';

DROP TABLE alembic_version;

COMMIT;

