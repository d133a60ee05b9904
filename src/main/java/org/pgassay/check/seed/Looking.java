package org.pgassay.check.seed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.Seeding.Answer;
import org.pgassay.check.Seeding.Refused;
import org.pgassay.check.Seeding.Rows;
import org.pgassay.check.UntriedException;
import org.pgassay.spec.Suggestions;

/** What checks share that look at the rows of tables. */
final class Looking {

    static final Set<Need> NEEDS = Set.of(Need.CATALOG, Need.SEEDS);

    private Looking() {}

    /** The table of that name; otherwise what is wrong. */
    static Optional<Finding> missing(Check check, QualifiedName table, Names names, Catalog catalog) {
        if (catalog.table(table).isPresent()) {
            return Optional.empty();
        }
        List<String> known =
                catalog.tables().stream().map(Table::name).map(names::subject).toList();
        return Optional.of(Finding.failed(
                check,
                "there is no table " + table.sql() + Suggestions.didYouMean(names.subject(table), known)
                        + ", so it holds no seed data.",
                "Correct the name.",
                "a table " + table.sql(),
                "none"));
    }

    /** The rows that a query of pgAssay's own gives. */
    static Rows rows(Evidence evidence, String query) {
        Answer answer = evidence.seeding().read(query);
        if (answer instanceof Refused refused) {
            throw forbidden(evidence, refused)
                    .<RuntimeException>map(each -> each)
                    .orElseGet(() -> new IllegalStateException(refused.message()));
        }
        return (Rows) answer;
    }

    /** That a role may not see all rows leaves the question open. */
    static Optional<UntriedException> forbidden(Evidence evidence, Refused refused) {
        return refused.forbidden()
                ? Optional.of(new UntriedException(
                        "the role " + evidence.seeding().reader() + " may not see all rows: " + refused.message(),
                        "Read the database as a role that may."))
                : Optional.empty();
    }
}
