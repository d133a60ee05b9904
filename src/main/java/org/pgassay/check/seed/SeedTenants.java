package org.pgassay.check.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Identifiers;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.Seeding.Rows;
import org.pgassay.check.Verdict;
import org.pgassay.check.tenancy.Belongings;
import org.pgassay.check.tenancy.Belongings.Reference;
import org.pgassay.check.tenancy.Belongings.Whose;
import org.pgassay.spec.Location;

/** Rows of one tenant must refer to rows of that tenant only. */
record SeedTenants(Names names, Belongings belongings, Location location) implements Check {

    static final String ID = "seed/tenants";

    private static final String EXPECTED = "the same tenant on both sides";

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
        return Looking.NEEDS;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<Finding> crossing = new ArrayList<>();
        long examined = 0;
        int keys = 0;
        for (Reference reference : belongings.references(evidence.catalog())) {
            Rows rows = Looking.rows(evidence, query(reference, evidence.catalog()));
            long all = rows.number();
            long others = Long.parseLong(String.valueOf(rows.rows().get(0).get(1)));
            examined += all;
            keys += all > 0 ? 1 : 0;
            if (others > 0) {
                crossing.add(failed(reference, others));
            }
        }
        String role = evidence.seeding().reader();
        if (!crossing.isEmpty()) {
            return crossing.stream().map(finding -> finding.as(role)).toList();
        }
        return List.of((examined == 0 ? vacuous(evidence) : passed(evidence, keys, examined)).as(role));
    }

    /** A row of no tenant, such as one that all share, is no other tenant's. */
    private static String query(Reference reference, Catalog catalog) {
        Constraint key = reference.key();
        return "select count(*), count(*) filter (where near <> far) from (select "
                + tenant(reference.child(), "c", 0, catalog) + " near, " + tenant(reference.parent(), "p", 0, catalog)
                + " far from " + Joins.from(reference.table(), catalog) + " c join "
                + Joins.from(Joins.to(key).table(), catalog) + " p on " + Joins.on(key, "c", "p") + ") pairs";
    }

    /** The tenant of a row: its own column, or that of the row that a chain of foreign keys leads to. */
    private static String tenant(Whose whose, String row, int hop, Catalog catalog) {
        if (hop == whose.hops().size()) {
            return row + "." + Identifiers.quote(whose.column());
        }
        Constraint via = whose.hops().get(hop);
        String next = row + "_" + (hop + 1);
        return "(select " + tenant(whose, next, hop + 1, catalog) + " from "
                + Joins.from(Joins.to(via).table(), catalog) + " " + next + " where " + Joins.on(via, row, next) + ")";
    }

    private Finding failed(Reference reference, long count) {
        String table = names.subject(reference.table());
        return Finding.failed(
                        this,
                        count + (count == 1 ? " row of " : " rows of ") + table
                                + (count == 1 ? " refers by " : " refer by ")
                                + reference.key().name() + " to rows of "
                                + names.subject(Joins.to(reference.key()).table()) + " of another tenant.",
                        "Let the seeds look the row up within the tenant.",
                        EXPECTED,
                        count + " to another tenant")
                .about(names.subject(reference.table(), reference.key().name()));
    }

    private Finding vacuous(Evidence evidence) {
        return Finding.failed(
                        this,
                        "no row of a tenant's table refers to a row of another such table "
                                + evidence.seeding().when() + ", so there was nothing to look at.",
                        "State what is to be seeded, or leave this out.",
                        EXPECTED,
                        "no such row")
                .as(Verdict.VACUOUS);
    }

    private Finding passed(Evidence evidence, int keys, long examined) {
        return Finding.passed(
                this,
                "all " + examined + " references by " + keys + (keys == 1 ? " foreign key" : " foreign keys")
                        + " between tables of tenants stay within one tenant "
                        + evidence.seeding().when() + ".",
                EXPECTED,
                Math.toIntExact(Math.min(examined, Integer.MAX_VALUE)));
    }
}
