"""add sensitivity policies

Revision ID: 006_add_sensitivity_policies
Revises: 005_audit_storage_optimization
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "006_add_sensitivity_policies"
down_revision = "005_audit_storage_optimization"
branch_labels = None
depends_on = None

sensitivitylevel = postgresql.ENUM(name="sensitivitylevel", create_type=False)


def upgrade() -> None:
    op.execute("CREATE TYPE sensitivitylevel AS ENUM ('public', 'internal', 'confidential', 'restricted')")
    op.create_table(
        "sensitivity_policies",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("level", sensitivitylevel, nullable=False),
        sa.Column("rules", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("is_active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="sensitivity_policies_pkey"),
        sa.ForeignKeyConstraint(
            ["tenant_id"],
            ["tenants.id"],
            name="sensitivity_policies_tenant_id_fkey",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("tenant_id", "name", name="uq_sensitivity_policies_tenant_id_name"),
        comment="What is done with data of a level",
    )
    op.create_table(
        "sensitivity_labels",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("policy_id", postgresql.UUID(), nullable=False),
        sa.Column("table_name", sa.String(100), nullable=False),
        sa.Column("column_name", sa.String(100), nullable=False),
        sa.Column("labelled_by", postgresql.UUID()),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="sensitivity_labels_pkey"),
        sa.ForeignKeyConstraint(
            ["policy_id"],
            ["sensitivity_policies.id"],
            name="sensitivity_labels_policy_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["labelled_by"],
            ["users.id"],
            name="sensitivity_labels_labelled_by_fkey",
            ondelete="SET NULL",
        ),
        sa.UniqueConstraint("policy_id", "table_name", "column_name", name="uq_sensitivity_labels_policy_column"),
        comment="Which fields are of which policy",
    )
    op.create_index("idx_sensitivity_labels_labelled_by", "sensitivity_labels", ["labelled_by"])


def downgrade() -> None:
    op.drop_table("sensitivity_labels")
    op.drop_table("sensitivity_policies")
    op.execute("DROP TYPE sensitivitylevel")
