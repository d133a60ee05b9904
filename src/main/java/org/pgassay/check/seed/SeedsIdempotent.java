package org.pgassay.check.seed;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgassay.catalog.Identifiers;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.Seeding.Again;
import org.pgassay.check.Seeding.Change;
import org.pgassay.check.Seeding.Failure;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;

/** Running all seeds a second time must give no error, and leave every row of every table as it was. */
record SeedsIdempotent(Names names, Location location) implements Check {

    static final String ID = "seed/idempotent";

    private static final String EXPECTED = "a second run changes nothing";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return "seeds";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG, Need.SEEDS);
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Again again = evidence.seeding().again();
        Failure failure = again.failure();
        if (failure != null) {
            return List.of(failed(failure).as(again.role()));
        } else if (!again.changes().isEmpty()) {
            return again.changes().stream()
                    .map(change ->
                            changed(change).about(names.subject(change.table())).as(again.role()))
                    .toList();
        } else if (again.rows() == 0) {
            return List.of(Finding.failed(
                            this,
                            "no table holds a row after the seeds, so that a second run changes none says nothing.",
                            "See why the seeds put nothing in.",
                            "rows",
                            "none")
                    .as(Verdict.VACUOUS)
                    .as(again.role()));
        }
        return List.of(Finding.passed(
                        this,
                        "a second run of all seeds gives no error, and leaves all " + again.rows() + " rows of "
                                + again.tables() + (again.tables() == 1 ? " table" : " tables")
                                + " as they were, by their digests.",
                        EXPECTED,
                        Math.toIntExact(Math.min(again.rows(), Integer.MAX_VALUE)))
                .as(again.role()));
    }

    private Finding failed(Failure failure) {
        return Finding.failed(
                this,
                "a second run fails in " + failure.step().name() + ", at "
                        + failure.at().file() + ":"
                        + failure.at().line() + ": " + failure.message()
                        + (failure.message().endsWith(".") ? "" : "."),
                "Let the seeds pass over what is there already, as INSERT … ON CONFLICT DO NOTHING does.",
                EXPECTED,
                failure.message());
    }

    private Finding changed(Change change) {
        String table = names.subject(change.table());
        long more = change.after() - change.before();
        if (more != 0) {
            return Finding.failed(
                    this,
                    table + " has " + change.before() + (change.before() == 1 ? " row" : " rows")
                            + " after the first run and " + change.after() + " after the second: the second one "
                            + (more > 0 ? "puts rows in again." : "takes rows away."),
                    more > 0
                            ? "Give the rows a key that does not change from run to run, with a unique constraint, and insert"
                                    + " them with ON CONFLICT DO NOTHING."
                            : "Delete nothing that the seeds themselves put in.",
                    change.before() + (change.before() == 1 ? " row" : " rows"),
                    change.after() + (change.after() == 1 ? " row" : " rows"));
        }
        String columns = change.columns().stream().map(Identifiers::quote).collect(Collectors.joining(", "));
        return Finding.failed(
                this,
                columns.isEmpty()
                        ? "a second run leaves the same values in " + table + ", and in other rows than before."
                        : "a second run changes rows of " + table + ", in " + columns + ".",
                "Change a row only where it differs: ON CONFLICT … DO UPDATE … WHERE, or DO NOTHING.",
                "the same rows",
                columns.isEmpty() ? "values in other rows" : "other values in " + columns);
    }
}
