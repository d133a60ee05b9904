"""add data synchronisation

Documents and tasks that are there already belong to the tenant 'default', which 2f6b0cbeb30c makes if it is
missing.

Revision ID: sync_001
Revises: security_001
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "sync_001"
down_revision = "security_001"
branch_labels = None
depends_on = None

datasourcetype = postgresql.ENUM(name="datasourcetype", create_type=False)
datasourcestatus = postgresql.ENUM(name="datasourcestatus", create_type=False)
syncdirection = postgresql.ENUM(name="syncdirection", create_type=False)
syncfrequency = postgresql.ENUM(name="syncfrequency", create_type=False)
syncjobstatus = postgresql.ENUM(name="syncjobstatus", create_type=False)
syncexecutionstatus = postgresql.ENUM(name="syncexecutionstatus", create_type=False)
conflicttype = postgresql.ENUM(name="conflicttype", create_type=False)
conflictstatus = postgresql.ENUM(name="conflictstatus", create_type=False)
conflictresolutionstrategy = postgresql.ENUM(name="conflictresolutionstrategy", create_type=False)
transformationtype = postgresql.ENUM(name="transformationtype", create_type=False)
datasetcategory = postgresql.ENUM(name="datasetcategory", create_type=False)
datasetstatus = postgresql.ENUM(name="datasetstatus", create_type=False)
syncstatus = postgresql.ENUM(name="syncstatus", create_type=False)
auditaction = postgresql.ENUM(name="auditaction", create_type=False)


def upgrade() -> None:
    op.execute(
        "CREATE TYPE datasourcetype AS ENUM ('mysql', 'postgresql', 'oracle', 'sqlserver', 'mongodb', 'rest_api', "
        "'file')",
    )
    op.execute("CREATE TYPE datasourcestatus AS ENUM ('active', 'inactive', 'error')")
    op.execute("CREATE TYPE syncdirection AS ENUM ('pull', 'push', 'bidirectional')")
    op.execute("CREATE TYPE syncfrequency AS ENUM ('manual', 'realtime', 'hourly', 'daily', 'weekly')")
    op.execute("CREATE TYPE syncjobstatus AS ENUM ('draft', 'active', 'paused', 'failed', 'archived')")
    op.execute("CREATE TYPE syncexecutionstatus AS ENUM ('pending', 'running', 'completed', 'failed', 'cancelled')")
    op.execute("CREATE TYPE conflicttype AS ENUM ('update_update', 'update_delete', 'schema_mismatch', 'duplicate')")
    op.execute("CREATE TYPE conflictstatus AS ENUM ('pending', 'resolved', 'ignored')")
    op.execute(
        "CREATE TYPE conflictresolutionstrategy AS ENUM ('timestamp_based', 'source_wins', 'target_wins', 'merge', "
        "'manual')",
    )
    op.execute("CREATE TYPE transformationtype AS ENUM ('rename', 'cast', 'mask', 'filter', 'script')")
    op.execute(
        "CREATE TYPE datasetcategory AS ENUM ('finance', 'medical', 'legal', 'retail', 'manufacturing', 'general')",
    )
    op.execute("CREATE TYPE datasetstatus AS ENUM ('available', 'downloading', 'integrated', 'failed')")
    op.execute("CREATE TYPE syncstatus AS ENUM ('pending', 'synced', 'conflict', 'failed')")
    op.create_table(
        "data_sources",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("description", sa.Text()),
        sa.Column("source_type", datasourcetype, nullable=False),
        sa.Column("status", datasourcestatus, server_default=sa.text("'inactive'"), nullable=False),
        sa.Column(
            "connection_config",
            postgresql.JSONB(),
            server_default=sa.text("'{}'"),
            nullable=False,
            comment="Without secrets; those are in the vault",
        ),
        sa.Column("schema_config", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("pool_size", sa.Integer(), server_default=sa.text("5"), nullable=False),
        sa.Column("max_overflow", sa.Integer(), server_default=sa.text("10"), nullable=False),
        sa.Column("connection_timeout", sa.Integer(), server_default=sa.text("30"), nullable=False, comment="Seconds"),
        sa.Column("last_health_check", sa.TIMESTAMP(timezone=True)),
        sa.Column("health_check_status", sa.String(50)),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("created_by", sa.String(100)),
        sa.PrimaryKeyConstraint("id", name="data_sources_pkey"),
        comment="Where data is read from and written to",
    )
    op.create_index("idx_data_sources_tenant_type", "data_sources", ["tenant_id", "source_type"])
    op.create_table(
        "sync_jobs",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("description", sa.Text()),
        sa.Column("source_id", postgresql.UUID(), nullable=False),
        sa.Column("target_config", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("direction", syncdirection, server_default=sa.text("'pull'"), nullable=False),
        sa.Column("frequency", syncfrequency, server_default=sa.text("'manual'"), nullable=False),
        sa.Column("status", syncjobstatus, server_default=sa.text("'draft'"), nullable=False),
        sa.Column("schedule_cron", sa.String(100)),
        sa.Column("schedule_timezone", sa.String(50), server_default=sa.text("'UTC'"), nullable=False),
        sa.Column("batch_size", sa.Integer(), server_default=sa.text("1000"), nullable=False),
        sa.Column("max_retries", sa.Integer(), server_default=sa.text("3"), nullable=False),
        sa.Column("retry_delay", sa.Integer(), server_default=sa.text("60"), nullable=False, comment="Seconds"),
        sa.Column("timeout", sa.Integer(), server_default=sa.text("3600"), nullable=False, comment="Seconds"),
        sa.Column("enable_incremental", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("incremental_field", sa.String(100)),
        sa.Column("last_sync_value", sa.String(500)),
        sa.Column(
            "conflict_resolution",
            conflictresolutionstrategy,
            server_default=sa.text("'timestamp_based'"),
            nullable=False,
        ),
        sa.Column("transformation_rules", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("filter_conditions", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("enable_encryption", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("enable_compression", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("total_executions", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("successful_executions", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("failed_executions", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("total_records_synced", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("last_executed_at", sa.TIMESTAMP(timezone=True)),
        sa.Column("next_scheduled_at", sa.TIMESTAMP(timezone=True)),
        sa.Column("created_by", sa.String(100)),
        sa.PrimaryKeyConstraint("id", name="sync_jobs_pkey"),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["data_sources.id"],
            name="sync_jobs_source_id_fkey",
            ondelete="CASCADE",
        ),
        comment="What is synchronised, how and how often",
    )
    op.create_index("idx_sync_jobs_tenant_status", "sync_jobs", ["tenant_id", "status"])
    op.create_index("idx_sync_jobs_next_scheduled", "sync_jobs", ["next_scheduled_at"])
    op.create_index("idx_sync_jobs_source_id", "sync_jobs", ["source_id"])
    op.create_table(
        "sync_executions",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("job_id", postgresql.UUID(), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("status", syncexecutionstatus, server_default=sa.text("'pending'"), nullable=False),
        sa.Column("started_at", sa.TIMESTAMP(timezone=True)),
        sa.Column("completed_at", sa.TIMESTAMP(timezone=True)),
        sa.Column("duration_seconds", postgresql.DOUBLE_PRECISION()),
        sa.Column("records_total", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("records_processed", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("records_inserted", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("records_updated", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("records_deleted", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("records_skipped", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("records_failed", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("bytes_transferred", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("error_message", sa.Text()),
        sa.Column("error_details", postgresql.JSONB()),
        sa.Column("retry_count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("checkpoint_data", postgresql.JSONB()),
        sa.Column("triggered_by", sa.String(100)),
        sa.Column("trigger_type", sa.String(50), server_default=sa.text("'manual'"), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="sync_executions_pkey"),
        sa.ForeignKeyConstraint(["job_id"], ["sync_jobs.id"], name="sync_executions_job_id_fkey", ondelete="CASCADE"),
        comment="Runs of a job",
    )
    op.create_index("idx_sync_executions_job_status", "sync_executions", ["job_id", "status"])
    op.create_index("idx_sync_executions_tenant_time", "sync_executions", ["tenant_id", "created_at"])
    op.create_table(
        "data_conflicts",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("execution_id", postgresql.UUID(), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("conflict_type", conflicttype, nullable=False),
        sa.Column("status", conflictstatus, server_default=sa.text("'pending'"), nullable=False),
        sa.Column("record_id", sa.String(500), nullable=False),
        sa.Column("table_name", sa.String(200)),
        sa.Column("field_name", sa.String(200)),
        sa.Column("source_value", postgresql.JSONB()),
        sa.Column("target_value", postgresql.JSONB()),
        sa.Column("source_version", sa.String(100)),
        sa.Column("target_version", sa.String(100)),
        sa.Column("source_timestamp", sa.TIMESTAMP(timezone=True)),
        sa.Column("target_timestamp", sa.TIMESTAMP(timezone=True)),
        sa.Column("resolution_strategy", conflictresolutionstrategy),
        sa.Column("resolved_value", postgresql.JSONB()),
        sa.Column("resolved_by", sa.String(100)),
        sa.Column("resolved_at", sa.TIMESTAMP(timezone=True)),
        sa.Column("resolution_notes", sa.Text()),
        sa.Column("priority", sa.Integer(), server_default=sa.text("5"), nullable=False),
        sa.Column("detected_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="data_conflicts_pkey"),
        sa.ForeignKeyConstraint(
            ["execution_id"],
            ["sync_executions.id"],
            name="data_conflicts_execution_id_fkey",
            ondelete="CASCADE",
        ),
        comment="Rows that differ in source and target, and what was decided",
    )
    op.create_index("idx_data_conflicts_execution_status", "data_conflicts", ["execution_id", "status"])
    op.create_index("idx_data_conflicts_tenant_pending", "data_conflicts", ["tenant_id", "status"])
    op.create_table(
        "sync_rules",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("job_id", postgresql.UUID(), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("description", sa.Text()),
        sa.Column("table_pattern", sa.String(200)),
        sa.Column("field_pattern", sa.String(200)),
        sa.Column("direction", syncdirection, comment="Null for that of the job"),
        sa.Column("enabled", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("priority", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("sync_deletes", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("sync_updates", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("sync_inserts", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("filter_conditions", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("conflict_resolution", conflictresolutionstrategy, comment="Null for that of the job"),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="sync_rules_pkey"),
        sa.ForeignKeyConstraint(["job_id"], ["sync_jobs.id"], name="sync_rules_job_id_fkey", ondelete="CASCADE"),
        comment="Which tables and fields a job takes along",
    )
    op.create_index("idx_sync_rules_job_id", "sync_rules", ["job_id"])
    op.create_index("idx_sync_rules_tenant_id", "sync_rules", ["tenant_id"])
    op.create_table(
        "transformation_rules",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("description", sa.Text()),
        sa.Column("transformation_type", transformationtype, nullable=False),
        sa.Column("enabled", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("priority", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("source_field", sa.String(200)),
        sa.Column("target_field", sa.String(200)),
        sa.Column("transformation_config", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("custom_script", sa.Text()),
        sa.Column("script_language", sa.String(50), server_default=sa.text("'python'"), nullable=False),
        sa.Column("validation_rules", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="transformation_rules_pkey"),
        sa.UniqueConstraint("tenant_id", "name", name="uq_transformation_rules_tenant_id_name"),
        comment="What happens to a field on its way",
    )
    op.create_table(
        "sync_audit_logs",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("action", auditaction, nullable=False),
        sa.Column("job_id", postgresql.UUID()),
        sa.Column("execution_id", postgresql.UUID()),
        sa.Column("source_id", postgresql.UUID()),
        sa.Column("actor_id", sa.String(100)),
        sa.Column("actor_type", sa.String(50), server_default=sa.text("'user'"), nullable=False),
        sa.Column("actor_ip", sa.String(50)),
        sa.Column("action_details", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("state_before", postgresql.JSONB()),
        sa.Column("state_after", postgresql.JSONB()),
        sa.Column("success", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("error_message", sa.Text()),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="sync_audit_logs_pkey"),
        comment="What was done to jobs and sources; its ids outlive what they name, so they are no foreign keys",
    )
    op.create_index("idx_sync_audit_logs_tenant_action", "sync_audit_logs", ["tenant_id", "action"])
    op.create_index("idx_sync_audit_logs_tenant_time", "sync_audit_logs", ["tenant_id", "created_at"])
    op.create_index("idx_sync_audit_logs_job", "sync_audit_logs", ["job_id"])
    op.create_table(
        "industry_datasets",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), comment="Null for a set that every tenant may use"),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("display_name", sa.String(200), nullable=False),
        sa.Column("description", sa.Text()),
        sa.Column("version", sa.String(50), server_default=sa.text("'1.0.0'"), nullable=False),
        sa.Column("source_platform", sa.String(100), nullable=False),
        sa.Column("source_url", sa.String(500), nullable=False),
        sa.Column("source_identifier", sa.String(200), nullable=False),
        sa.Column("category", datasetcategory, nullable=False),
        sa.Column("domain_tags", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("language", sa.String(50), server_default=sa.text("'zh'"), nullable=False),
        sa.Column("status", datasetstatus, server_default=sa.text("'available'"), nullable=False),
        sa.Column("is_public", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("total_records", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("file_size_bytes", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("quality_score", postgresql.DOUBLE_PRECISION(), server_default=sa.text("0"), nullable=False),
        sa.Column("quality_metrics", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("local_path", sa.String(500)),
        sa.Column("integration_config", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column(
            "recommended_dilution_ratio",
            postgresql.DOUBLE_PRECISION(),
            server_default=sa.text("0.3"),
            nullable=False,
        ),
        sa.Column("min_dilution_ratio", postgresql.DOUBLE_PRECISION(), server_default=sa.text("0.1"), nullable=False),
        sa.Column("max_dilution_ratio", postgresql.DOUBLE_PRECISION(), server_default=sa.text("0.5"), nullable=False),
        sa.Column("download_count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("integration_count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("last_downloaded_at", sa.TIMESTAMP(timezone=True)),
        sa.Column("last_integrated_at", sa.TIMESTAMP(timezone=True)),
        sa.Column("license_type", sa.String(100)),
        sa.Column("license_url", sa.String(500)),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="industry_datasets_pkey"),
        sa.CheckConstraint(
            "min_dilution_ratio <= recommended_dilution_ratio AND recommended_dilution_ratio <= max_dilution_ratio",
            name="ck_industry_datasets_dilution",
        ),
        comment="Data sets to mix in, public ones and those of a tenant",
    )
    op.create_index("idx_industry_datasets_category", "industry_datasets", ["category"])
    op.create_index("idx_industry_datasets_status", "industry_datasets", ["status"])
    op.create_index("idx_industry_datasets_platform", "industry_datasets", ["source_platform"])
    op.create_index("idx_industry_datasets_tenant_id", "industry_datasets", ["tenant_id"])
    op.create_table(
        "data_quality_scores",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("dataset_id", postgresql.UUID()),
        sa.Column("batch_id", sa.String(200)),
        sa.Column("stage", sa.String(50), nullable=False),
        sa.Column("overall_score", postgresql.DOUBLE_PRECISION(), nullable=False),
        sa.Column("completeness_score", postgresql.DOUBLE_PRECISION(), server_default=sa.text("0"), nullable=False),
        sa.Column("consistency_score", postgresql.DOUBLE_PRECISION(), server_default=sa.text("0"), nullable=False),
        sa.Column("accuracy_score", postgresql.DOUBLE_PRECISION(), server_default=sa.text("0"), nullable=False),
        sa.Column("relevancy_score", postgresql.DOUBLE_PRECISION(), server_default=sa.text("0"), nullable=False),
        sa.Column("noise_ratio", postgresql.DOUBLE_PRECISION(), server_default=sa.text("0"), nullable=False),
        sa.Column("duplicate_ratio", postgresql.DOUBLE_PRECISION(), server_default=sa.text("0"), nullable=False),
        sa.Column("total_samples", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("valid_samples", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("invalid_samples", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("ai_accuracy_improvement", postgresql.DOUBLE_PRECISION()),
        sa.Column("ai_response_time_improvement", postgresql.DOUBLE_PRECISION()),
        sa.Column("metrics_details", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("evaluated_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="data_quality_scores_pkey"),
        sa.ForeignKeyConstraint(
            ["dataset_id"],
            ["industry_datasets.id"],
            name="data_quality_scores_dataset_id_fkey",
            ondelete="SET NULL",
        ),
        comment="How good the data of a batch was, at a stage of its way",
    )
    op.create_index("idx_data_quality_scores_tenant_stage", "data_quality_scores", ["tenant_id", "stage"])
    op.create_index("idx_data_quality_scores_dataset_id", "data_quality_scores", ["dataset_id"])
    op.add_column("documents", sa.Column("tenant_id", sa.String(100)))
    op.execute("UPDATE documents SET tenant_id = 'default'")
    op.alter_column("documents", "tenant_id", nullable=False)
    op.add_column(
        "documents",
        sa.Column("sync_status", syncstatus, comment="Null for a document that did not come by synchronisation"),
    )
    op.add_column("documents", sa.Column("sync_version", sa.Integer(), server_default=sa.text("1"), nullable=False))
    op.add_column(
        "documents",
        sa.Column("sync_hash", sa.String(64), comment="SHA-256 of the content, in hexadecimal"),
    )
    op.add_column("documents", sa.Column("last_synced_at", sa.TIMESTAMP(timezone=True)))
    op.add_column("documents", sa.Column("sync_source_id", sa.String(200), comment="The row's id in the source"))
    op.add_column("documents", sa.Column("sync_job_id", postgresql.UUID()))
    op.create_foreign_key(
        "documents_sync_job_id_fkey",
        "documents",
        "sync_jobs",
        ["sync_job_id"],
        ["id"],
        ondelete="SET NULL",
    )
    op.add_column(
        "documents",
        sa.Column("is_from_sync", sa.Boolean(), server_default=sa.text("false"), nullable=False),
    )
    op.add_column(
        "documents",
        sa.Column("sync_metadata", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
    )
    op.create_index("idx_documents_tenant_id", "documents", ["tenant_id"])
    op.create_index("idx_documents_sync_job_id", "documents", ["sync_job_id"])
    op.add_column("tasks", sa.Column("tenant_id", sa.String(100)))
    op.execute("UPDATE tasks SET tenant_id = 'default'")
    op.alter_column("tasks", "tenant_id", nullable=False)
    op.add_column(
        "tasks",
        sa.Column("sync_status", syncstatus, comment="Null for a task that did not come by synchronisation"),
    )
    op.add_column("tasks", sa.Column("sync_version", sa.Integer(), server_default=sa.text("1"), nullable=False))
    op.add_column("tasks", sa.Column("last_synced_at", sa.TIMESTAMP(timezone=True)))
    op.add_column("tasks", sa.Column("sync_execution_id", postgresql.UUID()))
    op.create_foreign_key(
        "tasks_sync_execution_id_fkey",
        "tasks",
        "sync_executions",
        ["sync_execution_id"],
        ["id"],
        ondelete="SET NULL",
    )
    op.add_column("tasks", sa.Column("is_from_sync", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.add_column(
        "tasks",
        sa.Column("sync_metadata", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
    )
    op.create_index("idx_tasks_tenant_id", "tasks", ["tenant_id"])
    op.create_index("idx_tasks_sync_execution_id", "tasks", ["sync_execution_id"])


def downgrade() -> None:
    op.drop_index("idx_tasks_sync_execution_id", table_name="tasks")
    op.drop_index("idx_tasks_tenant_id", table_name="tasks")
    op.drop_column("tasks", "sync_metadata")
    op.drop_column("tasks", "is_from_sync")
    op.drop_constraint("tasks_sync_execution_id_fkey", "tasks", type_="foreignkey")
    op.drop_column("tasks", "sync_execution_id")
    op.drop_column("tasks", "last_synced_at")
    op.drop_column("tasks", "sync_version")
    op.drop_column("tasks", "sync_status")
    op.drop_column("tasks", "tenant_id")
    op.drop_index("idx_documents_sync_job_id", table_name="documents")
    op.drop_index("idx_documents_tenant_id", table_name="documents")
    op.drop_column("documents", "sync_metadata")
    op.drop_column("documents", "is_from_sync")
    op.drop_constraint("documents_sync_job_id_fkey", "documents", type_="foreignkey")
    op.drop_column("documents", "sync_job_id")
    op.drop_column("documents", "sync_source_id")
    op.drop_column("documents", "last_synced_at")
    op.drop_column("documents", "sync_hash")
    op.drop_column("documents", "sync_version")
    op.drop_column("documents", "sync_status")
    op.drop_column("documents", "tenant_id")
    op.drop_table("data_quality_scores")
    op.drop_table("industry_datasets")
    op.drop_table("sync_audit_logs")
    op.drop_table("transformation_rules")
    op.drop_table("sync_rules")
    op.drop_table("data_conflicts")
    op.drop_table("sync_executions")
    op.drop_table("sync_jobs")
    op.drop_table("data_sources")
    op.execute("DROP TYPE syncstatus")
    op.execute("DROP TYPE datasetstatus")
    op.execute("DROP TYPE datasetcategory")
    op.execute("DROP TYPE transformationtype")
    op.execute("DROP TYPE conflictresolutionstrategy")
    op.execute("DROP TYPE conflictstatus")
    op.execute("DROP TYPE conflicttype")
    op.execute("DROP TYPE syncexecutionstatus")
    op.execute("DROP TYPE syncjobstatus")
    op.execute("DROP TYPE syncfrequency")
    op.execute("DROP TYPE syncdirection")
    op.execute("DROP TYPE datasourcestatus")
    op.execute("DROP TYPE datasourcetype")
