"""make the audit log tamper-evident

Revision ID: 007_add_audit_integrity_support
Revises: 006_add_sensitivity_policies
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "007_add_audit_integrity_support"
down_revision = "006_add_sensitivity_policies"
branch_labels = None
depends_on = None

FORBID_AUDIT_CHANGE = """
CREATE FUNCTION forbid_audit_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
begin
  raise exception '% on % is not allowed: the audit log is immutable', tg_op, tg_table_name
    using errcode = 'restrict_violation',
          hint    = 'Write another entry that says what is right.';
end
$$"""

# name, table, what it refuses; an entry may be deleted, for it is moved to an archive
TRIGGERS = (
    ("audit_logs_no_update", "audit_logs", "UPDATE ON audit_logs FOR EACH ROW"),
    (
        "audit_integrity_records_no_change",
        "audit_integrity_records",
        "UPDATE OR DELETE ON audit_integrity_records FOR EACH ROW",
    ),
    (
        "audit_integrity_records_no_truncate",
        "audit_integrity_records",
        "TRUNCATE ON audit_integrity_records FOR EACH STATEMENT",
    ),
)


def upgrade() -> None:
    op.create_table(
        "audit_integrity_records",
        sa.Column(
            "sequence_number",
            sa.BigInteger(),
            autoincrement=False,
            nullable=False,
            comment="Counted by the writer, without gaps",
        ),
        sa.Column("tenant_id", sa.String(100), nullable=False),
        sa.Column("audit_log_id", postgresql.UUID(), nullable=False),
        sa.Column("previous_hash", sa.String(64), nullable=False, comment="Hash of the record before, in hexadecimal"),
        sa.Column(
            "entry_hash",
            sa.String(64),
            nullable=False,
            comment="SHA-256 of the entry and previous_hash, in hexadecimal",
        ),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("sequence_number", name="audit_integrity_records_pkey"),
        sa.ForeignKeyConstraint(
            ["tenant_id"],
            ["tenants.id"],
            name="audit_integrity_records_tenant_id_fkey",
            ondelete="RESTRICT",
        ),
        sa.UniqueConstraint("audit_log_id", name="uq_audit_integrity_records_audit_log_id"),
        comment="Chain of hashes over the audit log; immutable, it outlives the archived entries",
    )
    op.create_index("idx_audit_integrity_records_tenant_id", "audit_integrity_records", ["tenant_id"])
    op.execute(FORBID_AUDIT_CHANGE)
    for name, table, event in TRIGGERS:
        op.execute(f"CREATE TRIGGER {name} BEFORE {event} EXECUTE FUNCTION forbid_audit_change()")
        op.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}")


def downgrade() -> None:
    for name, table, _ in reversed(TRIGGERS):
        op.execute(f"DROP TRIGGER {name} ON {table}")
    op.execute("DROP FUNCTION forbid_audit_change()")
    op.drop_table("audit_integrity_records")
