"""add annotation by models

Revision ID: 009_ai_annotation
Revises: 008_add_llm_integration
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "009_ai_annotation"
down_revision = "008_add_llm_integration"
branch_labels = None
depends_on = None

annotationbatchstatus = postgresql.ENUM(name="annotationbatchstatus", create_type=False)


def upgrade() -> None:
    op.execute("CREATE TYPE annotationbatchstatus AS ENUM ('pending', 'running', 'completed', 'failed')")
    op.create_table(
        "ai_annotation_batches",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("configuration_id", postgresql.UUID()),
        sa.Column("project_id", sa.String(100), nullable=False),
        sa.Column("status", annotationbatchstatus, server_default=sa.text("'pending'"), nullable=False),
        sa.Column("total_tasks", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("done_tasks", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("finished_at", sa.TIMESTAMP(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="ai_annotation_batches_pkey"),
        sa.ForeignKeyConstraint(
            ["tenant_id"],
            ["tenants.id"],
            name="ai_annotation_batches_tenant_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["configuration_id"],
            ["llm_configurations.id"],
            name="ai_annotation_batches_configuration_id_fkey",
            ondelete="SET NULL",
        ),
        sa.CheckConstraint("done_tasks BETWEEN 0 AND total_tasks", name="ck_ai_annotation_batches_done_tasks"),
        comment="Tasks that a model annotates in one go",
    )
    op.create_index("idx_ai_annotation_batches_tenant_id", "ai_annotation_batches", ["tenant_id"])
    op.create_index("idx_ai_annotation_batches_configuration_id", "ai_annotation_batches", ["configuration_id"])
    op.create_table(
        "ai_annotation_results",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("batch_id", postgresql.UUID(), nullable=False),
        sa.Column("task_id", postgresql.UUID(), nullable=False),
        sa.Column("plugin_id", postgresql.UUID()),
        sa.Column("label", postgresql.JSONB(), nullable=False),
        sa.Column("confidence", postgresql.DOUBLE_PRECISION(), nullable=False),
        sa.Column("accepted", sa.Boolean(), comment="Null until a person has decided"),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="ai_annotation_results_pkey"),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["ai_annotation_batches.id"],
            name="ai_annotation_results_batch_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["task_id"],
            ["tasks.id"],
            name="ai_annotation_results_task_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["plugin_id"],
            ["annotation_plugins.id"],
            name="ai_annotation_results_plugin_id_fkey",
            ondelete="SET NULL",
        ),
        sa.UniqueConstraint("batch_id", "task_id", name="uq_ai_annotation_results_batch_id_task_id"),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name="ck_ai_annotation_results_confidence"),
        comment="What a model made of a task",
    )
    op.create_index("idx_ai_annotation_results_task_id", "ai_annotation_results", ["task_id"])
    op.create_index("idx_ai_annotation_results_plugin_id", "ai_annotation_results", ["plugin_id"])


def downgrade() -> None:
    op.drop_table("ai_annotation_results")
    op.drop_table("ai_annotation_batches")
    op.execute("DROP TYPE annotationbatchstatus")
