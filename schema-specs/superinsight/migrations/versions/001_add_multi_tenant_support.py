"""add multi-tenant support

Revision ID: 001_add_multi_tenant_support
Revises:
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "001_add_multi_tenant_support"
down_revision = None
branch_labels = None
depends_on = None

tenantstatus = postgresql.ENUM(name="tenantstatus", create_type=False)


def upgrade() -> None:
    op.execute("CREATE TYPE tenantstatus AS ENUM ('active', 'suspended', 'closed')")
    op.create_table(
        "tenants",
        sa.Column("id", sa.String(100), nullable=False),
        sa.Column("name", sa.String(255), nullable=False),
        sa.Column("status", tenantstatus, server_default=sa.text("'active'"), nullable=False),
        sa.Column("plan", sa.String(50), server_default=sa.text("'standard'"), nullable=False),
        sa.Column("settings", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="tenants_pkey"),
        comment="Organisations that share this database, the root of all ownership",
    )
    op.create_table(
        "tenant_quotas",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("resource", sa.String(50), nullable=False),
        sa.Column("quota", sa.BigInteger(), nullable=False),
        sa.Column("used", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column(
            "period_start",
            sa.Date(),
            server_default=sa.text("date_trunc('month', CURRENT_DATE)"),
            nullable=False,
        ),
        sa.Column("updated_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="tenant_quotas_pkey"),
        sa.ForeignKeyConstraint(
            ["tenant_id"],
            ["tenants.id"],
            name="tenant_quotas_tenant_id_fkey",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("tenant_id", "resource", name="uq_tenant_quotas_tenant_id_resource"),
        sa.CheckConstraint("used >= 0 AND quota >= 0", name="ck_tenant_quotas_used"),
        comment="What a tenant may use of each resource",
    )


def downgrade() -> None:
    op.drop_table("tenant_quotas")
    op.drop_table("tenants")
    op.execute("DROP TYPE tenantstatus")
