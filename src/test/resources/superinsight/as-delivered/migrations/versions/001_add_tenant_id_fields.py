"""add tenant_id to the business logic

As delivered: without a parent, so that it can run before its tables are there.

Revision ID: 001_add_tenant_id_fields
Revises:
"""

import sqlalchemy as sa
from alembic import op

revision = "001_add_tenant_id_fields"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "business_rules",
    "business_patterns",
    "business_insights",
    "business_rule_applications",
    "business_logic_analysis_history",
    "business_logic_notifications",
)


def upgrade() -> None:
    for table in TABLES:
        op.add_column(table, sa.Column("tenant_id", sa.String(100)))
        op.execute(f"UPDATE {table} SET tenant_id = 'default'")
        op.alter_column(table, "tenant_id", nullable=False)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_column(table, "tenant_id")
