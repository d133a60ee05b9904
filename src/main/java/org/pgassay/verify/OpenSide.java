package org.pgassay.verify;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.diff.Side;

/** One side of a comparison, open for reading. */
interface OpenSide extends AutoCloseable {

    /** The major version of the PostgreSQL that prints its definitions. */
    int version();

    /** The schemas that it is about; null for all that it has. */
    @Nullable List<String> scope();

    /** Every schema that it has, but those of the system and of extensions. */
    List<String> allSchemas() throws SQLException;

    /** Reads these schemas; those that it does not have are left out. */
    Side read(String label, List<String> schemas) throws SQLException;

    @Override
    void close();
}
