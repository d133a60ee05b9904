package org.pgassay.migration;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.pgassay.sql.Statements;

/** Has a say in the statements that {@link SqlRunner} runs. */
public interface Escort {

    /** Lets every statement be run as it stands, and no error pass. */
    Escort NONE = new Escort() {};

    /** Why a statement must not be run; null if it may. */
    default @Nullable String refusal(Statements.Statement statement) {
        return null;
    }

    /**
     * Is told before a statement is run.
     *
     * @throws SQLException if the connection is lost
     */
    default void before(Statements.Statement statement) throws SQLException {}

    /**
     * Is told after a statement was run without error.
     *
     * @throws SQLException if the connection is lost
     */
    default void after(Statements.Statement statement) throws SQLException {}

    /** Is told what PostgreSQL said to a statement that it refused. */
    default void refused(SQLException error) {}

    /**
     * Whether the statements behind one that failed are to be run.
     *
     * @param failure made of the error that it was told of last
     * @throws SQLException if the connection is lost
     */
    default boolean goesOn(MigrationRun.Failure failure) throws SQLException {
        return false;
    }

    /** Whether a file may leave a transaction open, because somebody else ends it. */
    default boolean spansFiles() {
        return false;
    }
}
