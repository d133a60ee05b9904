-- SuperInsight as delivered: the database that a run left behind which stopped half-way, 25 tables of 66.
-- A test fixture. Names, types, missing defaults and missing actions are those of the delivery; nothing is mended. The
-- labels of the enum types were not delivered; they are those of the right schema.
--
-- The run stopped at 001_add_tenant_id_fields, which had no parent and came before its tables. Then
-- add_business_logic_001 was applied by hand. So two of the branches are begun, and alembic_version has two rows.

create type auditaction as enum ('create', 'read', 'update', 'delete', 'login', 'logout', 'export', 'sync');
create type conflictresolutionstrategy as enum ('timestamp_based', 'source_wins', 'target_wins', 'merge', 'manual');
create type conflictstatus as enum ('pending', 'resolved', 'ignored');
create type conflicttype as enum ('update_update', 'update_delete', 'schema_mismatch', 'duplicate');
create type datasetcategory as enum ('finance', 'medical', 'legal', 'retail', 'manufacturing', 'general');
create type datasetstatus as enum ('available', 'downloading', 'integrated', 'failed');
create type datasourcestatus as enum ('active', 'inactive', 'error');
create type datasourcetype as enum ('mysql', 'postgresql', 'oracle', 'sqlserver', 'mongodb', 'rest_api', 'file');
create type issueseverity as enum ('low', 'medium', 'high', 'critical');
create type issuestatus as enum ('open', 'in_progress', 'resolved', 'closed');
create type permissiontype as enum ('read', 'write', 'delete', 'admin');
create type syncdirection as enum ('pull', 'push', 'bidirectional');
create type syncexecutionstatus as enum ('pending', 'running', 'completed', 'failed', 'cancelled');
create type syncfrequency as enum ('manual', 'realtime', 'hourly', 'daily', 'weekly');
create type syncjobstatus as enum ('draft', 'active', 'paused', 'failed', 'archived');
create type syncstatus as enum ('pending', 'synced', 'conflict', 'failed');
create type taskstatus as enum ('pending', 'in_progress', 'completed', 'reviewed');
create type transformationtype as enum ('rename', 'cast', 'mask', 'filter', 'script');
create type userrole as enum ('admin', 'business_expert', 'technical_expert', 'contractor', 'viewer');

create table alembic_version (
  version_num character varying(32) not null,
  constraint alembic_version_pkc PRIMARY KEY (version_num)
);

create table documents (
  id             uuid not null,
  source_type    character varying(50) not null,
  source_config  jsonb not null,
  content        text not null,
  metadata       jsonb,
  created_at     timestamp with time zone default now(),
  updated_at     timestamp with time zone default now(),
  tenant_id      character varying(100),
  sync_status    syncstatus,
  sync_version   integer default 1,
  sync_hash      character varying(64),
  last_synced_at timestamp with time zone,
  sync_source_id character varying(200),
  sync_job_id    character varying(36),
  is_from_sync   boolean default false,
  sync_metadata  jsonb default '{}'::jsonb,
  constraint documents_pkey PRIMARY KEY (id)
);
create index idx_documents_metadata_gin on documents using gin (metadata);
create index idx_documents_source_config_gin on documents using gin (source_config);
create index idx_documents_tenant_id on documents using btree (tenant_id);

create table tasks (
  id                uuid not null,
  document_id       uuid not null,
  project_id        character varying(100) not null,
  status            taskstatus,
  annotations       jsonb,
  ai_predictions    jsonb,
  quality_score     double precision,
  created_at        timestamp with time zone default now(),
  tenant_id         character varying(100),
  sync_status       syncstatus,
  sync_version      integer default 1,
  last_synced_at    timestamp with time zone,
  sync_execution_id character varying(36),
  is_from_sync      boolean default false,
  sync_metadata     jsonb default '{}'::jsonb,
  constraint tasks_pkey PRIMARY KEY (id),
  constraint tasks_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents(id)
);
create index idx_tasks_annotations_gin on tasks using gin (annotations);
create index idx_tasks_ai_predictions_gin on tasks using gin (ai_predictions);
create index idx_tasks_document_id on tasks using btree (document_id);
create index idx_tasks_project_id on tasks using btree (project_id);
create index idx_tasks_status on tasks using btree (status);
create index idx_tasks_tenant_id on tasks using btree (tenant_id);

