"""add configuration by administrators

Revision ID: 012_add_admin_config
Revises: 011_quality_workflow
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "012_add_admin_config"
down_revision = "011_quality_workflow"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "admin_configurations",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("category", sa.String(100), nullable=False),
        sa.Column("key", sa.String(100), nullable=False),
        sa.Column("value", postgresql.JSONB(), nullable=False),
        sa.Column("updated_by", postgresql.UUID()),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="admin_configurations_pkey"),
        sa.ForeignKeyConstraint(
            ["tenant_id"],
            ["tenants.id"],
            name="admin_configurations_tenant_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["updated_by"],
            ["users.id"],
            name="admin_configurations_updated_by_fkey",
            ondelete="SET NULL",
        ),
        sa.UniqueConstraint("tenant_id", "category", "key", name="uq_admin_configurations_tenant_id_category_key"),
        comment="Settings that administrators change, by tenant",
    )
    op.create_index("idx_admin_configurations_updated_by", "admin_configurations", ["updated_by"])
    op.create_table(
        "config_change_history",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("configuration_id", postgresql.UUID(), nullable=False),
        sa.Column("old_value", postgresql.JSONB()),
        sa.Column("new_value", postgresql.JSONB()),
        sa.Column("changed_by", postgresql.UUID()),
        sa.Column("changed_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="config_change_history_pkey"),
        sa.ForeignKeyConstraint(
            ["configuration_id"],
            ["admin_configurations.id"],
            name="config_change_history_configuration_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["changed_by"],
            ["users.id"],
            name="config_change_history_changed_by_fkey",
            ondelete="SET NULL",
        ),
        comment="What a setting was before",
    )
    op.create_index(
        "idx_config_change_history_configuration_id",
        "config_change_history",
        ["configuration_id", "changed_at"],
    )
    op.create_index("idx_config_change_history_changed_by", "config_change_history", ["changed_by"])


def downgrade() -> None:
    op.drop_table("config_change_history")
    op.drop_table("admin_configurations")
