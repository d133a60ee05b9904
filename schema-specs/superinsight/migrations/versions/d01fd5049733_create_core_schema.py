"""create documents, tasks, billing and quality issues

Revision ID: d01fd5049733
Revises:
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "d01fd5049733"
down_revision = None
branch_labels = None
depends_on = None

taskstatus = postgresql.ENUM(name="taskstatus", create_type=False)
issueseverity = postgresql.ENUM(name="issueseverity", create_type=False)
issuestatus = postgresql.ENUM(name="issuestatus", create_type=False)


def upgrade() -> None:
    op.execute("CREATE TYPE taskstatus AS ENUM ('pending', 'in_progress', 'completed', 'reviewed')")
    op.execute("CREATE TYPE issueseverity AS ENUM ('low', 'medium', 'high', 'critical')")
    op.execute("CREATE TYPE issuestatus AS ENUM ('open', 'in_progress', 'resolved', 'closed')")
    op.create_table(
        "documents",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("source_type", sa.String(50), nullable=False),
        sa.Column("source_config", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("metadata", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="documents_pkey"),
        comment="Texts that are annotated, with where they came from",
    )
    op.create_index("idx_documents_metadata_gin", "documents", ["metadata"], postgresql_using="gin")
    op.create_index("idx_documents_source_config_gin", "documents", ["source_config"], postgresql_using="gin")
    op.create_table(
        "tasks",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("document_id", postgresql.UUID(), nullable=False),
        sa.Column("project_id", sa.String(100), nullable=False),
        sa.Column("status", taskstatus, server_default=sa.text("'pending'"), nullable=False),
        sa.Column("annotations", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("ai_predictions", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column(
            "quality_score",
            postgresql.DOUBLE_PRECISION(),
            comment="Between 0 and 1; null until the work was judged",
        ),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="tasks_pkey"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="tasks_document_id_fkey", ondelete="CASCADE"),
        sa.CheckConstraint("quality_score BETWEEN 0 AND 1", name="ck_tasks_quality_score"),
        comment="Work on a document, by people and by models",
    )
    op.create_index("idx_tasks_annotations_gin", "tasks", ["annotations"], postgresql_using="gin")
    op.create_index("idx_tasks_ai_predictions_gin", "tasks", ["ai_predictions"], postgresql_using="gin")
    op.create_index("idx_tasks_document_id", "tasks", ["document_id"])
    op.create_index("idx_tasks_project_id", "tasks", ["project_id"])
    op.create_index("idx_tasks_status", "tasks", ["status"])
    op.create_table(
        "billing_records",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column(
            "user_id",
            sa.String(100),
            nullable=False,
            comment="The annotator, by the id of the annotation tool",
        ),
        sa.Column("task_id", postgresql.UUID()),
        sa.Column("annotation_count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("time_spent", sa.Integer(), server_default=sa.text("0"), nullable=False, comment="Seconds"),
        sa.Column("cost", sa.Numeric(12, 2), server_default=sa.text("0"), nullable=False),
        sa.Column("billing_date", sa.Date(), server_default=sa.text("CURRENT_DATE"), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="billing_records_pkey"),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name="billing_records_task_id_fkey", ondelete="SET NULL"),
        sa.CheckConstraint(
            "annotation_count >= 0 AND time_spent >= 0 AND cost >= 0",
            name="ck_billing_records_not_negative",
        ),
        comment="What was done and what it costs; kept when the task is gone",
    )
    op.create_index("idx_billing_records_tenant_id", "billing_records", ["tenant_id"])
    op.create_index("idx_billing_records_user_id", "billing_records", ["user_id"])
    op.create_index("idx_billing_records_billing_date", "billing_records", ["billing_date"])
    op.create_index("idx_billing_records_task_id", "billing_records", ["task_id"])
    op.create_table(
        "quality_issues",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("task_id", postgresql.UUID(), nullable=False),
        sa.Column("issue_type", sa.String(50), nullable=False),
        sa.Column("description", sa.Text()),
        sa.Column("severity", issueseverity, server_default=sa.text("'medium'"), nullable=False),
        sa.Column("status", issuestatus, server_default=sa.text("'open'"), nullable=False),
        sa.Column("assignee_id", sa.String(100), comment="By the id of the annotation tool"),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("resolved_at", sa.TIMESTAMP(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="quality_issues_pkey"),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name="quality_issues_task_id_fkey", ondelete="CASCADE"),
        comment="Faults that were found in the work on a task",
    )
    op.create_index("idx_quality_issues_task_id", "quality_issues", ["task_id"])
    op.create_index("idx_quality_issues_status", "quality_issues", ["status"])
    op.create_index("idx_quality_issues_assignee_id", "quality_issues", ["assignee_id"])


def downgrade() -> None:
    op.drop_table("quality_issues")
    op.drop_table("billing_records")
    op.drop_table("tasks")
    op.drop_table("documents")
    op.execute("DROP TYPE issuestatus")
    op.execute("DROP TYPE issueseverity")
    op.execute("DROP TYPE taskstatus")
