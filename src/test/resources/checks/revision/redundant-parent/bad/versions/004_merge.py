"""Merge"""

from alembic import op

revision = "004"
down_revision = ("002", "003")


def upgrade():
    op.execute("create table shops (id int primary key)")


def downgrade():
    op.execute("drop table shops")