create table billing_records (
  id               uuid not null,
  tenant_id        character varying(100) not null,
  user_id          character varying(100) not null,
  task_id          uuid,
  annotation_count integer,
  time_spent       integer,
  cost             double precision,
  billing_date     timestamp with time zone default CURRENT_DATE,
  created_at       timestamp with time zone default now(),
  constraint billing_records_pkey PRIMARY KEY (id),
  constraint billing_records_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id)
);
create index idx_billing_records_tenant_id on billing_records using btree (tenant_id);
create index idx_billing_records_user_id on billing_records using btree (user_id);
create index idx_billing_records_billing_date on billing_records using btree (billing_date);

create table quality_issues (
  id          uuid not null,
  task_id     uuid not null,
  issue_type  character varying(50) not null,
  description text,
  severity    issueseverity,
  status      issuestatus,
  assignee_id character varying(100),
  created_at  timestamp with time zone default now(),
  resolved_at timestamp with time zone,
  constraint quality_issues_pkey PRIMARY KEY (id),
  constraint quality_issues_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id)
);
create index idx_quality_issues_task_id on quality_issues using btree (task_id);
create index idx_quality_issues_status on quality_issues using btree (status);
create index idx_quality_issues_assignee_id on quality_issues using btree (assignee_id);

create table users (
  id            uuid not null,
  username      character varying(100) not null,
  email         character varying(255) not null,
  password_hash character varying(255) not null,
  full_name     character varying(255),
  role          userrole,
  tenant_id     character varying(100) not null,
  is_active     boolean,
  last_login    timestamp with time zone,
  created_at    timestamp with time zone default now(),
  updated_at    timestamp with time zone default now(),
  constraint users_pkey PRIMARY KEY (id),
  constraint users_email_key UNIQUE (email),
  constraint users_username_key UNIQUE (username)
);

create table project_permissions (
  id              uuid not null,
  user_id         uuid not null,
  project_id      character varying(100) not null,
  permission_type permissiontype not null,
  granted_by      uuid,
  created_at      timestamp with time zone default now(),
  constraint project_permissions_pkey PRIMARY KEY (id),
  constraint project_permissions_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES users(id),
  constraint project_permissions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);
create index idx_project_permissions_user_project on project_permissions using btree (user_id, project_id);

create table ip_whitelist (
  id          uuid not null,
  tenant_id   character varying(100) not null,
  ip_address  inet not null,
  ip_range    character varying(50),
  description text,
  is_active   boolean,
  created_by  uuid not null,
  created_at  timestamp with time zone default now(),
  constraint ip_whitelist_pkey PRIMARY KEY (id),
  constraint ip_whitelist_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id)
);
create index idx_ip_whitelist_tenant_active on ip_whitelist using btree (tenant_id, is_active);

create table audit_logs (
  id            uuid not null,
  user_id       uuid,
  tenant_id     character varying(100) not null,
  action        auditaction not null,
  resource_type character varying(50) not null,
  resource_id   character varying(255),
  ip_address    inet,
  user_agent    text,
  details       jsonb,
  timestamp     timestamp with time zone default now(),
  constraint audit_logs_pkey PRIMARY KEY (id),
  constraint audit_logs_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);
create index idx_audit_logs_tenant_timestamp on audit_logs using btree (tenant_id, "timestamp");
create index idx_audit_logs_user_action on audit_logs using btree (user_id, action);

create table data_masking_rules (
  id             uuid not null,
  tenant_id      character varying(100) not null,
  field_name     character varying(100) not null,
  field_pattern  character varying(255),
  masking_type   character varying(50) not null,
  masking_config jsonb,
  is_active      boolean,
  created_by     uuid not null,
  created_at     timestamp with time zone default now(),
  constraint data_masking_rules_pkey PRIMARY KEY (id),
  constraint data_masking_rules_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id)
);

