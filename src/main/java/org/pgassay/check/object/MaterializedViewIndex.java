package org.pgassay.check.object;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.View;
import org.pgassay.check.Blueprint.Part;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.ObjectRef;
import org.pgassay.check.structure.IndexState;
import org.pgassay.check.structure.StructureSection.IndexSpec;
import org.pgassay.spec.Location;

/** An index of a materialized view must exist, be valid and be as stated; or it must not exist. */
record MaterializedViewIndex(Names names, QualifiedName view, String index, IndexSpec stated) implements Check {

    static final String ID = "materialized-view/index";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return names.index(view, index);
    }

    @Override
    public Location location() {
        return stated.location();
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG, Need.BLUEPRINT);
    }

    @Override
    public Set<ObjectRef> speaksOf(Catalog catalog) {
        return real(catalog).stream()
                .map(each -> new ObjectRef(ObjectKind.INDEX, subject()))
                .collect(Collectors.toSet());
    }

    private Optional<View> host(Catalog catalog) {
        return catalog.view(view).filter(View::materialized);
    }

    private Optional<Index> real(Catalog catalog) {
        return host(catalog).stream()
                .flatMap(each -> each.indexes().stream())
                .filter(each -> each.name().equals(index))
                .findFirst();
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Optional<Index> real = real(evidence.catalog());
        String observed = real.map(MaterializedViewIndex::text).orElse("no such index");
        if (stated.absent()) {
            return List.of(absent(host(evidence.catalog()), real, observed));
        }
        Part part = new Part(view, ObjectKind.INDEX, index);
        Optional<String> fault = evidence.blueprint().fault(part);
        if (fault.isPresent()) {
            return List.of(Finding.failed(
                    this,
                    "the index " + subject() + " cannot be as the spec states: " + fault.get() + ".",
                    "Create what the definition names in a migration, or mend the definition.",
                    stated.is().text(),
                    observed));
        }
        String expected = text((Index) Objects.requireNonNull(
                evidence.blueprint().objects().get(part), "the blueprint has neither the index nor why not"));
        if (real.isEmpty()) {
            return List.of(Finding.failed(
                    this,
                    "the materialized view " + names.subject(view) + " has no index " + subject() + ".",
                    "Create the index in a migration, or take it out of the spec.",
                    expected,
                    observed));
        } else if (!expected.equals(observed)) {
            return List.of(Finding.failed(
                    this,
                    "the index " + subject() + " is not as stated: queries that count on it may scan or sort.",
                    "Drop and create the index in a migration, or correct the spec.",
                    expected,
                    observed));
        }
        IndexState state = IndexState.stated(stated);
        IndexState found = IndexState.of(real.get());
        if (state.valid() && !found.valid()) {
            return List.of(Finding.failed(
                    this,
                    "the index " + subject() + " is invalid: no query uses it.",
                    "Run REINDEX INDEX CONCURRENTLY, or drop it and create it again.",
                    state.shown(expected),
                    found.shown(observed)));
        } else if (!state.equals(found)) {
            return List.of(Finding.failed(
                    this,
                    "the index " + subject() + " is defined as stated, but not kept so.",
                    "Alter the index in a migration, or correct the spec.",
                    state.shown(expected),
                    found.shown(observed)));
        }
        return List.of(Finding.passed(this, "the index " + subject() + " is as stated.", observed, 1));
    }

    private Finding absent(Optional<View> host, Optional<Index> real, String observed) {
        if (host.isEmpty()) {
            return Finding.failed(
                    this,
                    "the index " + subject() + " cannot be shown to be absent: the materialized view "
                            + names.subject(view) + " does not exist.",
                    "Create the materialized view in a migration, or state it as absent itself.",
                    "absent",
                    "no materialized view");
        }
        return real.isPresent()
                ? Finding.failed(
                        this,
                        "the index " + subject() + " exists, and the spec says that it must not.",
                        "Drop it in a migration, or take it out of the spec.",
                        "absent",
                        observed)
                : Finding.passed(
                        this,
                        "the index " + subject() + " does not exist.",
                        "absent",
                        1 + host.get().indexes().size());
    }

    private static String text(Index index) {
        return (index.unique() ? "UNIQUE " : "") + "USING " + index.definition();
    }
}
