"""store the audit log for years

Entries come in order of time: a BRIN index finds those to archive, and is a thousandth of a b-tree in size.

Revision ID: 005_audit_storage_optimization
Revises: 004_extend_audit_tables
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "005_audit_storage_optimization"
down_revision = "004_extend_audit_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit_retention_policies",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("resource_type", sa.String(50), nullable=False),
        sa.Column("retain_days", sa.Integer(), server_default=sa.text("1825"), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="audit_retention_policies_pkey"),
        sa.ForeignKeyConstraint(
            ["tenant_id"],
            ["tenants.id"],
            name="audit_retention_policies_tenant_id_fkey",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("tenant_id", "resource_type", name="uq_audit_retention_policies_tenant_id_resource_type"),
        sa.CheckConstraint("retain_days > 0", name="ck_audit_retention_policies_retain_days"),
        comment="How long entries of a kind are kept",
    )
    op.create_table(
        "audit_log_archives",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("from_time", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("to_time", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("row_count", sa.BigInteger(), nullable=False),
        sa.Column("storage_uri", sa.String(1000), nullable=False),
        sa.Column("checksum", sa.String(64), nullable=False, comment="SHA-256 of the file, in hexadecimal"),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="audit_log_archives_pkey"),
        sa.ForeignKeyConstraint(
            ["tenant_id"],
            ["tenants.id"],
            name="audit_log_archives_tenant_id_fkey",
            ondelete="RESTRICT",
        ),
        sa.CheckConstraint("from_time < to_time", name="ck_audit_log_archives_times"),
        comment="Files that entries were moved to",
    )
    op.create_index("idx_audit_log_archives_tenant_id", "audit_log_archives", ["tenant_id", "from_time"])
    op.create_index("idx_audit_logs_timestamp_brin", "audit_logs", ["timestamp"], postgresql_using="brin")
    op.create_index("idx_audit_logs_details_gin", "audit_logs", ["details"], postgresql_using="gin")


def downgrade() -> None:
    op.drop_index("idx_audit_logs_details_gin", table_name="audit_logs")
    op.drop_index("idx_audit_logs_timestamp_brin", table_name="audit_logs")
    op.drop_table("audit_log_archives")
    op.drop_table("audit_retention_policies")
