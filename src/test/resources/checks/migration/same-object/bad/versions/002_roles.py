"""Roles"""

from alembic import op

revision = "002"
down_revision = "001"


def upgrade():
    op.execute("create table if not exists roles (id int primary key, name text)")
    op.execute("create or replace function greeting() returns text language sql as $$ select 'hello' $$")


def downgrade():
    pass
