"""Merge"""

revision = "005"
down_revision = ("002", "003", "004")


def upgrade():
    pass


def downgrade():
    pass
