"""Merge authors and books"""

from alembic import op

revision = "003"
down_revision = ("001", "002")


def upgrade():
    pass


def downgrade():
    pass