create table data_sources (
  id                  uuid not null,
  tenant_id           character varying(100) not null,
  name                character varying(200) not null,
  description         text,
  source_type         datasourcetype not null,
  status              datasourcestatus default 'inactive'::datasourcestatus,
  connection_config   jsonb not null default '{}'::jsonb,
  schema_config       jsonb default '{}'::jsonb,
  pool_size           integer default 5,
  max_overflow        integer default 10,
  connection_timeout  integer default 30,
  last_health_check   timestamp with time zone,
  health_check_status character varying(50),
  created_at          timestamp with time zone default now(),
  updated_at          timestamp with time zone default now(),
  created_by          character varying(100),
  constraint data_sources_pkey PRIMARY KEY (id)
);
create index idx_data_sources_tenant_type on data_sources using btree (tenant_id, source_type);
create index idx_data_sources_tenant_id on data_sources using btree (tenant_id);

create table sync_jobs (
  id                    uuid not null,
  tenant_id             character varying(100) not null,
  name                  character varying(200) not null,
  description           text,
  source_id             uuid not null,
  target_config         jsonb not null default '{}'::jsonb,
  direction             syncdirection default 'pull'::syncdirection,
  frequency             syncfrequency default 'manual'::syncfrequency,
  status                syncjobstatus default 'draft'::syncjobstatus,
  schedule_cron         character varying(100),
  schedule_timezone     character varying(50) default 'UTC'::character varying,
  batch_size            integer default 1000,
  max_retries           integer default 3,
  retry_delay           integer default 60,
  timeout               integer default 3600,
  enable_incremental    boolean default true,
  incremental_field     character varying(100),
  last_sync_value       character varying(500),
  conflict_resolution   conflictresolutionstrategy default 'timestamp_based'::conflictresolutionstrategy,
  transformation_rules  jsonb default '[]'::jsonb,
  filter_conditions     jsonb default '{}'::jsonb,
  enable_encryption     boolean default true,
  enable_compression    boolean default false,
  total_executions      integer default 0,
  successful_executions integer default 0,
  failed_executions     integer default 0,
  total_records_synced  bigint default '0'::bigint,
  created_at            timestamp with time zone default now(),
  updated_at            timestamp with time zone default now(),
  last_executed_at      timestamp with time zone,
  next_scheduled_at     timestamp with time zone,
  created_by            character varying(100),
  constraint sync_jobs_pkey PRIMARY KEY (id),
  constraint sync_jobs_source_id_fkey FOREIGN KEY (source_id) REFERENCES data_sources(id)
);
create index idx_sync_jobs_tenant_status on sync_jobs using btree (tenant_id, status);
create index idx_sync_jobs_next_scheduled on sync_jobs using btree (next_scheduled_at);
create index idx_sync_jobs_tenant_id on sync_jobs using btree (tenant_id);

create table sync_executions (
  id                uuid not null,
  job_id            uuid not null,
  tenant_id         character varying(100) not null,
  status            syncexecutionstatus default 'pending'::syncexecutionstatus,
  started_at        timestamp with time zone,
  completed_at      timestamp with time zone,
  duration_seconds  double precision,
  records_total     bigint default '0'::bigint,
  records_processed bigint default '0'::bigint,
  records_inserted  bigint default '0'::bigint,
  records_updated   bigint default '0'::bigint,
  records_deleted   bigint default '0'::bigint,
  records_skipped   bigint default '0'::bigint,
  records_failed    bigint default '0'::bigint,
  bytes_transferred bigint default '0'::bigint,
  error_message     text,
  error_details     jsonb,
  retry_count       integer default 0,
  checkpoint_data   jsonb,
  triggered_by      character varying(100),
  trigger_type      character varying(50) default 'manual'::character varying,
  created_at        timestamp with time zone default now(),
  constraint sync_executions_pkey PRIMARY KEY (id),
  constraint sync_executions_job_id_fkey FOREIGN KEY (job_id) REFERENCES sync_jobs(id)
);
create index idx_sync_executions_job_status on sync_executions using btree (job_id, status);
create index idx_sync_executions_tenant_time on sync_executions using btree (tenant_id, created_at);
create index idx_sync_executions_job_id on sync_executions using btree (job_id);
create index idx_sync_executions_tenant_id on sync_executions using btree (tenant_id);

