"""add language models

Revision ID: 008_add_llm_integration
Revises: 2f6b0cbeb30c
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "008_add_llm_integration"
down_revision = "2f6b0cbeb30c"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "llm_configurations",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("provider", sa.String(50), nullable=False),
        sa.Column("model", sa.String(100), nullable=False),
        sa.Column("endpoint_url", sa.String(500)),
        sa.Column("api_key_encrypted", sa.Text(), comment="Encrypted by the application; never a key"),
        sa.Column("parameters", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("is_active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="llm_configurations_pkey"),
        sa.ForeignKeyConstraint(
            ["tenant_id"],
            ["tenants.id"],
            name="llm_configurations_tenant_id_fkey",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("tenant_id", "name", name="uq_llm_configurations_tenant_id_name"),
        comment="Language models that a tenant uses",
    )
    op.create_table(
        "llm_usage_logs",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("configuration_id", postgresql.UUID()),
        sa.Column("user_id", postgresql.UUID()),
        sa.Column("prompt_tokens", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("completion_tokens", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("cost", sa.Numeric(12, 6), server_default=sa.text("0"), nullable=False),
        sa.Column("latency_ms", sa.Integer(), comment="Milliseconds"),
        sa.Column("success", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("error_message", sa.Text()),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="llm_usage_logs_pkey"),
        sa.ForeignKeyConstraint(
            ["tenant_id"],
            ["tenants.id"],
            name="llm_usage_logs_tenant_id_fkey",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["configuration_id"],
            ["llm_configurations.id"],
            name="llm_usage_logs_configuration_id_fkey",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="llm_usage_logs_user_id_fkey", ondelete="SET NULL"),
        comment="What was asked of a model, and what it took",
    )
    op.create_index("idx_llm_usage_logs_tenant_time", "llm_usage_logs", ["tenant_id", "created_at"])
    op.create_index("idx_llm_usage_logs_configuration_id", "llm_usage_logs", ["configuration_id"])
    op.create_index("idx_llm_usage_logs_user_id", "llm_usage_logs", ["user_id"])
    op.create_table(
        "annotation_plugins",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("version", sa.String(50), server_default=sa.text("'1.0.0'"), nullable=False),
        sa.Column("plugin_type", sa.String(50), nullable=False),
        sa.Column("endpoint_url", sa.String(500)),
        sa.Column("settings", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("is_enabled", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="annotation_plugins_pkey"),
        sa.ForeignKeyConstraint(
            ["tenant_id"],
            ["tenants.id"],
            name="annotation_plugins_tenant_id_fkey",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("tenant_id", "name", "version", name="uq_annotation_plugins_tenant_id_name_version"),
        comment="Programs that annotate, and how to reach them",
    )


def downgrade() -> None:
    op.drop_table("annotation_plugins")
    op.drop_table("llm_usage_logs")
    op.drop_table("llm_configurations")
