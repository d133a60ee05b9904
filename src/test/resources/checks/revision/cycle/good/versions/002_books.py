"""Books"""

from alembic import op

revision = "002"
down_revision = "001"


def upgrade():
    op.execute("create table books (id int primary key, author int references authors)")


def downgrade():
    op.execute("drop table books")
