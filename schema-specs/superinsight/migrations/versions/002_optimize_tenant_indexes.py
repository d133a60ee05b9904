"""lead the indexes of the business logic by the tenant

Every query states its tenant: an index on the project alone would read the rows of other tenants.

Revision ID: 002_optimize_tenant_indexes
Revises: 001_add_tenant_id_fields
"""

from alembic import op

revision = "002_optimize_tenant_indexes"
down_revision = "001_add_tenant_id_fields"
branch_labels = None
depends_on = None

# table, the index on its project or user alone, its column, the index that takes its place
INDEXES = (
    ("business_rules", "idx_business_rules_project", "project_id", "idx_business_rules_tenant_project"),
    ("business_patterns", "idx_business_patterns_project", "project_id", "idx_business_patterns_tenant_project"),
    ("business_insights", "idx_business_insights_project", "project_id", "idx_business_insights_tenant_project"),
    (
        "business_rule_applications",
        "idx_rule_applications_source",
        "source_project_id",
        "idx_rule_applications_tenant_source",
    ),
    (
        "business_logic_analysis_history",
        "idx_analysis_history_project",
        "project_id",
        "idx_analysis_history_tenant_project",
    ),
    ("business_logic_notifications", "idx_notifications_user", "user_id", "idx_notifications_tenant_user"),
)


def upgrade() -> None:
    for table, old, column, new in INDEXES:
        op.create_index(new, table, ["tenant_id", column])
        op.drop_index(old, table_name=table)


def downgrade() -> None:
    for table, old, column, new in reversed(INDEXES):
        op.create_index(old, table, [column])
        op.drop_index(new, table_name=table)
