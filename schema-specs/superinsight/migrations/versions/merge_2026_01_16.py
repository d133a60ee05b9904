"""merge all branches

The branches made their tables apart, so that they apply in any order. Here all of them are there, and the
foreign keys between them follow. A tenant or workspace that rows name and that is missing is made first, so
that each of them holds.

Revision ID: merge_2026_01_16
Revises: 000_core_tables, 006_add_rbac_tables, 007_add_audit_integrity_support, 012_add_admin_config,
    20260113_security, 20260113_mtw, sync_pipeline_001, text_to_sql_001, cf61a2f229a1, version_lineage_002
"""

from alembic import op

revision = "merge_2026_01_16"
down_revision = (
    "000_core_tables",
    "006_add_rbac_tables",
    "007_add_audit_integrity_support",
    "012_add_admin_config",
    "20260113_security",
    "20260113_mtw",
    "sync_pipeline_001",
    "text_to_sql_001",
    "cf61a2f229a1",
    "version_lineage_002",
)
branch_labels = None
depends_on = None

OF_TENANTS = (
    "feature_flags",
    "background_jobs",
    "api_keys",
    "workspaces",
    "text_to_sql_configurations",
    "sql_generation_logs",
    "sync_pipelines",
    "data_versions",
    "data_lineage_records",
)
OF_WORKSPACES = ("documents", "tasks", "billing_records", "data_sources", "business_rules")


def upgrade() -> None:
    for table in OF_TENANTS:
        op.execute(
            "INSERT INTO tenants (id, name) "
            f"SELECT DISTINCT tenant_id, tenant_id FROM {table} WHERE tenant_id IS NOT NULL ON CONFLICT (id) DO NOTHING"
        )
        op.create_foreign_key(f"{table}_tenant_id_fkey", table, "tenants", ["tenant_id"], ["id"], ondelete="CASCADE")
    for table in OF_WORKSPACES:
        op.execute(
            "INSERT INTO workspaces (id, tenant_id, name) "
            f"SELECT workspace_id, min(tenant_id), workspace_id::text FROM {table} "
            "WHERE workspace_id IS NOT NULL GROUP BY workspace_id ON CONFLICT (id) DO NOTHING"
        )
        op.create_foreign_key(
            f"{table}_workspace_id_fkey", table, "workspaces", ["workspace_id"], ["id"], ondelete="SET NULL"
        )


def downgrade() -> None:
    for table in reversed(OF_WORKSPACES):
        op.drop_constraint(f"{table}_workspace_id_fkey", table, type_="foreignkey")
    for table in reversed(OF_TENANTS):
        op.drop_constraint(f"{table}_tenant_id_fkey", table, type_="foreignkey")
