package org.pgassay.probe.tenancy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.View;
import org.pgassay.check.Isolation.Attempt;
import org.pgassay.check.Isolation.Belonging;
import org.pgassay.check.Isolation.Operation;

/**
 * What a tenant sees through a view: nothing may change in it when another tenant's rows vanish, whatever the view makes of
 * the rows.
 *
 * @param mine the tenant that looks
 * @param theirs the other one
 */
record ViewAttacks(Attacker attacker, World world, Tenant mine, Tenant theirs) {

    private static final String HELP =
            "Let the view read as who queries it: ALTER VIEW … SET (security_invoker = true), on PostgreSQL 15 or later;"
                    + " or filter by tenant in the view, behind security_barrier.";

    /** What is seen, and what a function in WHERE is shown. */
    private record Sight(List<String> rows, List<String> leaked) {}

    /** Nothing for a view that the role may not read. */
    Optional<Attempt> attempt(QualifiedName view) throws SQLException {
        Verdicts verdicts = new Verdicts(Operation.VIEW, view, null, attacker.role());
        Answer first = rows(view);
        if (first.refusedBy(Refusal.Cause.PRIVILEGE)) {
            return Optional.empty();
        } else if (first.refusal() != null) {
            return Optional.of(verdicts.untried("reading it is " + first.words(), HELP));
        }
        Sight before = sight(view);
        if (!before.equals(sight(view))) {
            return Optional.of(verdicts.untried(
                    "it shows other rows each time it is read", "Take what is random out of the view, or waive this."));
        }
        return Optional.of(judged(
                verdicts, before, without(view, theirs), without(view, mine)));
    }

    private static Attempt judged(Verdicts verdicts, Sight before, Sight withoutTheirs, Sight withoutMine) {
        boolean own = !before.rows().equals(withoutMine.rows());
        String control = own ? "own rows are seen through it" : "";
        if (!before.rows().equals(withoutTheirs.rows())) {
            return verdicts.reached("what it shows depends on another tenant's rows", control, HELP);
        } else if (!before.leaked().equals(withoutTheirs.leaked())) {
            return verdicts.reached(
                    "a function in WHERE is shown another tenant's rows, which the view then hides",
                    control,
                    "Run ALTER VIEW … SET (security_barrier = true), or security_invoker = true.");
        }
        return own
                ? verdicts.denied("nothing changes in it when another tenant's rows vanish", control)
                : verdicts.untried(
                        "it shows nothing of the own rows either",
                        "State under 'behaviour: {sampleRows: …}' rows that the view shows.");
    }

    /** The view once a tenant's rows have vanished. */
    private Sight without(QualifiedName view, Tenant tenant) throws SQLException {
        return attacker.undone(() -> {
            List<Belonging> tables = new ArrayList<>(world.plan().tables());
            // What belongs to a tenant through a parent goes first: afterwards nobody could tell.
            Collections.reverse(tables);
            for (Belonging table : tables) {
                attacker.clear(table.table(), world.condition(table, tenant.values()));
            }
            boolean materialized = world.catalog().view(view).map(View::materialized).orElse(false);
            if (materialized) {
                attacker.refresh(view);
            }
            return sight(view);
        });
    }

    private Sight sight(QualifiedName view) throws SQLException {
        Answer leaked = attacker.run("select 1 from " + view.sql()
                + " pgassay_row where pgassay_probe.leak(cast(pgassay_row as pg_catalog.text))");
        List<String> rows =
                rows(view).rows().stream().map(row -> row.get(0)).sorted().toList();
        return new Sight(rows, leaked.notices().stream().sorted().toList());
    }

    private Answer rows(QualifiedName view) throws SQLException {
        return attacker.run("select cast(pgassay_row as pg_catalog.text) from " + view.sql() + " pgassay_row");
    }
}
