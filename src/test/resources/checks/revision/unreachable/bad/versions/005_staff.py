"""Staff"""

from alembic import op

revision = "005"
down_revision = "004"


def upgrade():
    op.execute("create table staff (id int primary key)")


def downgrade():
    op.execute("drop table staff")
