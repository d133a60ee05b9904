"""Rights"""

from alembic import op

revision = "003"
down_revision = "001"


def upgrade():
    op.execute("create table if not exists roles (id bigint primary key)")
    op.execute("create or replace function greeting() returns text language sql as $$ select 'good day' $$")
    op.execute("create table rights (id int primary key)")


def downgrade():
    pass
