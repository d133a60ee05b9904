"""Authors"""

from alembic import op

revision = "001"
down_revision = None


def upgrade():
    op.execute("create table authors (id int primary key)")


def downgrade():
    pass
