package org.pgassay.postgres.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs what concerns the server as a whole, as {@link PostgresServer#superuser()} in the initial database.
 *
 * <p>On a server of pgAssay's own the connection is kept for the next time: logging in costs more than most of what is run
 * here. On any other server nothing idle stays behind. Safe for use by several threads.
 */
final class Administration implements AutoCloseable {

    private static final int SECONDS_TO_ANSWER = 5;

    private final PostgresServer server;
    private final AtomicReference<@Nullable Connection> idle = new AtomicReference<>();

    Administration(PostgresServer server) {
        this.server = server;
    }

    /** Something to do on a connection in auto-commit mode, which is left so. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Does it; a connection on which something failed is not used again. */
    <T> T with(Work<T> work) throws SQLException {
        Connection connection = take();
        try {
            T result = work.on(connection);
            giveBack(connection);
            return result;
        } catch (SQLException | RuntimeException failure) {
            try {
                connection.close();
            } catch (SQLException second) {
                failure.addSuppressed(second);
            }
            throw failure;
        }
    }

    private Connection take() throws SQLException {
        Connection kept = idle.getAndSet(null);
        if (kept != null && kept.isValid(SECONDS_TO_ANSWER)) {
            return kept;
        }
        if (kept != null) {
            kept.close();
        }
        return server.open(server.initialDatabase());
    }

    private void giveBack(Connection connection) throws SQLException {
        if (!server.ephemeral() || !idle.compareAndSet(null, connection)) {
            connection.close();
        }
    }

    /** Closes what is kept; it may be used on. */
    @Override
    public void close() throws SQLException {
        Connection kept = idle.getAndSet(null);
        if (kept != null) {
            kept.close();
        }
    }
}
