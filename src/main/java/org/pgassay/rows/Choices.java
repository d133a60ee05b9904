package org.pgassay.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values that a column may take in a row that is sought.
 *
 * @param column its name
 * @param type as SQL; for a domain the type that it is over
 * @param collation as SQL; null for the type's own
 * @param values the best first; null stands for null
 */
public record Choices(String column, String type, @Nullable String collation, List<@Nullable String> values) {

    /** Copies the list, which may hold null. */
    public Choices {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** The same choice without alternatives. */
    public Choices only(int position) {
        return new Choices(column, type, collation, values.subList(position, position + 1));
    }
}
