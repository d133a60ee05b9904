"""add the quality workflow

Revision ID: 011_quality_workflow
Revises: 010_collab_workflow
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "011_quality_workflow"
down_revision = "010_collab_workflow"
branch_labels = None
depends_on = None

issueseverity = postgresql.ENUM(name="issueseverity", create_type=False)


def upgrade() -> None:
    op.create_table(
        "quality_workflows",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("steps", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("is_active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="quality_workflows_pkey"),
        sa.ForeignKeyConstraint(
            ["tenant_id"],
            ["tenants.id"],
            name="quality_workflows_tenant_id_fkey",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("tenant_id", "name", name="uq_quality_workflows_tenant_id_name"),
        comment="Steps that work goes through before it counts as good",
    )
    op.create_table(
        "quality_rules",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("workflow_id", postgresql.UUID(), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("rule_type", sa.String(50), nullable=False),
        sa.Column("threshold", sa.Numeric(5, 2), nullable=False),
        sa.Column("severity", issueseverity, server_default=sa.text("'medium'"), nullable=False),
        sa.Column("is_active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="quality_rules_pkey"),
        sa.ForeignKeyConstraint(
            ["workflow_id"],
            ["quality_workflows.id"],
            name="quality_rules_workflow_id_fkey",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("workflow_id", "name", name="uq_quality_rules_workflow_id_name"),
        sa.CheckConstraint("threshold BETWEEN 0 AND 100", name="ck_quality_rules_threshold"),
        comment="What a step of a workflow looks at",
    )
    op.create_table(
        "quality_scores",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("task_id", postgresql.UUID(), nullable=False),
        sa.Column("rule_id", postgresql.UUID(), nullable=False),
        sa.Column("score", sa.Numeric(5, 2), nullable=False),
        sa.Column("details", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("scored_by", postgresql.UUID(), comment="Null for a score that a program gave"),
        sa.Column("scored_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="quality_scores_pkey"),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name="quality_scores_task_id_fkey", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["rule_id"],
            ["quality_rules.id"],
            name="quality_scores_rule_id_fkey",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["scored_by"],
            ["users.id"],
            name="quality_scores_scored_by_fkey",
            ondelete="SET NULL",
        ),
        sa.CheckConstraint("score BETWEEN 0 AND 100", name="ck_quality_scores_score"),
        comment="How good the work on a task is, by a rule",
    )
    op.create_index("idx_quality_scores_task_id", "quality_scores", ["task_id"])
    op.create_index("idx_quality_scores_rule_id", "quality_scores", ["rule_id"])
    op.create_index("idx_quality_scores_scored_by", "quality_scores", ["scored_by"])


def downgrade() -> None:
    op.drop_table("quality_scores")
    op.drop_table("quality_rules")
    op.drop_table("quality_workflows")
