"""How Alembic runs the revisions: on the database that DATABASE_URL names, all of them in one transaction."""

import os
from logging.config import fileConfig

from alembic import context
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, pool

if context.config.config_file_name is not None:
    fileConfig(context.config.config_file_name, disable_existing_loggers=False)


def leave_out_redundant_parents(script: ScriptDirectory) -> None:
    """Lets a merge revision have a parent that another of its parents descends from.

    2f6b0cbeb30c is such a merge: add_business_logic_001 is a parent of it and an ancestor of
    002_optimize_tenant_indexes. When Alembic comes to the merge it deletes the row of every parent from
    alembic_version; that of add_business_logic_001 was replaced long before, and `alembic upgrade heads` ends with
    KeyError: 'add_business_logic_001' (1.8.1 and 1.20.0 alike). The revision files keep the parents that they were
    delivered with; for the run, those that add nothing are left out.
    """
    for revision in script.walk_revisions():
        if revision.is_merge_point:
            parents = revision.down_revision
            above = {
                ancestor.revision
                for parent in parents
                for ancestor in script.iterate_revisions(parent, "base")
                if ancestor.revision != parent
            }
            revision.down_revision = tuple(parent for parent in parents if parent not in above)


def run_migrations(**how: object) -> None:
    context.configure(target_metadata=None, **how)
    with context.begin_transaction():
        context.run_migrations()


leave_out_redundant_parents(context.script)
if context.is_offline_mode():
    # Named parameters, because the usual ones would have every % of a function's body printed twice.
    run_migrations(dialect_name="postgresql", dialect_opts={"paramstyle": "named"}, literal_binds=True)
else:
    engine = create_engine(os.environ["DATABASE_URL"], poolclass=pool.NullPool)
    with engine.connect() as connection:
        run_migrations(connection=connection)
