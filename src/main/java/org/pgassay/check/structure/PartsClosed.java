package org.pgassay.check.structure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;

/**
 * Every column, index or constraint of a table must be named in the spec.
 *
 * @param named the names that the spec states
 * @param nameless for constraints, those that the spec states with their column and without a name
 */
record PartsClosed(
        Names names, What what, QualifiedName table, Set<String> named, Set<String> nameless, Location location)
        implements Check {

    /** What the spec names all of. */
    enum What {
        COLUMNS("column/closed", "column"),
        INDEXES("index/closed", "index"),
        CONSTRAINTS("constraint/closed", "constraint");

        final String id;
        final String word;

        What(String id, String word) {
            this.id = id;
            this.word = word;
        }
    }

    /** Copies the sets. */
    PartsClosed {
        named = Set.copyOf(named);
        nameless = Set.copyOf(nameless);
    }

    @Override
    public String id() {
        return what.id;
    }

    @Override
    public String subject() {
        return names.subject(table);
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG, Need.BLUEPRINT);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Optional<Table> found = evidence.catalog().table(table);
        if (found.isEmpty()) {
            return List.of(Finding.failed(
                            this,
                            Tables.missing(evidence.catalog(), table, names) + ", so that the spec names every "
                                    + what.word + " of it says nothing.",
                            "Create the table in a migration.",
                            "table " + subject(),
                            "none")
                    .as(Verdict.VACUOUS));
        }
        TreeMap<String, String> parts = parts(found.get());
        Set<String> covered = covered(evidence, found.get());
        List<Finding> findings = new ArrayList<>();
        parts.forEach((name, definition) -> {
            if (!named.contains(name) && !covered.contains(name)) {
                findings.add(unnamed(name, definition));
            }
        });
        if (!findings.isEmpty()) {
            return findings;
        }
        // The table itself was looked at too: one without any index keeps the closed world honestly.
        return List.of(Finding.passed(
                this,
                "the spec names every " + what.word + " of " + subject() + ".",
                parts.size() + " of " + parts.size() + " named",
                1 + parts.size()));
    }

    private Finding unnamed(String name, String definition) {
        String part = what == What.INDEXES ? names.index(table, name) : names.subject(table, name);
        return Finding.failed(
                        this,
                        "the " + what.word + " " + part + " is not in the spec, which names every " + what.word + " of "
                                + subject() + ".",
                        "Add it to the spec, or drop it in a migration.",
                        "no such " + what.word,
                        definition)
                .about(part);
    }

    private TreeMap<String, String> parts(Table found) {
        TreeMap<String, String> parts = new TreeMap<>();
        switch (what) {
            case COLUMNS -> {
                for (Column column : found.columns()) {
                    parts.put(column.name(), Definitions.column(column));
                }
            }
            case INDEXES -> {
                for (Index index : found.indexes()) {
                    if (index.secondary()) {
                        parts.put(index.name(), Definitions.index(index));
                    }
                }
            }
            case CONSTRAINTS -> {
                for (Constraint constraint : found.constraints()) {
                    if (!constraint.inherited()) {
                        parts.put(constraint.name(), constraint.definition());
                    }
                }
            }
        }
        return parts;
    }

    /**
     * The real names of the constraints that the spec states without one. Each covers one constraint and no more, or a
     * second CHECK on the same column would go unseen.
     */
    private Set<String> covered(Evidence evidence, Table found) {
        List<Constraint> stated = evidence.blueprint().expected().table(table).stream()
                .flatMap(each -> each.constraints().stream())
                .filter(each -> nameless.contains(each.name()))
                .toList();
        Set<String> covered = new HashSet<>();
        List<Constraint> open = new ArrayList<>();
        for (Constraint each : stated) {
            if (!cover(covered, found, other -> other.definition().equals(each.definition()))) {
                open.add(each);
            }
        }
        for (Constraint each : open) {
            cover(
                    covered,
                    found,
                    other -> other.type() == each.type() && other.columns().equals(each.columns()));
        }
        return covered;
    }

    private boolean cover(Set<String> covered, Table found, Predicate<Constraint> matches) {
        Optional<String> match = found.constraints().stream()
                .filter(each -> !named.contains(each.name()) && !covered.contains(each.name()))
                .filter(matches)
                .map(Constraint::name)
                .findFirst();
        match.ifPresent(covered::add);
        return match.isPresent();
    }
}
