"""add business logic

project_id and user_id are those of the annotation tool, outside of this database.

Revision ID: add_business_logic_001
Revises:
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "add_business_logic_001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "business_rules",
        sa.Column("id", sa.String(100), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("project_id", sa.String(100), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("description", sa.Text()),
        sa.Column("pattern", sa.Text(), nullable=False),
        sa.Column("rule_type", sa.String(50), nullable=False),
        sa.Column("confidence", postgresql.DOUBLE_PRECISION(), server_default=sa.text("0"), nullable=False),
        sa.Column("frequency", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("examples", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("is_active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="business_rules_pkey"),
        comment="Rules that were found in, or written for, the annotations of a project",
    )
    op.create_index("idx_business_rules_project", "business_rules", ["project_id"])
    op.create_index("idx_business_rules_type", "business_rules", ["rule_type"])
    op.create_index("idx_business_rules_confidence", "business_rules", ["confidence"])
    op.create_index("idx_business_rules_created", "business_rules", ["created_at"])
    op.create_table(
        "business_patterns",
        sa.Column("id", sa.String(100), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("project_id", sa.String(100), nullable=False),
        sa.Column("pattern_type", sa.String(50), nullable=False),
        sa.Column("description", sa.Text()),
        sa.Column("strength", postgresql.DOUBLE_PRECISION(), server_default=sa.text("0"), nullable=False),
        sa.Column("evidence", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("detected_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("last_seen", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="business_patterns_pkey"),
        comment="Regularities in the annotations of a project",
    )
    op.create_index("idx_business_patterns_project", "business_patterns", ["project_id"])
    op.create_index("idx_business_patterns_type", "business_patterns", ["pattern_type"])
    op.create_index("idx_business_patterns_strength", "business_patterns", ["strength"])
    op.create_index("idx_business_patterns_detected", "business_patterns", ["detected_at"])
    op.create_index("idx_business_patterns_last_seen", "business_patterns", ["last_seen"])
    op.create_table(
        "business_insights",
        sa.Column("id", sa.String(100), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("project_id", sa.String(100), nullable=False),
        sa.Column("insight_type", sa.String(50), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("description", sa.Text()),
        sa.Column("impact_score", postgresql.DOUBLE_PRECISION(), server_default=sa.text("0"), nullable=False),
        sa.Column("recommendations", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("data_points", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("acknowledged_at", sa.TIMESTAMP(timezone=True), comment="Null until somebody has seen it"),
        sa.PrimaryKeyConstraint("id", name="business_insights_pkey"),
        comment="What the analysis of a project suggests to its people",
    )
    op.create_index("idx_business_insights_project", "business_insights", ["project_id"])
    op.create_index("idx_business_insights_type", "business_insights", ["insight_type"])
    op.create_index("idx_business_insights_impact", "business_insights", ["impact_score"])
    op.create_index("idx_business_insights_created", "business_insights", ["created_at"])
    op.create_index("idx_business_insights_acknowledged", "business_insights", ["acknowledged_at"])
    op.create_table(
        "business_rule_applications",
        sa.Column("id", sa.String(100), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("source_project_id", sa.String(100), nullable=False),
        sa.Column("target_project_id", sa.String(100), nullable=False),
        sa.Column("rule_id", sa.String(100), nullable=False),
        sa.Column("application_mode", sa.String(20), server_default=sa.text("'copy'"), nullable=False),
        sa.Column("original_confidence", postgresql.DOUBLE_PRECISION()),
        sa.Column("applied_confidence", postgresql.DOUBLE_PRECISION()),
        sa.Column("status", sa.String(20), server_default=sa.text("'active'"), nullable=False),
        sa.Column("applied_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("last_updated", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="business_rule_applications_pkey"),
        sa.ForeignKeyConstraint(
            ["rule_id"],
            ["business_rules.id"],
            name="business_rule_applications_rule_id_fkey",
            ondelete="CASCADE",
        ),
        comment="Rules of one project that were carried over to another",
    )
    op.create_index("idx_rule_applications_source", "business_rule_applications", ["source_project_id"])
    op.create_index("idx_rule_applications_target", "business_rule_applications", ["target_project_id"])
    op.create_index("idx_rule_applications_rule", "business_rule_applications", ["rule_id"])
    op.create_index("idx_rule_applications_status", "business_rule_applications", ["status"])
    op.create_index("idx_rule_applications_applied", "business_rule_applications", ["applied_at"])
    op.create_table(
        "business_logic_analysis_history",
        sa.Column("id", sa.String(100), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("project_id", sa.String(100), nullable=False),
        sa.Column("analysis_type", sa.String(50), nullable=False),
        sa.Column("parameters", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("results_summary", postgresql.JSONB()),
        sa.Column("execution_time_ms", sa.Integer(), comment="Milliseconds; null until finished"),
        sa.Column("status", sa.String(20), server_default=sa.text("'running'"), nullable=False),
        sa.Column("error_message", sa.Text()),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("completed_at", sa.TIMESTAMP(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="business_logic_analysis_history_pkey"),
        comment="Runs of the analysis, finished or not",
    )
    op.create_index("idx_analysis_history_project", "business_logic_analysis_history", ["project_id"])
    op.create_index("idx_analysis_history_type", "business_logic_analysis_history", ["analysis_type"])
    op.create_index("idx_analysis_history_status", "business_logic_analysis_history", ["status"])
    op.create_index("idx_analysis_history_created", "business_logic_analysis_history", ["created_at"])
    op.create_table(
        "business_logic_notifications",
        sa.Column("id", sa.String(100), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("user_id", sa.String(100), nullable=False),
        sa.Column("project_id", sa.String(100), nullable=False),
        sa.Column("notification_type", sa.String(50), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("data", postgresql.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("status", sa.String(20), server_default=sa.text("'unread'"), nullable=False),
        sa.Column("delivery_method", sa.String(20), server_default=sa.text("'in_app'"), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("read_at", sa.TIMESTAMP(timezone=True)),
        sa.Column("dismissed_at", sa.TIMESTAMP(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="business_logic_notifications_pkey"),
        comment="Messages to users about rules, patterns and insights",
    )
    op.create_index("idx_notifications_user", "business_logic_notifications", ["user_id"])
    op.create_index("idx_notifications_project", "business_logic_notifications", ["project_id"])
    op.create_index("idx_notifications_type", "business_logic_notifications", ["notification_type"])
    op.create_index("idx_notifications_status", "business_logic_notifications", ["status"])
    op.create_index("idx_notifications_created", "business_logic_notifications", ["created_at"])


def downgrade() -> None:
    op.drop_table("business_logic_notifications")
    op.drop_table("business_logic_analysis_history")
    op.drop_table("business_rule_applications")
    op.drop_table("business_insights")
    op.drop_table("business_patterns")
    op.drop_table("business_rules")
