"""add work in teams

Revision ID: 010_collab_workflow
Revises: 009_ai_annotation
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "010_collab_workflow"
down_revision = "009_ai_annotation"
branch_labels = None
depends_on = None

assignmentstatus = postgresql.ENUM(name="assignmentstatus", create_type=False)


def upgrade() -> None:
    op.execute(
        "CREATE TYPE assignmentstatus AS ENUM ('assigned', 'in_progress', 'submitted', 'accepted', 'returned')",
    )
    op.create_table(
        "annotation_assignments",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("task_id", postgresql.UUID(), nullable=False),
        sa.Column("assignee_id", postgresql.UUID(), nullable=False),
        sa.Column("status", assignmentstatus, server_default=sa.text("'assigned'"), nullable=False),
        sa.Column("due_at", sa.TIMESTAMP(timezone=True)),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="annotation_assignments_pkey"),
        sa.ForeignKeyConstraint(
            ["task_id"],
            ["tasks.id"],
            name="annotation_assignments_task_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["assignee_id"],
            ["users.id"],
            name="annotation_assignments_assignee_id_fkey",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("task_id", "assignee_id", name="uq_annotation_assignments_task_id_assignee_id"),
        comment="Who works on a task",
    )
    op.create_index("idx_annotation_assignments_assignee_status", "annotation_assignments", ["assignee_id", "status"])
    op.create_table(
        "annotation_reviews",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("assignment_id", postgresql.UUID(), nullable=False),
        sa.Column("reviewer_id", postgresql.UUID()),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("remarks", sa.Text()),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name="annotation_reviews_pkey"),
        sa.ForeignKeyConstraint(
            ["assignment_id"],
            ["annotation_assignments.id"],
            name="annotation_reviews_assignment_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["reviewer_id"],
            ["users.id"],
            name="annotation_reviews_reviewer_id_fkey",
            ondelete="SET NULL",
        ),
        comment="What a reviewer said of the work",
    )
    op.create_index("idx_annotation_reviews_assignment_id", "annotation_reviews", ["assignment_id"])
    op.create_index("idx_annotation_reviews_reviewer_id", "annotation_reviews", ["reviewer_id"])
    op.create_table(
        "task_comments",
        sa.Column("id", postgresql.UUID(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("task_id", postgresql.UUID(), nullable=False),
        sa.Column("parent_id", postgresql.UUID()),
        sa.Column("author_id", postgresql.UUID()),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("edited_at", sa.TIMESTAMP(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="task_comments_pkey"),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name="task_comments_task_id_fkey", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["task_comments.id"],
            name="task_comments_parent_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["author_id"], ["users.id"], name="task_comments_author_id_fkey", ondelete="SET NULL"),
        comment="Talk about a task",
    )
    op.create_index("idx_task_comments_task_id", "task_comments", ["task_id", "created_at"])
    op.create_index("idx_task_comments_parent_id", "task_comments", ["parent_id"])
    op.create_index("idx_task_comments_author_id", "task_comments", ["author_id"])


def downgrade() -> None:
    op.drop_table("task_comments")
    op.drop_table("annotation_reviews")
    op.drop_table("annotation_assignments")
    op.execute("DROP TYPE assignmentstatus")
