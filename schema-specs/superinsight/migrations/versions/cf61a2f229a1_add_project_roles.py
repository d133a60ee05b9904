"""add the hierarchy of project roles

As delivered, this revision made the tables of 006_add_rbac_tables again. Its own part is left: roles for
projects, which include one another, and permissions that end.

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
        "project_roles",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("parent_id", postgresql.UUID()),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("permission_types", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="project_roles_pkey"),
        sa.ForeignKeyConstraint(
            ["tenant_id"],
            ["tenants.id"],
            name="project_roles_tenant_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["project_roles.id"],
            name="project_roles_parent_id_fkey",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("tenant_id", "name", name="uq_project_roles_tenant_id_name"),
        sa.CheckConstraint("parent_id <> id", name="ck_project_roles_parent_id"),
        comment="What people may do in the projects of the annotation tool; a role includes what its parent may",
    )
    op.create_index("idx_project_roles_parent_id", "project_roles", ["parent_id"])
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
    op.drop_table("project_roles")
