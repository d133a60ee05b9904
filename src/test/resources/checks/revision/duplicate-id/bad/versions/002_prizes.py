"""Prizes"""

from alembic import op

revision = "002"
down_revision = "001"


def upgrade():
    op.execute("create table prizes (id int primary key)")


def downgrade():
    op.execute("drop table prizes")
