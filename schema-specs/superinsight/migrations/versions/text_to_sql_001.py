"""add text to SQL

A branch of its own, beside that of the users. The foreign key to tenants follows in merge_2026_01_16.

Revision ID: text_to_sql_001
Revises:
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "text_to_sql_001"
down_revision = None
branch_labels = None
depends_on = "security_001"


def upgrade() -> None:
    op.create_table(
        "text_to_sql_configurations",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("method", sa.String(50), server_default=sa.text("'hybrid'"), nullable=False),
        sa.Column("settings", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("is_active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="text_to_sql_configurations_pkey"),
        sa.UniqueConstraint("tenant_id", "name", name="uq_text_to_sql_configurations_tenant_id_name"),
        comment="How questions in plain language become SQL, by tenant",
    )
    op.create_table(
        "sql_generation_logs",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("configuration_id", postgresql.UUID()),
        sa.Column("user_id", postgresql.UUID()),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("generated_sql", sa.Text()),
        sa.Column("success", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("error_message", sa.Text()),
        sa.Column("execution_time_ms", sa.Integer(), comment="Milliseconds"),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="sql_generation_logs_pkey"),
        sa.ForeignKeyConstraint(
            ["configuration_id"],
            ["text_to_sql_configurations.id"],
            name="sql_generation_logs_configuration_id_fkey",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name="sql_generation_logs_user_id_fkey",
            ondelete="SET NULL",
        ),
        comment="What was asked, which SQL came of it, and whether it ran",
    )
    op.create_index("idx_sql_generation_logs_tenant_time", "sql_generation_logs", ["tenant_id", "created_at"])
    op.create_index("idx_sql_generation_logs_configuration_id", "sql_generation_logs", ["configuration_id"])
    op.create_index("idx_sql_generation_logs_user_id", "sql_generation_logs", ["user_id"])


def downgrade() -> None:
    op.drop_table("sql_generation_logs")
    op.drop_table("text_to_sql_configurations")
