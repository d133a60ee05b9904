package org.pgassay.check.object;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.DatabaseObject;
import org.pgassay.catalog.Described;
import org.pgassay.catalog.Routine;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.ObjectRef;
import org.pgassay.check.object.ObjectsSection.Stated;
import org.pgassay.spec.Location;

/** An object that is no table must exist and have every attribute that its definition gives it, and no other. */
record ObjectDefinition(
        Names names,
        ObjectSort sort,
        StatedObject object,
        Stated stated,
        @Nullable FunctionKey key) implements Check {

    static final String KIND = "definition";

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
        return Set.of(Need.CATALOG, Need.BLUEPRINT);
    }

    @Override
    public Set<ObjectRef> speaksOf(Catalog catalog) {
        return CatalogObjects.named(catalog, sort, names, object)
                .filter(entry -> key == null || key.seemsToMean((Routine) entry.object()))
                .map(entry -> new ObjectRef(sort.kind(), entry.subject()))
                .collect(Collectors.toSet());
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Catalog catalog = evidence.catalog();
        Optional<String> fault = evidence.blueprint().fault(ObjectPlanner.part(object));
        if (fault.isPresent()) {
            return List.of(Finding.failed(
                    this,
                    "the " + sort.word() + " " + subject() + " cannot be as the spec states: " + fault.get() + ".",
                    "Create what the definition names in a migration, or mend the definition.",
                    stated.is().text().strip(),
                    CatalogObjects.named(catalog, sort, names, object)
                            .map(entry -> sort.word() + " " + entry.subject())
                            .findFirst()
                            .orElse("none")));
        }
        Described expected = sort == ObjectSort.OTHER
                ? other()
                : Objects.requireNonNull(
                        evidence.blueprint().objects().get(ObjectPlanner.part(object)),
                        "the blueprint has neither the object nor why not");
        Optional<CatalogObjects.Entry> real = CatalogObjects.find(catalog, sort, names, object, Optional.of(expected));
        if (real.isEmpty()) {
            return List.of(missing(catalog, expected));
        }
        Described observed = real.get().object();
        Comparison comparison = Attributes.compare(sort, stated, expected, observed, names, catalog);
        if (comparison.differing().isEmpty()) {
            return List.of(Finding.passed(
                    this, "the " + sort.word() + " " + subject() + " is as stated.", comparison.all(), 1));
        }
        return List.of(Finding.failed(
                this,
                "the " + sort.word() + " " + subject() + " " + comparison.sentence() + ".",
                "Change it in a migration, or correct the spec.",
                comparison.expectedText(),
                comparison.observedText()));
    }

    /** What PostgreSQL is not asked to make: its definition is compared as the catalog prints it. */
    private Described other() {
        return new DatabaseObject(
                sort.kind(), null, object.name().name(), stated.is().text().strip(), null, null, List.of(), null);
    }

    private Finding missing(Catalog catalog, Described expected) {
        List<String> sameName = CatalogObjects.named(catalog, sort, names, object)
                .map(CatalogObjects.Entry::subject)
                .toList();
        List<String> elsewhere = CatalogObjects.of(catalog, sort, names).stream()
                .filter(entry -> !entry.name().equals(object.name())
                        && entry.name().name().equals(object.name().name()))
                .map(CatalogObjects.Entry::subject)
                .toList();
        String why = "";
        if (!sameName.isEmpty()) {
            why = ": there is " + String.join(", ", sameName);
        } else if (!elsewhere.isEmpty()) {
            why = ": there is " + String.join(", ", elsewhere);
        } else {
            why = otherKind(catalog);
        }
        return Finding.failed(
                this,
                "the " + sort.word() + " " + subject() + " does not exist" + why + ".",
                "Create it in a migration, or take it out of the spec.",
                new Comparison(expected.attributes(), expected.attributes()).all(),
                "none");
    }

    private String otherKind(Catalog catalog) {
        boolean relation =
                sort == ObjectSort.VIEW || sort == ObjectSort.MATERIALIZED_VIEW || sort == ObjectSort.SEQUENCE;
        if (relation && catalog.table(object.name()).isPresent()) {
            return ": " + subject() + " is a table";
        }
        return ObjectSort.defined().stream()
                .filter(other -> other != sort && other.inSchema() && relation)
                .filter(other -> CatalogObjects.named(catalog, other, names, object)
                        .findAny()
                        .isPresent())
                .map(other -> ": " + subject() + " is a " + other.word())
                .findFirst()
                .orElse("");
    }
}
