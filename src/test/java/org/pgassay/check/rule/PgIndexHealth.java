package org.pgassay.check.rule;

import io.github.mfvanek.pg.connection.PgConnection;
import io.github.mfvanek.pg.connection.PgConnectionImpl;
import io.github.mfvanek.pg.connection.host.PgHostImpl;
import io.github.mfvanek.pg.core.checks.common.Diagnostic;
import io.github.mfvanek.pg.core.checks.host.StandardChecksOnHost;
import io.github.mfvanek.pg.model.column.ColumnNameAware;
import io.github.mfvanek.pg.model.constraint.ConstraintNameAware;
import io.github.mfvanek.pg.model.constraint.ConstraintsAware;
import io.github.mfvanek.pg.model.dbobject.DbObject;
import io.github.mfvanek.pg.model.index.DuplicatedIndexes;
import io.github.mfvanek.pg.model.index.IndexNameAware;
import io.github.mfvanek.pg.model.table.TableNameAware;
import java.lang.reflect.Proxy;
import java.util.List;
import javax.sql.DataSource;
import org.pgassay.postgres.server.PostgresServer;

/** What pg-index-health finds in a database, named as pgAssay names it. */
final class PgIndexHealth {

    private final PgConnection connection;

    PgIndexHealth(PostgresServer server, String database) {
        DataSource source = (DataSource) Proxy.newProxyInstance(
                PgIndexHealth.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getConnection" -> server.open(database);
                    case "toString" -> "a database of " + server.version();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        connection = PgConnectionImpl.of(source, PgHostImpl.ofUrl("jdbc:postgresql://localhost:5432/" + database));
    }

    /** What a diagnostic finds; an object that is found together with others is in a list with them. */
    List<List<String>> found(Diagnostic diagnostic) {
        return new StandardChecksOnHost()
                .apply(connection).stream()
                        .filter(check -> check.getName().equals(diagnostic.getName()))
                        .flatMap(check -> check.check().stream())
                        .map(PgIndexHealth::names)
                        .toList();
    }

    private static List<String> names(DbObject object) {
        if (object instanceof DuplicatedIndexes indexes) {
            return indexes.getIndexNames();
        } else if (object instanceof ConstraintsAware constraints) {
            return constraints.getConstraints().stream()
                    .map(PgIndexHealth::constraint)
                    .toList();
        } else if (object instanceof ConstraintNameAware constraint) {
            return List.of(constraint(constraint));
        } else if (object instanceof IndexNameAware index) {
            return List.of(index.getIndexName());
        } else if (object instanceof ColumnNameAware column) {
            return List.of(column.getTableName() + "." + column.getColumnName());
        } else if (object instanceof TableNameAware table) {
            return List.of(table.getTableName());
        }
        return List.of(object.getName());
    }

    private static String constraint(ConstraintNameAware constraint) {
        return constraint.getTableName() + "." + constraint.getConstraintName();
    }
}
