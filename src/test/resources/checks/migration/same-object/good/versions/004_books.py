"""Books"""

from alembic import op

revision = "004"
down_revision = "001"


def upgrade():
    op.execute("create table if not exists authors (id int primary key)")
    op.execute("create table scratch (id int)")
    op.execute("drop table scratch")
    op.execute("create table books (id int primary key, author int references authors)")


def downgrade():
    pass
