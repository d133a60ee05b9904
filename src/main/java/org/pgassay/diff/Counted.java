package org.pgassay.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Difference;
import org.pgassay.catalog.Difference.Attribute;
import org.pgassay.catalog.Difference.Compared;
import org.pgassay.catalog.Difference.Sort;
import org.pgassay.catalog.ObjectKind;

/** Finds which objects of two catalogs count on their own, so that one change is one difference. */
final class Counted {

    private static final String PLPGSQL = "plpgsql";
    private static final String OWNER_TYPE = "owner type";
    private static final String INHERITED = "inherited";

    /** What an index is by the constraint that it stands behind. */
    private static final Set<String> OF_CONSTRAINT = Set.of(
            "method", "unique", "nulls not distinct", "keys", "included", "predicate", "definition", "constraint");

    /** What a view's column is by the view's query. */
    private static final Set<String> OF_QUERY = Set.of("type", "collation");

    /** What the sequence of an identity is by its column. */
    private static final Set<String> OF_IDENTITY =
            Set.of("type", OWNER_TYPE, "start", "increment", "minimum", "maximum", "cache", "cycle");

    private final Map<Difference.Key, Compared> all = new HashMap<>();
    private final Map<Difference.Key, Difference.Key> leaders = new HashMap<>();

    private Counted(List<Compared> compared, Catalog left, Catalog right) {
        compared.forEach(each -> all.put(each.key(), each));
        leaders.putAll(Followers.of(left));
        // What follows an object on one side only is judged by that side.
        leaders.putAll(Followers.of(right));
    }

    /** The objects and parts that count, in the order of {@link Difference#compared}. */
    static List<Compared> of(Catalog left, Catalog right) {
        List<Compared> compared = Difference.compared(left, right);
        Counted counted = new Counted(compared, left, right);
        List<Compared> own = new ArrayList<>();
        for (Compared each : compared) {
            Compared plain = counted.withoutDerived(each);
            if (!counted.follows(plain) && !cameWithTheServer(plain)) {
                own.add(plain);
            }
        }
        return own;
    }

    /** plpgsql stands in every database from the start; without it, something has been done. */
    private static boolean cameWithTheServer(Compared each) {
        return each.key().kind() == ObjectKind.EXTENSION && each.key().name().equals(PLPGSQL) && each.sort() == null;
    }

    /**
     * The type of the column that owns a sequence is the column's affair; that what a table has is inherited is the
     * table's, if it got or lost a parent.
     */
    private Compared withoutDerived(Compared each) {
        if (each.sort() != Sort.CHANGED) {
            return each;
        }
        Difference.Key host = each.key().host();
        Compared around = host == null ? null : all.get(host);
        boolean moved = around != null && around.sort() == Sort.CHANGED;
        List<Attribute> own = each.attributes().stream()
                .filter(attribute -> !(each.key().kind() == ObjectKind.SEQUENCE
                        && attribute.name().equals(OWNER_TYPE)))
                .filter(attribute -> !(moved && attribute.name().equals(INHERITED)))
                .toList();
        return new Compared(each.key(), own.isEmpty() ? null : Sort.CHANGED, own);
    }

    private boolean follows(Compared each) {
        Difference.Key key = each.key();
        Compared leader = leaders.containsKey(key) ? all.get(leaders.get(key)) : null;
        if (leader == null) {
            return false;
        }
        if (each.sort() == null) {
            return true;
        }
        if (each.sort() != Sort.CHANGED) {
            return goesAlong(each, leader);
        }
        return leader.sort() == Sort.CHANGED && changesAlong(each, leader);
    }

    private boolean goesAlong(Compared each, Compared leader) {
        if (each.sort() == leader.sort()) {
            return true;
        }
        Difference.@Nullable Key host = each.key().host();
        Compared around = host == null ? null : all.get(host);
        boolean wholeHost = around != null && around.sort() == each.sort();
        // A partition that comes or goes takes along what it has of its parent.
        boolean another = host != null && !host.equals(leader.key().host()) && !host.equals(leader.key());
        boolean otherKind = each.key().kind() != leader.key().kind();
        return (wholeHost && another) || (leader.sort() == Sort.CHANGED && otherKind);
    }

    private static boolean changesAlong(Compared each, Compared leader) {
        if (each.key().kind() == leader.key().kind()) {
            return new HashSet<>(leader.attributes()).containsAll(each.attributes());
        }
        Set<String> implied = switch (each.key().kind()) {
            case INDEX -> OF_CONSTRAINT;
            case COLUMN -> OF_QUERY;
            case SEQUENCE -> OF_IDENTITY;
            case SCHEMA,
                    TABLE,
                    CONSTRAINT,
                    TRIGGER,
                    POLICY,
                    RULE,
                    VIEW,
                    MATERIALIZED_VIEW,
                    FUNCTION,
                    TYPE,
                    EXTENSION,
                    COLLATION,
                    STATISTICS,
                    EVENT_TRIGGER,
                    PUBLICATION,
                    FOREIGN_SERVER,
                    DEFAULT_PRIVILEGES,
                    OTHER -> Set.of();
        };
        return each.attributes().stream().allMatch(attribute -> implied.contains(attribute.name()));
    }
}