create table data_conflicts (
  id                  uuid not null,
  execution_id        uuid not null,
  tenant_id           character varying(100) not null,
  conflict_type       conflicttype not null,
  status              conflictstatus default 'pending'::conflictstatus,
  record_id           character varying(500) not null,
  table_name          character varying(200),
  field_name          character varying(200),
  source_value        jsonb,
  target_value        jsonb,
  source_version      character varying(100),
  target_version      character varying(100),
  source_timestamp    timestamp with time zone,
  target_timestamp    timestamp with time zone,
  resolution_strategy conflictresolutionstrategy,
  resolved_value      jsonb,
  resolved_by         character varying(100),
  resolved_at         timestamp with time zone,
  resolution_notes    text,
  priority            integer default 5,
  detected_at         timestamp with time zone default now(),
  constraint data_conflicts_pkey PRIMARY KEY (id),
  constraint data_conflicts_execution_id_fkey FOREIGN KEY (execution_id) REFERENCES sync_executions(id)
);
create index idx_data_conflicts_execution_status on data_conflicts using btree (execution_id, status);
create index idx_data_conflicts_tenant_pending on data_conflicts using btree (tenant_id, status);
create index idx_data_conflicts_execution_id on data_conflicts using btree (execution_id);
create index idx_data_conflicts_tenant_id on data_conflicts using btree (tenant_id);

create table sync_rules (
  id                  uuid not null,
  job_id              uuid not null,
  tenant_id           character varying(100) not null,
  name                character varying(200) not null,
  description         text,
  table_pattern       character varying(200),
  field_pattern       character varying(200),
  direction           syncdirection,
  enabled             boolean default true,
  priority            integer default 0,
  sync_deletes        boolean default false,
  sync_updates        boolean default true,
  sync_inserts        boolean default true,
  filter_conditions   jsonb default '{}'::jsonb,
  conflict_resolution conflictresolutionstrategy,
  created_at          timestamp with time zone default now(),
  updated_at          timestamp with time zone default now(),
  constraint sync_rules_pkey PRIMARY KEY (id),
  constraint sync_rules_job_id_fkey FOREIGN KEY (job_id) REFERENCES sync_jobs(id)
);
create index idx_sync_rules_job_id on sync_rules using btree (job_id);
create index idx_sync_rules_tenant_id on sync_rules using btree (tenant_id);

create table transformation_rules (
  id                    uuid not null,
  tenant_id             character varying(100) not null,
  name                  character varying(200) not null,
  description           text,
  transformation_type   transformationtype not null,
  enabled               boolean default true,
  priority              integer default 0,
  source_field          character varying(200),
  target_field          character varying(200),
  transformation_config jsonb not null default '{}'::jsonb,
  custom_script         text,
  script_language       character varying(50) default 'python'::character varying,
  validation_rules      jsonb default '{}'::jsonb,
  created_at            timestamp with time zone default now(),
  updated_at            timestamp with time zone default now(),
  constraint transformation_rules_pkey PRIMARY KEY (id)
);
create index idx_transformation_rules_tenant_id on transformation_rules using btree (tenant_id);

create table sync_audit_logs (
  id             uuid not null,
  tenant_id      character varying(100) not null,
  action         auditaction not null,
  job_id         uuid,
  execution_id   uuid,
  source_id      uuid,
  actor_id       character varying(100),
  actor_type     character varying(50) default 'user'::character varying,
  actor_ip       character varying(50),
  action_details jsonb default '{}'::jsonb,
  state_before   jsonb,
  state_after    jsonb,
  success        boolean default true,
  error_message  text,
  created_at     timestamp with time zone default now(),
  constraint sync_audit_logs_pkey PRIMARY KEY (id)
);
create index idx_sync_audit_logs_tenant_action on sync_audit_logs using btree (tenant_id, action);
create index idx_sync_audit_logs_tenant_time on sync_audit_logs using btree (tenant_id, created_at);
create index idx_sync_audit_logs_job on sync_audit_logs using btree (job_id);
create index idx_sync_audit_logs_tenant_id on sync_audit_logs using btree (tenant_id);

