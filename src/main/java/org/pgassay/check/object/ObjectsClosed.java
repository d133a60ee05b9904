package org.pgassay.check.object;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Described;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Routine;
import org.pgassay.catalog.Sequence;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;

/**
 * Every object of a kind must be named in the spec.
 *
 * @param named the objects that the spec states and that may exist
 * @param keys of functions, by the object
 * @param extensions the extensions that the spec names anywhere
 */
record ObjectsClosed(
        Names names,
        ObjectSort sort,
        Set<StatedObject> named,
        Map<StatedObject, FunctionKey> keys,
        Set<String> extensions,
        Location location)
        implements Check {

    static final String KIND = "closed";

    /** Stands in every database from the start; no migration made it. */
    private static final String BUILT_IN = "plpgsql";

    private static final Map<String, Long> MAXIMA =
            Map.of("smallint", (long) Short.MAX_VALUE, "integer", (long) Integer.MAX_VALUE, "bigint", Long.MAX_VALUE);

    /** Copies the collections. */
    ObjectsClosed {
        named = Set.copyOf(named);
        keys = Map.copyOf(keys);
        extensions = Set.copyOf(extensions);
    }

    @Override
    public String id() {
        return sort.id(KIND);
    }

    @Override
    public String subject() {
        return sort.kind().plural();
    }

    @Override
    public Set<Need> needs() {
        return sort == ObjectSort.FUNCTION ? Set.of(Need.CATALOG, Need.BLUEPRINT) : Set.of(Need.CATALOG);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Catalog catalog = evidence.catalog();
        List<String> all = new ArrayList<>();
        List<String> unnamed = new ArrayList<>();
        if (sort == ObjectSort.EXTENSION) {
            catalog.extensions().stream().map(each -> each.name()).forEach(name -> {
                all.add(name);
                if (!name.equals(BUILT_IN) && !extensions.contains(name)) {
                    unnamed.add(Identifiers.quote(name));
                }
            });
        } else {
            Set<Object> stated = sort == ObjectSort.FUNCTION ? functions(evidence) : plainNames();
            CatalogObjects.of(catalog, sort, names).forEach(entry -> {
                all.add(entry.subject());
                if (!stated.contains(identity(entry)) && !standsBehindColumn(entry.object())) {
                    unnamed.add(entry.subject());
                }
            });
        }
        return findings(catalog, all.size(), unnamed);
    }

    private List<Finding> findings(Catalog catalog, int all, List<String> unnamed) {
        if (CatalogObjects.count(catalog) == 0) {
            return List.of(Finding.failed(
                            this,
                            "the database has no object at all, so that the spec names all " + sort.plural()
                                    + " says nothing.",
                            "Check that the migrations and 'schemas' are the right ones.",
                            "objects",
                            "none")
                    .as(Verdict.VACUOUS));
        }
        List<Finding> findings = unnamed.stream()
                .map(subject -> Finding.failed(
                                this,
                                "the " + sort.word() + " " + subject + " is not in the spec, which names all "
                                        + sort.plural() + ".",
                                "Add it to the spec, or drop it in a migration.",
                                "no such " + sort.word(),
                                sort.word() + " " + subject)
                        .about(subject))
                .toList();
        if (!findings.isEmpty()) {
            return findings;
        }
        String what = all == 0
                ? "there are no " + sort.plural() + ", and the spec names none that must not be."
                : "the spec names all " + sort.plural() + " that there are.";
        return List.of(Finding.passed(this, what, sort.plural() + ": " + all, Math.max(1, all)));
    }

    private static Object identity(CatalogObjects.Entry entry) {
        return entry.object() instanceof Routine routine
                ? List.of(entry.name(), routine.argumentTypes())
                : entry.name();
    }

    private Set<Object> plainNames() {
        return named.stream().map(StatedObject::name).collect(Collectors.toSet());
    }

    /** The functions by name and argument types; of one that could not be made, as far as the spec alone tells them. */
    private Set<Object> functions(Evidence evidence) {
        Set<Object> stated = new HashSet<>();
        for (StatedObject object : named) {
            Described made = evidence.blueprint().objects().get(ObjectPlanner.part(object));
            if (made instanceof Routine routine) {
                stated.add(List.of(object.name(), routine.argumentTypes()));
                continue;
            }
            FunctionKey key = keys.get(object);
            evidence.catalog().routines().stream()
                    .filter(routine -> routine.name().equals(object.name()) && key != null && key.seemsToMean(routine))
                    .forEach(routine -> stated.add(List.of(object.name(), routine.argumentTypes())));
        }
        return stated;
    }

    /** A sequence behind an identity column, and that of a serial column, is named with its column. */
    private static boolean standsBehindColumn(Described object) {
        return object instanceof Sequence sequence
                && (sequence.identity() || (sequence.ownedBy() != null && hasDefaults(sequence)));
    }

    private static boolean hasDefaults(Sequence sequence) {
        return sequence.start() == 1
                && sequence.increment() == 1
                && sequence.minimum() == 1
                && sequence.cache() == 1
                && !sequence.cycle()
                && MAXIMA.getOrDefault(sequence.type(), 0L) == sequence.maximum();
    }
}
