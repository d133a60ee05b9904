"""add users, permissions and the audit log

Revision ID: security_001
Revises: d01fd5049733
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "security_001"
down_revision = "d01fd5049733"
branch_labels = None
depends_on = None

userrole = postgresql.ENUM(name="userrole", create_type=False)
permissiontype = postgresql.ENUM(name="permissiontype", create_type=False)
auditaction = postgresql.ENUM(name="auditaction", create_type=False)


def upgrade() -> None:
    op.execute(
        "CREATE TYPE userrole AS ENUM ('admin', 'business_expert', 'technical_expert', 'contractor', 'viewer')",
    )
    op.execute("CREATE TYPE permissiontype AS ENUM ('read', 'write', 'delete', 'admin')")
    op.execute(
        "CREATE TYPE auditaction AS ENUM ('create', 'read', 'update', 'delete', 'login', 'logout', 'export', 'sync')",
    )
    op.create_table(
        "users",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("username", sa.String(100), nullable=False),
        sa.Column("email", sa.String(255), nullable=False),
        sa.Column(
            "password_hash",
            sa.String(255),
            nullable=False,
            comment="Hash with its salt and parameters; never a password",
        ),
        sa.Column("full_name", sa.String(255)),
        sa.Column("role", userrole, server_default=sa.text("'viewer'"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("is_active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("last_login", sa.TIMESTAMP(timezone=True)),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="users_pkey"),
        sa.UniqueConstraint("tenant_id", "email", name="uq_users_tenant_id_email"),
        sa.UniqueConstraint("tenant_id", "username", name="uq_users_tenant_id_username"),
        comment="People who log in",
    )
    op.create_table(
        "project_permissions",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("user_id", postgresql.UUID(), nullable=False),
        sa.Column("project_id", sa.String(100), nullable=False),
        sa.Column("permission_type", permissiontype, nullable=False),
        sa.Column("granted_by", postgresql.UUID()),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="project_permissions_pkey"),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name="project_permissions_user_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["granted_by"],
            ["users.id"],
            name="project_permissions_granted_by_fkey",
            ondelete="SET NULL",
        ),
        sa.UniqueConstraint(
            "user_id",
            "project_id",
            "permission_type",
            name="uq_project_permissions_user_project_type",
        ),
        comment="What a user may do in a project of the annotation tool",
    )
    op.create_index("idx_project_permissions_granted_by", "project_permissions", ["granted_by"])
    op.create_table(
        "ip_whitelist",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("ip_address", postgresql.INET(), nullable=False),
        sa.Column("ip_range", postgresql.CIDR()),
        sa.Column("description", sa.Text()),
        sa.Column("is_active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("created_by", postgresql.UUID(), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="ip_whitelist_pkey"),
        sa.ForeignKeyConstraint(
            ["created_by"],
            ["users.id"],
            name="ip_whitelist_created_by_fkey",
            ondelete="RESTRICT",
        ),
        sa.UniqueConstraint("tenant_id", "ip_address", name="uq_ip_whitelist_tenant_id_ip_address"),
        comment="Addresses that a tenant's users may come from",
    )
    op.create_index("idx_ip_whitelist_created_by", "ip_whitelist", ["created_by"])
    op.create_table(
        "audit_logs",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("user_id", postgresql.UUID(), comment="Null for what the system did"),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("action", auditaction, nullable=False),
        sa.Column("resource_type", sa.String(50), nullable=False),
        sa.Column("resource_id", sa.String(255)),
        sa.Column("ip_address", postgresql.INET()),
        sa.Column("user_agent", sa.Text()),
        sa.Column("details", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("timestamp", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="audit_logs_pkey"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="audit_logs_user_id_fkey", ondelete="RESTRICT"),
        comment="Who did what, when and from where",
    )
    op.create_index("idx_audit_logs_tenant_timestamp", "audit_logs", ["tenant_id", "timestamp"])
    op.create_index("idx_audit_logs_user_action", "audit_logs", ["user_id", "action"])
    op.create_table(
        "data_masking_rules",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("field_name", sa.String(100), nullable=False),
        sa.Column("field_pattern", sa.String(255)),
        sa.Column("masking_type", sa.String(50), nullable=False),
        sa.Column("masking_config", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("is_active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("created_by", postgresql.UUID(), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="data_masking_rules_pkey"),
        sa.ForeignKeyConstraint(
            ["created_by"],
            ["users.id"],
            name="data_masking_rules_created_by_fkey",
            ondelete="RESTRICT",
        ),
        sa.UniqueConstraint("tenant_id", "field_name", name="uq_data_masking_rules_tenant_id_field_name"),
        comment="How a sensitive field is shown to those who must not see it",
    )
    op.create_index("idx_data_masking_rules_created_by", "data_masking_rules", ["created_by"])


def downgrade() -> None:
    op.drop_table("data_masking_rules")
    op.drop_table("audit_logs")
    op.drop_table("ip_whitelist")
    op.drop_table("project_permissions")
    op.drop_table("users")
    op.execute("DROP TYPE auditaction")
    op.execute("DROP TYPE permissiontype")
    op.execute("DROP TYPE userrole")
