"""add lineage of data

The foreign key to tenants follows in merge_2026_01_16.

Revision ID: version_lineage_002
Revises: version_lineage_001
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "version_lineage_002"
down_revision = "version_lineage_001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "data_lineage_records",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("source_version_id", postgresql.UUID(), nullable=False),
        sa.Column("target_version_id", postgresql.UUID(), nullable=False),
        sa.Column("transformation", sa.String(100), nullable=False),
        sa.Column("parameters", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="data_lineage_records_pkey"),
        sa.ForeignKeyConstraint(
            ["source_version_id"],
            ["data_versions.id"],
            name="data_lineage_records_source_version_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["target_version_id"],
            ["data_versions.id"],
            name="data_lineage_records_target_version_id_fkey",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint(
            "source_version_id",
            "target_version_id",
            "transformation",
            name="uq_data_lineage_records_edge",
        ),
        sa.CheckConstraint("source_version_id <> target_version_id", name="ck_data_lineage_records_edge"),
        comment="Which version came of which, and how",
    )
    op.create_index("idx_data_lineage_records_tenant_id", "data_lineage_records", ["tenant_id"])
    op.create_index("idx_data_lineage_records_target_version_id", "data_lineage_records", ["target_version_id"])
    op.create_table(
        "data_impact_analyses",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("version_id", postgresql.UUID(), nullable=False),
        sa.Column("affected_versions", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("report", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("computed_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="data_impact_analyses_pkey"),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["data_versions.id"],
            name="data_impact_analyses_version_id_fkey",
            ondelete="CASCADE",
        ),
        comment="What a change of a version reaches, as computed",
    )
    op.create_index("idx_data_impact_analyses_version_id", "data_impact_analyses", ["version_id"])


def downgrade() -> None:
    op.drop_table("data_impact_analyses")
    op.drop_table("data_lineage_records")
