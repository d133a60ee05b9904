"""add synchronisation pipelines

A branch of its own, beside that of the sources. The foreign key to tenants follows in merge_2026_01_16.

Revision ID: sync_pipeline_001
Revises:
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "sync_pipeline_001"
down_revision = None
branch_labels = ("sync_pipeline",)
depends_on = "sync_001"

pipelinestatus = postgresql.ENUM(name="pipelinestatus", create_type=False)


def upgrade() -> None:
    op.execute("CREATE TYPE pipelinestatus AS ENUM ('draft', 'active', 'paused', 'retired')")
    op.create_table(
        "sync_pipelines",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("source_id", postgresql.UUID(), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("status", pipelinestatus, server_default=sa.text("'draft'"), nullable=False),
        sa.Column("steps", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("schedule_cron", sa.String(100)),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="sync_pipelines_pkey"),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["data_sources.id"],
            name="sync_pipelines_source_id_fkey",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("tenant_id", "name", name="uq_sync_pipelines_tenant_id_name"),
        comment="Pipelines that read from a source, step by step",
    )
    op.create_index("idx_sync_pipelines_source_id", "sync_pipelines", ["source_id"])
    op.create_table(
        "sync_pipeline_runs",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("pipeline_id", postgresql.UUID(), nullable=False),
        sa.Column("started_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("finished_at", sa.TIMESTAMP(timezone=True)),
        sa.Column("success", sa.Boolean(), comment="Null while it runs"),
        sa.Column("rows_read", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("rows_written", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column(
            "checkpoint",
            postgresql.JSONB(),
            server_default=sa.text("'{}'"),
            nullable=False,
            comment="Where the next run begins",
        ),
        sa.Column("error_message", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="sync_pipeline_runs_pkey"),
        sa.ForeignKeyConstraint(
            ["pipeline_id"],
            ["sync_pipelines.id"],
            name="sync_pipeline_runs_pipeline_id_fkey",
            ondelete="CASCADE",
        ),
        comment="Runs of a pipeline",
    )
    op.create_index(
        "idx_sync_pipeline_runs_pipeline_id",
        "sync_pipeline_runs",
        ["pipeline_id", sa.text("started_at DESC")],
    )


def downgrade() -> None:
    op.drop_table("sync_pipeline_runs")
    op.drop_table("sync_pipelines")
    op.execute("DROP TYPE pipelinestatus")
