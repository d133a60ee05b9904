package org.pgassay.check.object;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Described;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.spec.Location;

/** An object that is no table must not exist. */
record ObjectAbsent(
        Names names,
        ObjectSort sort,
        StatedObject object,
        @Nullable FunctionKey key) implements Check {

    static final String KIND = "absent";

    @Override
    public String id() {
        return sort.id(KIND);
    }

    @Override
    public String subject() {
        return object.subject();
    }

    @Override
    public Location location() {
        return object.location();
    }

    @Override
    public Set<Need> needs() {
        return sort == ObjectSort.FUNCTION ? Set.of(Need.CATALOG, Need.BLUEPRINT) : Set.of(Need.CATALOG);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Catalog catalog = evidence.catalog();
        Optional<Described> resolved = Optional.empty();
        if (sort == ObjectSort.FUNCTION) {
            Optional<String> fault = evidence.blueprint().fault(ObjectPlanner.part(object));
            if (fault.isPresent()) {
                return List.of(Finding.failed(
                        this,
                        subject() + " cannot be shown to be absent: " + fault.get() + ".",
                        "Correct the argument types, or take it out of the spec.",
                        "absent",
                        "unknown"));
            }
            resolved = Optional.ofNullable(evidence.blueprint().objects().get(ObjectPlanner.part(object)));
        }
        Optional<String> real = sort == ObjectSort.EXTENSION
                ? catalog.extensions().stream()
                        .filter(each -> each.name().equals(object.name().name()))
                        .map(each -> "version " + each.version())
                        .findFirst()
                : CatalogObjects.find(catalog, sort, names, object, resolved)
                        .map(entry -> sort.word() + " " + entry.subject());
        if (real.isPresent()) {
            return List.of(Finding.failed(
                    this,
                    "the " + sort.word() + " " + subject() + " exists, and the spec says that it must not.",
                    "Drop it in a migration, or take it out of the spec.",
                    "absent",
                    real.get()));
        }
        int examined = sort == ObjectSort.EXTENSION
                ? catalog.extensions().size()
                : CatalogObjects.of(catalog, sort, names).size();
        return List.of(Finding.passed(
                this, "the " + sort.word() + " " + subject() + " does not exist.", "absent", Math.max(1, examined)));
    }
}
