package org.pgassay.postgres.blueprint;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.DatabaseObject;
import org.pgassay.catalog.Described;
import org.pgassay.catalog.Rule;
import org.pgassay.catalog.Trigger;
import org.pgassay.check.Blueprint.Part;
import org.pgassay.check.ObjectFragments;
import org.pgassay.check.StructurePlan.PlannedObject;

/**
 * Sees two spellings of one object as the same, as {@link Respelling} does for expressions of tables: where the stated and
 * the real object print differently, both prints are parsed and printed once more, and if any two agree, the real object
 * takes the stated one's place.
 */
final class ObjectRespelling {

    /** What PostgreSQL prints from a parsed expression or query. */
    private static final Set<String> PRINTED =
            Set.of("query", "definition", "arguments", "body", "using", "with check");

    /** What another statement than CREATE sets. */
    private static final Set<String> UNMADE = Set.of("enabled", "owned by");

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
                .filter(each -> differsInPrintOnly(object, each))
                .ifPresent(each -> real.put(part, as(object, each))));
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
                    || right.equals(attributes(expected, part))
                    || (left.isPresent() && left.equals(right));
            if (same) {
                respelt.put(part, object);
            }
        });
        return respelt;
    }

    /** Attributes that are no expressions have one spelling: where they differ, nothing else can make the objects equal. */
    private static boolean differsInPrintOnly(Described expected, Described actual) {
        Map<String, String> left = new LinkedHashMap<>(expected.attributes());
        Map<String, String> right = new LinkedHashMap<>(actual.attributes());
        boolean differs = PRINTED.stream().anyMatch(name -> !Objects.equals(left.get(name), right.get(name)));
        left.keySet().removeAll(UNMADE);
        right.keySet().removeAll(UNMADE);
        left.keySet().removeAll(PRINTED);
        right.keySet().removeAll(PRINTED);
        return differs && left.equals(right);
    }

    /** The real object with the state of the stated one, which no definition has in it. */
    private static Described as(Described expected, Described actual) {
        if (expected instanceof Trigger stated && actual instanceof Trigger real) {
            return new Trigger(real.name(), real.definition(), stated.enabled(), stated.comment());
        } else if (expected instanceof Rule stated && actual instanceof Rule real) {
            return new Rule(real.name(), real.definition(), stated.enabled(), stated.comment());
        } else if (expected instanceof DatabaseObject stated && actual instanceof DatabaseObject real) {
            return new DatabaseObject(
                    real.kind(),
                    real.schema(),
                    real.name(),
                    real.definition(),
                    stated.enabled(),
                    real.owner(),
                    real.grants(),
                    real.comment());
        }
        return actual;
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
