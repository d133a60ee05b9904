package org.pgassay.check;

import java.util.List;
import java.util.function.Consumer;
import org.pgassay.catalog.QualifiedName;

/**
 * The values that rows hold: those of the migrations and seeds, or of a database that is read as it stands, of which
 * nothing but reading is done.
 *
 * <p>All throw {@link UntriedException} where values cannot be read, with the reason, which never holds a value.
 */
public interface StoredValues {

    /** Whose rows these are, for a message: {@code the migrated database}. */
    String source();

    /** The columns of the spec's tables that may hold text, in a fixed order; what a partition holds its parent holds. */
    List<Place> textColumns();

    /**
     * Hands over each value of a column that is not null.
     *
     * @return how many rows there are
     */
    long read(Place column, Consumer<Value> each);

    /** A column. */
    record Place(QualifiedName table, String column) {}

    /**
     * A value.
     *
     * @param text as PostgreSQL prints it; of {@code bytea}, one character a byte
     * @param binary whether it is of {@code bytea}
     */
    record Value(String text, boolean binary) {}
}
