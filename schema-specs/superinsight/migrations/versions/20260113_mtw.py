"""add multi-tenant workspaces

A branch of its own, beside that of the users. The foreign key to tenants follows in merge_2026_01_16.

Revision ID: 20260113_mtw
Revises:
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20260113_mtw"
down_revision = None
branch_labels = None
depends_on = "security_001"

workspacerole = postgresql.ENUM(name="workspacerole", create_type=False)


def upgrade() -> None:
    op.execute("CREATE TYPE workspacerole AS ENUM ('owner', 'editor', 'reviewer', 'viewer')")
    op.create_table(
        "workspaces",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("parent_id", postgresql.UUID()),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("description", sa.Text()),
        sa.Column("settings", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("archived_at", sa.TIMESTAMP(timezone=True)),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="workspaces_pkey"),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["workspaces.id"],
            name="workspaces_parent_id_fkey",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("tenant_id", "name", name="uq_workspaces_tenant_id_name"),
        sa.CheckConstraint("parent_id <> id", name="ck_workspaces_parent_id"),
        comment="Where a team of a tenant works; a workspace may lie in another",
    )
    op.create_index("idx_workspaces_parent_id", "workspaces", ["parent_id"])
    op.create_table(
        "workspace_members",
        sa.Column("workspace_id", postgresql.UUID(), nullable=False),
        sa.Column("user_id", postgresql.UUID(), nullable=False),
        sa.Column("role", workspacerole, server_default=sa.text("'viewer'"), nullable=False),
        sa.Column("joined_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "user_id", name="workspace_members_pkey"),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name="workspace_members_workspace_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="workspace_members_user_id_fkey", ondelete="CASCADE"),
        comment="Who works in a workspace, and as what",
    )
    op.create_index("idx_workspace_members_user_id", "workspace_members", ["user_id"])


def downgrade() -> None:
    op.drop_table("workspace_members")
    op.drop_table("workspaces")
    op.execute("DROP TYPE workspacerole")
