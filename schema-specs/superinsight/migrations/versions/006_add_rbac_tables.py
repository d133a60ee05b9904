"""add roles and permissions

Revision ID: 006_add_rbac_tables
Revises: 005_audit_storage_optimization
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "006_add_rbac_tables"
down_revision = "005_audit_storage_optimization"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "roles",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("description", sa.Text()),
        sa.Column(
            "is_system",
            sa.Boolean(),
            server_default=sa.text("false"),
            nullable=False,
            comment="Made with the tenant, not to be changed",
        ),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="roles_pkey"),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name="roles_tenant_id_fkey", ondelete="CASCADE"),
        sa.UniqueConstraint("tenant_id", "name", name="uq_roles_tenant_id_name"),
        comment="Roles that a tenant gives to its users",
    )
    op.create_table(
        "permissions",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("resource", sa.String(100), nullable=False),
        sa.Column("action", sa.String(50), nullable=False),
        sa.Column("description", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="permissions_pkey"),
        sa.UniqueConstraint("resource", "action", name="uq_permissions_resource_action"),
        comment="What can be allowed, the same for all tenants",
    )
    op.create_table(
        "role_permissions",
        sa.Column("role_id", postgresql.UUID(), nullable=False),
        sa.Column("permission_id", postgresql.UUID(), nullable=False),
        sa.Column("granted_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("role_id", "permission_id", name="role_permissions_pkey"),
        sa.ForeignKeyConstraint(["role_id"], ["roles.id"], name="role_permissions_role_id_fkey", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["permission_id"],
            ["permissions.id"],
            name="role_permissions_permission_id_fkey",
            ondelete="CASCADE",
        ),
        comment="What a role allows",
    )
    op.create_index("idx_role_permissions_permission_id", "role_permissions", ["permission_id"])
    op.create_table(
        "user_role_assignments",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("user_id", postgresql.UUID(), nullable=False),
        sa.Column("role_id", postgresql.UUID(), nullable=False),
        sa.Column("assigned_by", postgresql.UUID()),
        sa.Column("assigned_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("expires_at", sa.TIMESTAMP(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="user_role_assignments_pkey"),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name="user_role_assignments_user_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["role_id"],
            ["roles.id"],
            name="user_role_assignments_role_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["assigned_by"],
            ["users.id"],
            name="user_role_assignments_assigned_by_fkey",
            ondelete="SET NULL",
        ),
        sa.UniqueConstraint("user_id", "role_id", name="uq_user_role_assignments_user_id_role_id"),
        comment="Which roles a user has",
    )
    op.create_index("idx_user_role_assignments_role_id", "user_role_assignments", ["role_id"])
    op.create_index("idx_user_role_assignments_assigned_by", "user_role_assignments", ["assigned_by"])


def downgrade() -> None:
    op.drop_table("user_role_assignments")
    op.drop_table("role_permissions")
    op.drop_table("permissions")
    op.drop_table("roles")
