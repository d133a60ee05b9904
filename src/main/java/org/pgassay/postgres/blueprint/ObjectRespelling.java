package org.pgassay.postgres.blueprint;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Described;
import org.pgassay.check.Blueprint.Part;
import org.pgassay.check.ObjectFragments;
import org.pgassay.check.StructurePlan.PlannedObject;

/**
 * Sees two spellings of one object as the same, as {@link Respelling} does for expressions of tables: where the stated and
 * the real object print differently, both prints are parsed and printed once more, and if any two agree, the real object
 * takes the stated one's place.
 */
final class ObjectRespelling {

    private final Connection connection;
    private final Scratch scratch;
    private final Catalog actual;

    ObjectRespelling(Connection connection, Scratch scratch, Catalog actual) {
        this.connection = connection;
        this.scratch = scratch;
        this.actual = actual;
    }

    /** The stated objects, in the real ones' spelling where both say the same. */
    Map<Part, Described> of(Map<Part, Described> expected) throws SQLException {
        Map<Part, Described> real = new LinkedHashMap<>();
        expected.forEach((part, object) -> ActualObjects.of(actual, part, object)
                .filter(each -> !each.attributes().equals(object.attributes()))
                .ifPresent(each -> real.put(part, each)));
        if (real.isEmpty()) {
            return expected;
        }
        Map<Part, Described> stated = new LinkedHashMap<>(expected);
        stated.keySet().retainAll(real.keySet());
        Map<Part, Described> statedAgain = again(stated);
        Map<Part, Described> realAgain = again(real);
        Map<Part, Described> respelt = new LinkedHashMap<>(expected);
        real.forEach((part, object) -> {
            Optional<Map<String, String>> left = attributes(statedAgain, part);
            Optional<Map<String, String>> right = attributes(realAgain, part);
            boolean same = left.equals(Optional.of(object.attributes()))
                    || right.equals(Optional.of(expected.get(part).attributes()))
                    || (left.isPresent() && left.equals(right));
            if (same) {
                respelt.put(part, object);
            }
        });
        return respelt;
    }

    private static Optional<Map<String, String>> attributes(Map<Part, Described> objects, Part part) {
        return Optional.ofNullable(objects.get(part)).map(Described::attributes);
    }

    /** Makes objects from their own print; what PostgreSQL refuses is left out, and so stays as it was. */
    private Map<Part, Described> again(Map<Part, Described> objects) throws SQLException {
        List<PlannedObject> plan = new ArrayList<>();
        objects.forEach((part, object) -> ObjectFragments.again(part, object).ifPresent(plan::add));
        Savepoint before = connection.setSavepoint();
        try {
            return ScratchObjects.make(scratch, actual, plan, (piece, error) -> {});
        } finally {
            connection.rollback(before);
        }
    }
}
