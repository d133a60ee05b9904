"""add roles and permissions

As delivered: the tables of 006_add_rbac_tables, made again in another branch.

Revision ID: cf61a2f229a1
Revises: 004_extend_audit_tables
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "cf61a2f229a1"
down_revision = "004_extend_audit_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "roles",
        sa.Column("id", postgresql.UUID(), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.PrimaryKeyConstraint("id", name="roles_pkey"),
    )
    op.create_table(
        "permissions",
        sa.Column("id", postgresql.UUID(), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.PrimaryKeyConstraint("id", name="permissions_pkey"),
    )
    op.create_table(
        "user_role_assignments",
        sa.Column("user_id", postgresql.UUID(), nullable=False),
        sa.Column("role_id", postgresql.UUID(), nullable=False),
        sa.PrimaryKeyConstraint("user_id", "role_id", name="user_role_assignments_pkey"),
    )


def downgrade() -> None:
    op.drop_table("user_role_assignments")
    op.drop_table("permissions")
    op.drop_table("roles")
