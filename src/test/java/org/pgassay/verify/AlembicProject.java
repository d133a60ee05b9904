package org.pgassay.verify;

/** An Alembic project that a test writes, whose env.py takes its URL from {@code DATABASE_URL}. */
final class AlembicProject {

    private static final String INI = """
            [alembic]
            script_location = alembic
            prepend_sys_path = .

            [loggers]
            keys = root,alembic
            [handlers]
            keys = console
            [formatters]
            keys = generic
            [logger_root]
            level = WARN
            handlers = console
            [logger_alembic]
            level = INFO
            handlers =
            qualname = alembic
            [handler_console]
            class = StreamHandler
            args = (sys.stderr,)
            formatter = generic
            [formatter_generic]
            format = %(levelname)-5.5s [%(name)s] %(message)s
            """;

    static final String ENV = """
            import os
            from logging.config import fileConfig
            from alembic import context
            from sqlalchemy import create_engine, pool

            fileConfig(context.config.config_file_name)
            url = os.environ["DATABASE_URL"]

            if context.is_offline_mode():
                context.configure(url=url, literal_binds=True)
                with context.begin_transaction():
                    context.run_migrations()
            else:
                with create_engine(url, poolclass=pool.NullPool).connect() as connection:
                    context.configure(connection=connection)
                    with context.begin_transaction():
                        context.run_migrations()
            """;

    private final Trial trial;

    AlembicProject(Trial trial) {
        this.trial = trial;
        trial.write("project/alembic.ini", INI);
        env(ENV);
    }

    AlembicProject env(String text) {
        trial.write("project/alembic/env.py", text);
        return this;
    }

    /** Adds a revision; the parents as Python, such as {@code None} or {@code ("a", "b")}. */
    AlembicProject revision(String id, String parents, String upgrade, String downgrade) {
        return revision(id, parents, "", upgrade, downgrade);
    }

    AlembicProject revision(String id, String parents, String further, String upgrade, String downgrade) {
        trial.write(
                "project/alembic/versions/" + id + ".py",
                "\"\"\"Revision " + id + ".\"\"\"\nfrom alembic import op\nimport sqlalchemy as sa\n\nrevision = \""
                        + id
                        + "\"\ndown_revision = " + parents + "\n" + further + "\n\ndef upgrade() -> None:\n"
                        + upgrade.indent(4) + "\n\ndef downgrade() -> None:\n" + downgrade.indent(4));
        return this;
    }

    /** A revision that makes a table, and drops it. */
    AlembicProject table(String id, String parents, String table) {
        return revision(
                id,
                parents,
                "op.create_table(\"" + table
                        + "\", sa.Column(\"id\", sa.Integer, primary_key=True, autoincrement=False))",
                "op.drop_table(\"" + table + "\")");
    }
}
