package org.pgassay.probe.tenancy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Isolation.Attempt;
import org.pgassay.check.Isolation.Operation;

/**
 * What is tried to read rows of a table that are another tenant's, or anybody's.
 *
 * @param mine a row of the tenant that tries
 * @param theirs a row of the other one
 */
record ReadAttacks(Attacker attacker, World world, QualifiedName table, Placed mine, Placed theirs) {

    private static final String HELP =
            "Give the table a policy for SELECT that compares the tenant, and enable and force row security.";

    /** Within the context of a tenant. */
    Attempt read() throws SQLException {
        Verdicts verdicts = new Verdicts(Operation.READ, table, null, attacker.role());
        Answer all = attacker.addresses(table);
        if (all.refusedBy(Refusal.Cause.PRIVILEGE)) {
            return byNumber(verdicts, all);
        } else if (all.refusal() != null) {
            return verdicts.shut(
                    "own rows cannot be read: reading is " + all.refusal().words(),
                    "Correct the policies for SELECT, or the statement under 'tenancy: {context: …}'.");
        }
        Set<String> seen = seen(all);
        List<String> ways = new ArrayList<>();
        if (seen.contains(theirs.address())) {
            ways.add("SELECT shows another tenant's row");
        }
        ways.addAll(furtherWays());
        String own = "own rows are seen";
        if (!ways.isEmpty()) {
            return verdicts.reached(String.join("; ", ways), seen.contains(mine.address()) ? own : "", HELP);
        } else if (!seen.contains(mine.address())) {
            return verdicts.shut(
                    "own rows are not seen either, so that nothing of another tenant's is seen says nothing",
                    "Correct the statement under 'tenancy: {context: …}': it does not make the policies for SELECT show"
                            + " the tenant's rows.");
        }
        return verdicts.denied("no row of another tenant is seen, by any of 3 ways to read", own);
    }

    private static Set<String> seen(Answer answer) {
        return answer.rows().stream().map(row -> row.get(0)).collect(Collectors.toSet());
    }

    /** By a join, by a condition that talks, and by a partition itself. */
    private List<String> furtherWays() throws SQLException {
        List<String> ways = new ArrayList<>();
        Answer joined = attacker.run("select 1 from " + table.sql() + " pgassay_mine where exists (select 1 from "
                + table.sql() + " pgassay_other where pgassay_other.tableoid = " + theirs.table()
                + " and pgassay_other.ctid = '" + theirs.place() + "')");
        if (joined.touched()) {
            ways.add("EXISTS tells of another tenant's row");
        }
        Answer leaked = attacker.run("select 1 from " + table.sql()
                + " pgassay_row where pgassay_probe.leak(cast(pgassay_row as pg_catalog.text))");
        if (leaked.notices().contains(theirs.text())) {
            ways.add("a function in WHERE is shown another tenant's row");
        }
        for (Table partition : partitions()) {
            if (seen(attacker.addresses(partition.name())).contains(theirs.address())) {
                ways.add("the partition " + partition.name().sql() + " itself shows another tenant's row");
            }
        }
        return ways;
    }

    private List<Table> partitions() {
        List<Table> partitions = new ArrayList<>();
        List<QualifiedName> open = new ArrayList<>(List.of(table));
        while (!open.isEmpty()) {
            QualifiedName parent = open.remove(0);
            for (Table each : world.catalog().tables()) {
                if (parent.equals(each.partitionOf())) {
                    partitions.add(each);
                    open.add(each.name());
                }
            }
        }
        return partitions;
    }

    /** Who may read some columns only can count: whether the other's row is among the counted, taking it away tells. */
    private Attempt byNumber(Verdicts verdicts, Answer refused) throws SQLException {
        Answer with = count();
        if (with.refusal() != null) {
            return with.refusedBy(Refusal.Cause.PRIVILEGE)
                    ? verdicts.noAccess("reading is " + refused.words())
                    : verdicts.shut("own rows cannot be counted: that is " + with.words(), HELP);
        }
        Answer without = attacker.undone(() -> {
            attacker.clear(table, theirs.here());
            return count();
        });
        Answer withoutMine = attacker.undone(() -> {
            attacker.clear(table, mine.here());
            return count();
        });
        if (!with.rows().equals(without.rows())) {
            return verdicts.reached("count(*) counts another tenant's row", "", HELP);
        }
        return with.rows().equals(withoutMine.rows())
                ? verdicts.shut("own rows are not counted either", HELP)
                : verdicts.denied("count(*) does not count another tenant's row", "own rows are counted");
    }

    private Answer count() throws SQLException {
        return attacker.run("select pg_catalog.count(*) from " + table.sql());
    }

    /**
     * Without any context.
     *
     * @param readable what came of reading within a tenant
     * @param when when this is tried, for people
     */
    Attempt asNobody(Attempt readable, String when) throws SQLException {
        Verdicts verdicts = new Verdicts(Operation.NO_CONTEXT, table, null, attacker.role());
        Answer all = attacker.addresses(table);
        Set<String> seen = seen(all);
        if (seen.contains(mine.address()) || seen.contains(theirs.address())) {
            return verdicts.reached(
                    "the tenants' rows are seen " + when,
                    "",
                    "Write the policies so that they let no row through where the setting is not set.");
        } else if (all.refusedBy(Refusal.Cause.PRIVILEGE)) {
            return switch (readable.result()) {
                case NO_ACCESS -> verdicts.noAccess("reading is " + all.words());
                case DENIED, REACHED, SHUT, UNTRIED ->
                    verdicts.untried(
                            "the role may read some columns only, and rows are told apart by their places",
                            "Grant SELECT on the table, or waive this.");
            };
        }
        String denied = all.refusal() == null ? "no row is seen" : "reading is " + all.refusal().words();
        return switch (readable.result()) {
            case DENIED, REACHED -> verdicts.denied(denied, "within a tenant its own rows are seen");
            case NO_ACCESS, SHUT, UNTRIED ->
                verdicts.untried(
                        denied + ", but within a tenant no own rows are seen either",
                        "Mend what tenancy/read says first.");
        };
    }
}
