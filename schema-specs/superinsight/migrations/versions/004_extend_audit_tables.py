"""extend the audit log

Revision ID: 004_extend_audit_tables
Revises: 003_add_workspace_columns
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "004_extend_audit_tables"
down_revision = "003_add_workspace_columns"
branch_labels = None
depends_on = None

auditrisk = postgresql.ENUM(name="auditrisk", create_type=False)


def upgrade() -> None:
    op.execute("CREATE TYPE auditrisk AS ENUM ('low', 'medium', 'high', 'critical')")
    op.add_column(
        "audit_logs",
        sa.Column("session_id", postgresql.UUID(), comment="The session it was done in; it outlives the session"),
    )
    op.add_column("audit_logs", sa.Column("request_id", sa.String(64)))
    op.add_column("audit_logs", sa.Column("success", sa.Boolean(), server_default=sa.text("true"), nullable=False))
    op.add_column("audit_logs", sa.Column("risk", auditrisk, server_default=sa.text("'low'"), nullable=False))
    op.create_index(
        "idx_audit_logs_request_id",
        "audit_logs",
        ["request_id"],
        postgresql_where=sa.text("request_id IS NOT NULL"),
    )
    op.create_table(
        "audit_alerts",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("audit_log_id", postgresql.UUID(), comment="Null once the entry was archived"),
        sa.Column("risk", auditrisk, nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("acknowledged_by", postgresql.UUID()),
        sa.Column("acknowledged_at", sa.TIMESTAMP(timezone=True)),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="audit_alerts_pkey"),
        sa.ForeignKeyConstraint(
            ["tenant_id"],
            ["tenants.id"],
            name="audit_alerts_tenant_id_fkey",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["audit_log_id"],
            ["audit_logs.id"],
            name="audit_alerts_audit_log_id_fkey",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["acknowledged_by"],
            ["users.id"],
            name="audit_alerts_acknowledged_by_fkey",
            ondelete="RESTRICT",
        ),
        sa.CheckConstraint(
            "(acknowledged_by IS NULL) = (acknowledged_at IS NULL)",
            name="ck_audit_alerts_acknowledged",
        ),
        comment="What somebody must look at",
    )
    op.create_index("idx_audit_alerts_tenant_id", "audit_alerts", ["tenant_id"])
    op.create_index("idx_audit_alerts_audit_log_id", "audit_alerts", ["audit_log_id"])
    op.create_index("idx_audit_alerts_acknowledged_by", "audit_alerts", ["acknowledged_by"])


def downgrade() -> None:
    op.drop_table("audit_alerts")
    op.drop_index("idx_audit_logs_request_id", table_name="audit_logs")
    op.drop_column("audit_logs", "risk")
    op.drop_column("audit_logs", "success")
    op.drop_column("audit_logs", "request_id")
    op.drop_column("audit_logs", "session_id")
    op.execute("DROP TYPE auditrisk")
