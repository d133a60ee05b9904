"""Prizes"""

from alembic import op

revision = "003"
down_revision = "001"


def upgrade():
    op.execute("create table prizes (id int primary key, author int references authors)")


def downgrade():
    op.execute("drop table prizes")
