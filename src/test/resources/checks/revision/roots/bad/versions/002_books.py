"""Books"""

from alembic import op

revision = "002"
down_revision = None


def upgrade():
    op.execute("create table books (id int primary key)")


def downgrade():
    op.execute("drop table books")
