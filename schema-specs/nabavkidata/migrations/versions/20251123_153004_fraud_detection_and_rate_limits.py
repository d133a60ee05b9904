"""Fraud detection and rate limits, for visitors who have no account yet

Revision ID: 20251123_153004
Revises:
Create Date: 2025-11-23 15:30:04

There are no users before the next revision: what is seen and counted here is an address.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20251123_153004"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "fraud_detection",
        sa.Column("detection_id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("ip_address", postgresql.INET()),
        sa.Column(
            "device_fingerprint", sa.String(255), comment="Hash of what the browser tells of itself; no personal data"
        ),
        sa.Column("user_agent", sa.Text()),
        sa.Column("detection_type", sa.String(100), nullable=False),
        sa.Column(
            "risk_score",
            sa.Numeric(5, 2),
            server_default=sa.text("0"),
            nullable=False,
            comment="0 to 100; the higher, the worse",
        ),
        sa.Column(
            "signals", postgresql.JSONB(), server_default="{}", nullable=False, comment="What the score is made of"
        ),
        sa.Column("is_blocked", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("reviewed_at", sa.DateTime(timezone=True)),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.PrimaryKeyConstraint("detection_id", name="fraud_detection_pkey"),
        sa.CheckConstraint("risk_score between 0 and 100", name="ck_fraud_detection_risk_score"),
        comment="What looked like fraud: repeated trials, shared accounts, robots",
    )
    op.create_index("ix_fraud_detection_ip_address", "fraud_detection", ["ip_address"])
    op.create_index("ix_fraud_detection_device_fingerprint", "fraud_detection", ["device_fingerprint"])
    op.create_index("ix_fraud_detection_detection_type", "fraud_detection", ["detection_type"])
    op.create_index("ix_fraud_detection_created_at", "fraud_detection", ["created_at"])
    op.create_index(
        "ix_fraud_detection_unreviewed",
        "fraud_detection",
        [sa.text("risk_score desc")],
        postgresql_where=sa.text("reviewed_at is null"),
    )

    op.create_table(
        "rate_limits",
        sa.Column("rate_limit_id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("ip_address", postgresql.INET(), nullable=False),
        sa.Column("endpoint", sa.String(255), nullable=False),
        sa.Column("window_start", sa.DateTime(timezone=True), nullable=False),
        sa.Column("window_seconds", sa.Integer(), server_default=sa.text("60"), nullable=False),
        sa.Column("request_count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("blocked_until", sa.DateTime(timezone=True)),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.PrimaryKeyConstraint("rate_limit_id", name="rate_limits_pkey"),
        comment="How many requests came in a window of time, and until when further ones are refused",
    )
    # What INSERT … ON CONFLICT counts up.
    op.create_index(
        "ux_rate_limits_ip_address", "rate_limits", ["ip_address", "endpoint", "window_start"], unique=True
    )
    op.create_index("ix_rate_limits_window_start", "rate_limits", ["window_start"])
    op.create_index(
        "ix_rate_limits_blocked_until",
        "rate_limits",
        ["blocked_until"],
        postgresql_where=sa.text("blocked_until is not null"),
    )


def downgrade() -> None:
    op.drop_table("rate_limits")
    op.drop_table("fraud_detection")
