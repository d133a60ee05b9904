"""Roles"""

from alembic import op

revision = "002"
down_revision = "001"


def upgrade():
    op.execute("create table roles (id int primary key, name text)")


def downgrade():
    pass