create table industry_datasets (
  id                         uuid not null,
  tenant_id                  character varying(100),
  name                       character varying(200) not null,
  display_name               character varying(200) not null,
  description                text,
  version                    character varying(50) default '1.0.0'::character varying,
  source_platform            character varying(100) not null,
  source_url                 character varying(500) not null,
  source_identifier          character varying(200) not null,
  category                   datasetcategory not null,
  domain_tags                jsonb default '[]'::jsonb,
  language                   character varying(50) default 'zh'::character varying,
  status                     datasetstatus default 'available'::datasetstatus,
  is_public                  boolean default true,
  total_records              bigint default '0'::bigint,
  file_size_bytes            bigint default '0'::bigint,
  quality_score              double precision default '0'::double precision,
  quality_metrics            jsonb default '{}'::jsonb,
  local_path                 character varying(500),
  integration_config         jsonb default '{}'::jsonb,
  recommended_dilution_ratio double precision default '0.3'::double precision,
  min_dilution_ratio         double precision default '0.1'::double precision,
  max_dilution_ratio         double precision default '0.5'::double precision,
  download_count             integer default 0,
  integration_count          integer default 0,
  last_downloaded_at         timestamp with time zone,
  last_integrated_at         timestamp with time zone,
  license_type               character varying(100),
  license_url                character varying(500),
  created_at                 timestamp with time zone default now(),
  updated_at                 timestamp with time zone default now(),
  constraint industry_datasets_pkey PRIMARY KEY (id)
);
create index idx_industry_datasets_category on industry_datasets using btree (category);
create index idx_industry_datasets_status on industry_datasets using btree (status);
create index idx_industry_datasets_platform on industry_datasets using btree (source_platform);
create index idx_industry_datasets_tenant_id on industry_datasets using btree (tenant_id);

create table data_quality_scores (
  id                           uuid not null,
  tenant_id                    character varying(100) not null,
  dataset_id                   uuid,
  batch_id                     character varying(200),
  stage                        character varying(50) not null,
  overall_score                double precision not null,
  completeness_score           double precision default '0'::double precision,
  consistency_score            double precision default '0'::double precision,
  accuracy_score               double precision default '0'::double precision,
  relevancy_score              double precision default '0'::double precision,
  noise_ratio                  double precision default '0'::double precision,
  duplicate_ratio              double precision default '0'::double precision,
  total_samples                integer default 0,
  valid_samples                integer default 0,
  invalid_samples              integer default 0,
  ai_accuracy_improvement      double precision,
  ai_response_time_improvement double precision,
  metrics_details              jsonb default '{}'::jsonb,
  evaluated_at                 timestamp with time zone default now(),
  constraint data_quality_scores_pkey PRIMARY KEY (id)
);
create index idx_data_quality_scores_tenant_stage on data_quality_scores using btree (tenant_id, stage);
create index idx_data_quality_scores_tenant_id on data_quality_scores using btree (tenant_id);

create table business_rules (
  id          character varying(100) not null,
  project_id  character varying(100) not null,
  name        character varying(200) not null,
  description text,
  pattern     text not null,
  rule_type   character varying(50) not null,
  confidence  double precision,
  frequency   integer,
  examples    jsonb,
  is_active   boolean,
  created_at  timestamp without time zone default now(),
  updated_at  timestamp without time zone default now(),
  constraint business_rules_pkey PRIMARY KEY (id)
);
create index idx_business_rules_project on business_rules using btree (project_id);
create index idx_business_rules_type on business_rules using btree (rule_type);
create index idx_business_rules_active on business_rules using btree (is_active);
create index idx_business_rules_confidence on business_rules using btree (confidence);
create index idx_business_rules_created on business_rules using btree (created_at);

