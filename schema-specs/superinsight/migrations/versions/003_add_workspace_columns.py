"""add workspaces to what is worked on

The table workspaces is made in another branch, 20260113_mtw; the foreign keys follow in merge_2026_01_16.

Revision ID: 003_add_workspace_columns
Revises: 2f6b0cbeb30c
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "003_add_workspace_columns"
down_revision = "2f6b0cbeb30c"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "documents",
        sa.Column(
            "workspace_id",
            postgresql.UUID(),
            comment="Null for a document that all workspaces of the tenant see",
        ),
    )
    op.create_index("idx_documents_workspace_id", "documents", ["workspace_id"])
    op.add_column("tasks", sa.Column("workspace_id", postgresql.UUID()))
    op.create_index("idx_tasks_workspace_id", "tasks", ["workspace_id"])
    op.add_column("billing_records", sa.Column("workspace_id", postgresql.UUID()))
    op.create_index("idx_billing_records_workspace_id", "billing_records", ["workspace_id"])
    op.add_column("data_sources", sa.Column("workspace_id", postgresql.UUID()))
    op.create_index("idx_data_sources_workspace_id", "data_sources", ["workspace_id"])
    op.add_column("business_rules", sa.Column("workspace_id", postgresql.UUID()))
    op.create_index("idx_business_rules_workspace_id", "business_rules", ["workspace_id"])


def downgrade() -> None:
    op.drop_index("idx_business_rules_workspace_id", table_name="business_rules")
    op.drop_column("business_rules", "workspace_id")
    op.drop_index("idx_data_sources_workspace_id", table_name="data_sources")
    op.drop_column("data_sources", "workspace_id")
    op.drop_index("idx_billing_records_workspace_id", table_name="billing_records")
    op.drop_column("billing_records", "workspace_id")
    op.drop_index("idx_tasks_workspace_id", table_name="tasks")
    op.drop_column("tasks", "workspace_id")
    op.drop_index("idx_documents_workspace_id", table_name="documents")
    op.drop_column("documents", "workspace_id")
