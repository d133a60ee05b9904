"""platform core tables

A branch of its own. The foreign keys to tenants follow in merge_2026_01_16.

Revision ID: 000_core_tables
Revises:
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "000_core_tables"
down_revision = None
branch_labels = None
depends_on = None

jobstatus = postgresql.ENUM(name="jobstatus", create_type=False)


def upgrade() -> None:
    op.execute("CREATE TYPE jobstatus AS ENUM ('queued', 'running', 'succeeded', 'failed', 'cancelled')")
    op.create_table(
        "system_settings",
        sa.Column("key", sa.String(100), nullable=False),
        sa.Column("value", postgresql.JSONB(), nullable=False),
        sa.Column("description", sa.Text()),
        sa.Column("updated_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("key", name="system_settings_pkey"),
        comment="Settings of the whole installation, one row each",
    )
    op.create_table(
        "feature_flags",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column(
            "tenant_id",
            sa.String(100),
            comment="Null for a flag that holds for every tenant without one of its own",
        ),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("is_enabled", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("rollout_percent", sa.Integer(), server_default=sa.text("100"), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="feature_flags_pkey"),
        sa.UniqueConstraint("tenant_id", "name", name="uq_feature_flags_tenant_id_name"),
        sa.CheckConstraint("rollout_percent BETWEEN 0 AND 100", name="ck_feature_flags_rollout_percent"),
        comment="Features that are switched on, for all tenants or for one",
    )
    op.create_index(
        "uq_feature_flags_global_name",
        "feature_flags",
        ["name"],
        unique=True,
        postgresql_where=sa.text("tenant_id IS NULL"),
    )
    op.create_table(
        "background_jobs",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("job_type", sa.String(100), nullable=False),
        sa.Column("status", jobstatus, server_default=sa.text("'queued'"), nullable=False),
        sa.Column(
            "priority",
            sa.Integer(),
            server_default=sa.text("5"),
            nullable=False,
            comment="The higher, the sooner",
        ),
        sa.Column("payload", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("result", postgresql.JSONB()),
        sa.Column("error_message", sa.Text()),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("run_after", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("started_at", sa.TIMESTAMP(timezone=True)),
        sa.Column("finished_at", sa.TIMESTAMP(timezone=True)),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="background_jobs_pkey"),
        comment="Queue of work that is done outside of requests; workers claim with FOR UPDATE SKIP LOCKED",
    )
    op.create_index("idx_background_jobs_tenant_id", "background_jobs", ["tenant_id", "created_at"])
    op.create_index(
        "idx_background_jobs_claim",
        "background_jobs",
        ["job_type", sa.text("priority DESC"), "created_at"],
        postgresql_where=sa.text("status = 'queued'"),
    )


def downgrade() -> None:
    op.drop_table("background_jobs")
    op.drop_table("feature_flags")
    op.drop_table("system_settings")
    op.execute("DROP TYPE jobstatus")
