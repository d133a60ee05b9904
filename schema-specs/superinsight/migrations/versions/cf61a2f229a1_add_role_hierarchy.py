"""add the hierarchy of roles

As delivered, this revision made the tables of 006_add_rbac_tables again. Its own part is left: roles that
include others, and permissions that end. The foreign keys to roles follow in merge_2026_01_16.

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
        "role_hierarchy",
        sa.Column("parent_role_id", postgresql.UUID(), nullable=False),
        sa.Column("child_role_id", postgresql.UUID(), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("parent_role_id", "child_role_id", name="role_hierarchy_pkey"),
        sa.CheckConstraint("parent_role_id <> child_role_id", name="ck_role_hierarchy_edge"),
        comment="Which role includes which",
    )
    op.create_index("idx_role_hierarchy_child_role_id", "role_hierarchy", ["child_role_id"])
    op.add_column(
        "project_permissions",
        sa.Column("expires_at", sa.TIMESTAMP(timezone=True), comment="Null for a permission without end"),
    )
    op.create_index(
        "idx_project_permissions_expires_at",
        "project_permissions",
        ["expires_at"],
        postgresql_where=sa.text("expires_at IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index("idx_project_permissions_expires_at", table_name="project_permissions")
    op.drop_column("project_permissions", "expires_at")
    op.drop_table("role_hierarchy")
