"""Rights"""

from alembic import op

revision = "003"
down_revision = "001"
depends_on = "002"


def upgrade():
    op.execute("create table if not exists roles (id int primary key, name text)")
    op.execute("create table rights (role int references roles)")
    op.execute("create or replace function greeting() returns text language sql as $$ select 'good day' $$")


def downgrade():
    pass
