"""add versions of data

The foreign key to tenants follows in merge_2026_01_16.

Revision ID: version_lineage_001
Revises: sync_001
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "version_lineage_001"
down_revision = "sync_001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "data_versions",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("entity_type", sa.String(50), nullable=False),
        sa.Column(
            "entity_id",
            postgresql.UUID(),
            nullable=False,
            comment="Row that was versioned, in the table that entity_type names",
        ),
        sa.Column("version_number", sa.Integer(), nullable=False),
        sa.Column("parent_version_id", postgresql.UUID()),
        sa.Column("snapshot", postgresql.JSONB(), nullable=False),
        sa.Column("checksum", sa.String(64), nullable=False, comment="SHA-256 of the snapshot, in hexadecimal"),
        sa.Column("created_by", postgresql.UUID()),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="data_versions_pkey"),
        sa.ForeignKeyConstraint(
            ["parent_version_id"],
            ["data_versions.id"],
            name="data_versions_parent_version_id_fkey",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["created_by"],
            ["users.id"],
            name="data_versions_created_by_fkey",
            ondelete="SET NULL",
        ),
        sa.UniqueConstraint("entity_type", "entity_id", "version_number", name="uq_data_versions_entity_version"),
        sa.CheckConstraint("version_number > 0", name="ck_data_versions_version_number"),
        comment="States that a document, a task or another row was in",
    )
    op.create_index("idx_data_versions_tenant_time", "data_versions", ["tenant_id", "created_at"])
    op.create_index("idx_data_versions_parent_version_id", "data_versions", ["parent_version_id"])
    op.create_index("idx_data_versions_created_by", "data_versions", ["created_by"])
    op.create_table(
        "data_version_tags",
        sa.Column("version_id", postgresql.UUID(), nullable=False),
        sa.Column("tag", sa.String(100), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("version_id", "tag", name="data_version_tags_pkey"),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["data_versions.id"],
            name="data_version_tags_version_id_fkey",
            ondelete="CASCADE",
        ),
        comment="Names of versions that people speak of",
    )


def downgrade() -> None:
    op.drop_table("data_version_tags")
    op.drop_table("data_versions")
