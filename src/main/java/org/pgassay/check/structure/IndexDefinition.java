package org.pgassay.check.structure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Blueprint;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.ObjectRef;
import org.pgassay.spec.Location;
import org.pgassay.spec.SourceText;

/** An index must exist, be valid, and have the method, keys, order, INCLUDE columns, predicate and uniqueness stated. */
record IndexDefinition(
        Names names, QualifiedName table, String index, SourceText stated, IndexState state, Location location)
        implements Check {

    static final String ID = "index/definition";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return names.index(table, index);
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG, Need.BLUEPRINT);
    }

    @Override
    public Set<ObjectRef> speaksOf(Catalog catalog) {
        return catalog.table(table).flatMap(each -> each.index(index)).isPresent()
                ? Set.of(new ObjectRef(ObjectKind.INDEX, subject()))
                : Set.of();
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Optional<Index> observed = evidence.catalog().table(table).flatMap(each -> each.index(index));
        Optional<String> fault = evidence.blueprint().fault(new Blueprint.Part(table, ObjectKind.INDEX, index));
        if (fault.isPresent()) {
            return List.of(Finding.failed(
                    this,
                    "the index " + subject() + " cannot be as the spec states: " + fault.get() + ".",
                    "Create what the definition names in a migration, or mend the definition.",
                    stated.text(),
                    observed.map(Definitions::index).orElse("no such index")));
        }
        Index expected = evidence.blueprint()
                .expected()
                .table(table)
                .flatMap(each -> each.index(index))
                .orElseThrow();
        if (observed.isEmpty()) {
            return List.of(missing(evidence, expected));
        }
        if (!Definitions.index(expected).equals(Definitions.index(observed.get()))) {
            return List.of(Finding.failed(
                    this,
                    "the index " + subject() + " is not as stated: queries that count on it may scan or sort.",
                    "Drop and create the index in a migration, or correct the spec.",
                    Definitions.index(expected),
                    Definitions.index(observed.get())));
        }
        IndexState found = IndexState.of(observed.get());
        if (state.valid() && !found.valid()) {
            return List.of(Finding.failed(
                    this,
                    "the index " + subject() + " is invalid: no query uses it, and every write pays for it.",
                    "Run REINDEX INDEX CONCURRENTLY, or drop it and create it again.",
                    state.shown(Definitions.index(expected)),
                    found.shown(Definitions.index(observed.get()))));
        } else if (!state.equals(found)) {
            return List.of(Finding.failed(
                    this,
                    "the index " + subject() + " is defined as stated, but not kept so.",
                    "Alter the index in a migration, or correct the spec.",
                    state.shown(Definitions.index(expected)),
                    found.shown(Definitions.index(observed.get()))));
        }
        return List.of(Finding.passed(
                this, "the index " + subject() + " is as stated.", Definitions.index(observed.get()), 1));
    }

    private Finding missing(Evidence evidence, Index expected) {
        Optional<Table> found = evidence.catalog().table(table);
        Optional<Table> other = evidence.catalog().tables().stream()
                .filter(each -> each.name().schema().equals(table.schema()))
                .filter(each -> each.index(index).isPresent())
                .findFirst();
        Optional<Index> twin = found.stream()
                .flatMap(each -> each.indexes().stream())
                .filter(each -> Definitions.index(each).equals(Definitions.index(expected)))
                .findFirst();
        String why = "";
        String observed = "no such index";
        if (found.isEmpty()) {
            why = ": " + Tables.missing(evidence.catalog(), table, names);
        } else if (other.isPresent()) {
            why = ": an index of that name belongs to "
                    + names.subject(other.get().name());
        } else if (twin.isPresent()) {
            why = ": " + names.index(table, twin.get().name()) + " is defined like it";
            observed = twin.get().name() + ": " + Definitions.index(twin.get());
        }
        return Finding.failed(
                this,
                names.subject(table) + " has no index " + subject() + why + ".",
                "Create the index in a migration, or take it out of the spec.",
                Definitions.index(expected),
                observed);
    }
}
