"""merge the tenants with what belongs to them

A tenant that rows name and that is missing is made first, so that every foreign key holds.
add_business_logic_001 is a redundant parent, for 002_optimize_tenant_indexes descends from it: see env.py.

Revision ID: 2f6b0cbeb30c
Revises: 001_add_multi_tenant_support, 002_optimize_tenant_indexes, add_business_logic_001, sync_001
"""

from alembic import op

revision = "2f6b0cbeb30c"
down_revision = (
    "001_add_multi_tenant_support",
    "002_optimize_tenant_indexes",
    "add_business_logic_001",
    "sync_001",
)
branch_labels = None
depends_on = None

# table, what happens to its rows when the tenant is deleted
OWNED = (
    ("documents", "CASCADE"),
    ("tasks", "CASCADE"),
    ("billing_records", "RESTRICT"),
    ("users", "CASCADE"),
    ("ip_whitelist", "CASCADE"),
    ("audit_logs", "RESTRICT"),
    ("data_masking_rules", "CASCADE"),
    ("data_sources", "CASCADE"),
    ("sync_jobs", "CASCADE"),
    ("sync_executions", "CASCADE"),
    ("data_conflicts", "CASCADE"),
    ("sync_rules", "CASCADE"),
    ("transformation_rules", "CASCADE"),
    ("sync_audit_logs", "RESTRICT"),
    ("industry_datasets", "CASCADE"),
    ("data_quality_scores", "CASCADE"),
    ("business_rules", "CASCADE"),
    ("business_patterns", "CASCADE"),
    ("business_insights", "CASCADE"),
    ("business_rule_applications", "CASCADE"),
    ("business_logic_analysis_history", "CASCADE"),
    ("business_logic_notifications", "CASCADE"),
)


def upgrade() -> None:
    for table, action in OWNED:
        op.execute(
            "INSERT INTO tenants (id, name) "
            f"SELECT DISTINCT tenant_id, tenant_id FROM {table} WHERE tenant_id IS NOT NULL ON CONFLICT (id) DO NOTHING"
        )
        op.create_foreign_key(f"{table}_tenant_id_fkey", table, "tenants", ["tenant_id"], ["id"], ondelete=action)


def downgrade() -> None:
    for table, _ in reversed(OWNED):
        op.drop_constraint(f"{table}_tenant_id_fkey", table, type_="foreignkey")
