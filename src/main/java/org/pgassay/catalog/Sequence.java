package org.pgassay.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sequence; its current value is data and not part of it.
 *
 * @param ownedBy {@code schema.table.column} as SQL, if it is owned by a column
 * @param ownerType the type of that column
 * @param unlogged whether it is UNLOGGED without being owned by a column of such a table
 * @param grants as {@link Table#grants}
 * @param identity whether it stands behind an identity column
 */
public record Sequence(
        QualifiedName name,
        String owner,
        String type,
        long start,
        long increment,
        long minimum,
        long maximum,
        long cache,
        boolean cycle,
        @Nullable String ownedBy,
        @Nullable String ownerType,
        boolean identity,
        boolean unlogged,
        List<Grant> grants,
        @Nullable String comment)
        implements Described {

    /** Copies the list. */
    public Sequence {
        grants = List.copyOf(grants);
    }

    /**
     * Whether it comes with its column, and is of the column's type: behind an identity, or as {@code serial} makes it, with
     * all options as usual; under the name that PostgreSQL gives it.
     */
    public boolean comesWithColumn() {
        boolean plain = start == 1 && increment == 1 && minimum == 1 && maximum == largest() && cache == 1 && !cycle;
        return !unlogged && type.equals(ownerType) && (identity || plain) && SequenceName.isUsual(name.name(), ownedBy);
    }

    /** The largest value of its type. */
    public long largest() {
        return switch (type) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }

    @Override
    public Map<String, String> attributes() {
        return new Attributes()
                .add("type", type)
                .add("start", Long.toString(start))
                .add("increment", Long.toString(increment))
                .add("minimum", Long.toString(minimum))
                .add("maximum", Long.toString(maximum))
                .add("cache", Long.toString(cache))
                .add("cycle", cycle)
                .add("unlogged", unlogged)
                .add("owned by", ownedBy)
                .all();
    }
}
