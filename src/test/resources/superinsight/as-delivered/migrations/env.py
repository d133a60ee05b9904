"""How Alembic ran the revisions as delivered: each in a transaction of its own, and with redundant parents."""

import os
from logging.config import fileConfig

from alembic import context
from sqlalchemy import create_engine, pool

if context.config.config_file_name is not None:
    fileConfig(context.config.config_file_name, disable_existing_loggers=False)


def run_migrations(**how: object) -> None:
    context.configure(target_metadata=None, transaction_per_migration=True, **how)
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    # Named parameters, because the usual ones would have every % of a function's body printed twice.
    run_migrations(dialect_name="postgresql", dialect_opts={"paramstyle": "named"}, literal_binds=True)
else:
    engine = create_engine(os.environ["DATABASE_URL"], poolclass=pool.NullPool)
    with engine.connect() as connection:
        run_migrations(connection=connection)