create table business_patterns (
  id           character varying(100) not null,
  project_id   character varying(100) not null,
  pattern_type character varying(50) not null,
  description  text,
  strength     double precision,
  evidence     jsonb,
  detected_at  timestamp without time zone default now(),
  last_seen    timestamp without time zone default now(),
  constraint business_patterns_pkey PRIMARY KEY (id)
);
create index idx_business_patterns_project on business_patterns using btree (project_id);
create index idx_business_patterns_type on business_patterns using btree (pattern_type);
create index idx_business_patterns_strength on business_patterns using btree (strength);
create index idx_business_patterns_detected on business_patterns using btree (detected_at);
create index idx_business_patterns_last_seen on business_patterns using btree (last_seen);

create table business_insights (
  id              character varying(100) not null,
  project_id      character varying(100) not null,
  insight_type    character varying(50) not null,
  title           character varying(200) not null,
  description     text,
  impact_score    double precision,
  recommendations jsonb,
  data_points     jsonb,
  created_at      timestamp without time zone default now(),
  acknowledged_at timestamp without time zone,
  constraint business_insights_pkey PRIMARY KEY (id)
);
create index idx_business_insights_project on business_insights using btree (project_id);
create index idx_business_insights_type on business_insights using btree (insight_type);
create index idx_business_insights_impact on business_insights using btree (impact_score);
create index idx_business_insights_created on business_insights using btree (created_at);
create index idx_business_insights_acknowledged on business_insights using btree (acknowledged_at);

create table business_rule_applications (
  id                  character varying(100) not null,
  source_project_id   character varying(100) not null,
  target_project_id   character varying(100) not null,
  rule_id             character varying(100) not null,
  application_mode    character varying(20),
  original_confidence double precision,
  applied_confidence  double precision,
  status              character varying(20),
  applied_at          timestamp without time zone default now(),
  last_updated        timestamp without time zone default now(),
  constraint business_rule_applications_pkey PRIMARY KEY (id)
);
create index idx_rule_applications_source on business_rule_applications using btree (source_project_id);
create index idx_rule_applications_target on business_rule_applications using btree (target_project_id);
create index idx_rule_applications_rule on business_rule_applications using btree (rule_id);
create index idx_rule_applications_status on business_rule_applications using btree (status);
create index idx_rule_applications_applied on business_rule_applications using btree (applied_at);

create table business_logic_analysis_history (
  id                character varying(100) not null,
  project_id        character varying(100) not null,
  analysis_type     character varying(50) not null,
  parameters        jsonb,
  results_summary   jsonb,
  execution_time_ms integer,
  status            character varying(20),
  error_message     text,
  created_at        timestamp without time zone default now(),
  completed_at      timestamp without time zone,
  constraint business_logic_analysis_history_pkey PRIMARY KEY (id)
);
create index idx_analysis_history_project on business_logic_analysis_history using btree (project_id);
create index idx_analysis_history_type on business_logic_analysis_history using btree (analysis_type);
create index idx_analysis_history_status on business_logic_analysis_history using btree (status);
create index idx_analysis_history_created on business_logic_analysis_history using btree (created_at);

create table business_logic_notifications (
  id                character varying(100) not null,
  user_id           character varying(100) not null,
  project_id        character varying(100) not null,
  notification_type character varying(50) not null,
  title             character varying(200) not null,
  message           text not null,
  data              jsonb,
  status            character varying(20),
  delivery_method   character varying(20),
  created_at        timestamp without time zone default now(),
  read_at           timestamp without time zone,
  dismissed_at      timestamp without time zone,
  constraint business_logic_notifications_pkey PRIMARY KEY (id)
);
create index idx_notifications_user on business_logic_notifications using btree (user_id);
create index idx_notifications_project on business_logic_notifications using btree (project_id);
create index idx_notifications_type on business_logic_notifications using btree (notification_type);
create index idx_notifications_status on business_logic_notifications using btree (status);
create index idx_notifications_created on business_logic_notifications using btree (created_at);

insert into alembic_version (version_num) values ('sync_001'), ('add_business_logic_001');
