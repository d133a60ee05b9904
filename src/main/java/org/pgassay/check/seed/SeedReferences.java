package org.pgassay.check.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Table;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.Seeding.Rows;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;

/** Every row must have the parent that a foreign key names, also where PostgreSQL has not been made to look. */
record SeedReferences(Names names, Location location) implements Check {

    static final String ID = "seed/references";

    private static final String EXPECTED = "a parent for each row";

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
        Catalog catalog = evidence.catalog();
        List<Finding> broken = new ArrayList<>();
        long examined = 0;
        int keys = 0;
        for (Table table : catalog.tables()) {
            for (Constraint key : table.constraints()) {
                if (looksAtRows(table, key)) {
                    List<Long> counts = counts(evidence, query(table, key, catalog));
                    examined += counts.get(0);
                    keys += counts.get(0) > 0 ? 1 : 0;
                    if (counts.get(1) > 0) {
                        broken.add(failed(table, key, counts.get(1)));
                    }
                }
            }
        }
        String role = evidence.seeding().reader();
        if (!broken.isEmpty()) {
            return broken.stream().map(finding -> finding.as(role)).toList();
        }
        return List.of((examined == 0 ? vacuous(evidence) : passed(evidence, keys, examined)).as(role));
    }

    /** Keys of periods hold between ranges, not between values; a partition's copy is looked at with its parent. */
    private static boolean looksAtRows(Table table, Constraint key) {
        return key.type() == Constraint.Type.FOREIGN_KEY
                && !key.inherited()
                && table.kind() != Table.Kind.FOREIGN
                && !key.definition().contains("PERIOD ");
    }

    private static String query(Table table, Constraint key, Catalog catalog) {
        ForeignKey to = Joins.to(key);
        String orphan = "not exists (select from " + Joins.from(to.table(), catalog) + " p where "
                + Joins.on(key, "c", "p") + ")";
        boolean full = to.match() == ForeignKey.Match.FULL;
        String looked = Joins.columns(key, "c", "is not null", full ? "or" : "and");
        return "select count(*), count(*) filter (where " + orphan + ") from " + Joins.from(table.name(), catalog)
                + " c where " + looked;
    }

    private static List<Long> counts(Evidence evidence, String query) {
        Rows rows = Looking.rows(evidence, query);
        return rows.rows().get(0).stream()
                .map(value -> Long.valueOf(String.valueOf(value)))
                .toList();
    }

    private Finding failed(Table table, Constraint key, long count) {
        String parent = names.subject(Joins.to(key).table());
        String why = key.enforced() && key.validated()
                ? "; they were put in while it was not enforced"
                : key.enforced() ? "; it is NOT VALID, so PostgreSQL has not looked at them" : "; it is not enforced";
        return Finding.failed(
                        this,
                        count + (count == 1 ? " row of " : " rows of ") + names.subject(table.name())
                                + (count == 1 ? " refers by " : " refer by ") + key.name() + " to rows of " + parent
                                + " that are not there" + why + ".",
                        "Put the parents in first, and validate the constraint.",
                        EXPECTED,
                        count + " without")
                .about(names.subject(table.name(), key.name()));
    }

    private Finding vacuous(Evidence evidence) {
        return Finding.failed(
                        this,
                        "no row refers to another by a foreign key "
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
                        + " have their parent " + evidence.seeding().when() + ".",
                EXPECTED,
                Math.toIntExact(Math.min(examined, Integer.MAX_VALUE)));
    }
}
