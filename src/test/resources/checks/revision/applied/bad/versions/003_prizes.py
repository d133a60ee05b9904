"""Prizes"""

from alembic import op

revision = "003"
down_revision = "002"


def upgrade():
    op.execute("create table prizes (id int primary key, book int references books)")


def downgrade():
    op.execute("drop table prizes")
