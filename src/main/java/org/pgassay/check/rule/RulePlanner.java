package org.pgassay.check.rule;

import java.util.ArrayList;
import java.util.List;
import org.pgassay.check.Names;
import org.pgassay.check.StructurePlan.PlannedTable;
import org.pgassay.spec.Spec;

/** The tables that rules compare with, as DDL that has not been run. */
public final class RulePlanner {

    private RulePlanner() {}

    /** What the rules of a spec need in the blueprint; each table once. */
    public static List<PlannedTable> tables(Spec spec) {
        Names names = new Names(spec.schemas());
        List<PlannedTable> tables = new ArrayList<>();
        for (RuleStatement statement : RuleStatement.of(spec)) {
            for (PlannedTable table : statement.rule().plan(names, statement.parameters(), new ArrayList<>())) {
                if (tables.stream().noneMatch(each -> each.name().equals(table.name()))) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }
}
