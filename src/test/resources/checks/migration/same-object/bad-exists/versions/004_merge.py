"""Merge"""

revision = "004"
down_revision = ("002", "003")


def upgrade():
    pass


def downgrade():
    pass
