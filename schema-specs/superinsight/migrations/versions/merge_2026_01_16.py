"""merge all branches

Each branch made its tables without a reference to those of another, so that the branches apply in any order.
Here all of them are there, and the foreign keys between them follow.

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

# table, column, table that it refers to, what happens to the row when that one is deleted
FOREIGN_KEYS = (
    ("feature_flags", "tenant_id", "tenants", "CASCADE"),
    ("background_jobs", "tenant_id", "tenants", "CASCADE"),
    ("api_keys", "tenant_id", "tenants", "CASCADE"),
    ("api_keys", "user_id", "users", "CASCADE"),
    ("user_sessions", "user_id", "users", "CASCADE"),
    ("workspaces", "tenant_id", "tenants", "CASCADE"),
    ("workspace_members", "user_id", "users", "CASCADE"),
    ("documents", "workspace_id", "workspaces", "SET NULL"),
    ("tasks", "workspace_id", "workspaces", "SET NULL"),
    ("billing_records", "workspace_id", "workspaces", "SET NULL"),
    ("data_sources", "workspace_id", "workspaces", "SET NULL"),
    ("business_rules", "workspace_id", "workspaces", "SET NULL"),
    ("text_to_sql_configurations", "tenant_id", "tenants", "CASCADE"),
    ("sql_generation_logs", "tenant_id", "tenants", "CASCADE"),
    ("sql_generation_logs", "user_id", "users", "SET NULL"),
    ("sync_pipelines", "tenant_id", "tenants", "CASCADE"),
    ("sync_pipelines", "source_id", "data_sources", "CASCADE"),
    ("data_versions", "tenant_id", "tenants", "CASCADE"),
    ("data_lineage_records", "tenant_id", "tenants", "CASCADE"),
    ("role_hierarchy", "parent_role_id", "roles", "CASCADE"),
    ("role_hierarchy", "child_role_id", "roles", "CASCADE"),
)


def upgrade() -> None:
    for table, column, referenced, action in FOREIGN_KEYS:
        if referenced == "tenants":
            op.execute(
                "INSERT INTO tenants (id, name) SELECT DISTINCT tenant_id, tenant_id "
                f"FROM {table} WHERE tenant_id IS NOT NULL ON CONFLICT (id) DO NOTHING"
            )
        op.create_foreign_key(f"{table}_{column}_fkey", table, referenced, [column], ["id"], ondelete=action)


def downgrade() -> None:
    for table, column, _, _ in reversed(FOREIGN_KEYS):
        op.drop_constraint(f"{table}_{column}_fkey", table, type_="foreignkey")
