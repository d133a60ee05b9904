"""Rights"""

from alembic import op

revision = "003"
down_revision = "001"


def upgrade():
    op.execute("create table rights (id int primary key)")
    op.execute("create table roles (id bigint primary key)")


def downgrade():
    pass
