package org.pgassay.check.part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Blueprint;
import org.pgassay.check.Definition;
import org.pgassay.check.Names;
import org.pgassay.check.StructurePlan.PlannedObject;
import org.pgassay.check.object.ObjectsSection;
import org.pgassay.check.object.ObjectsSection.ViewSpec;
import org.pgassay.check.structure.Spelling;
import org.pgassay.check.structure.StructureSection;
import org.pgassay.check.structure.StructureSection.HostedSpec;
import org.pgassay.check.structure.StructureSection.TableSpec;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Spec;
import org.pgassay.sql.SqlSyntaxException;

/** Turns the triggers, policies and rules of a spec's tables and views into DDL, purely; running it is another's affair. */
public final class PartPlanner {

    private final Names names;
    private final List<PlannedObject> planned = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, QualifiedName> tableByTrigger = new LinkedHashMap<>();

    private PartPlanner(Names names) {
        this.names = names;
    }

    /**
     * What came of a spec.
     *
     * @param planned the parts as DDL
     * @param problems what is wrong with the spec
     * @param tableByTrigger the tables of the triggers that stand beside their tables
     */
    record Result(List<PlannedObject> planned, List<Problem> problems, Map<String, QualifiedName> tableByTrigger) {}

    /** The parts that a spec states, in its order. */
    public static List<PlannedObject> plan(Spec spec) {
        return of(spec).planned();
    }

    static Result of(Spec spec) {
        PartPlanner planner = new PartPlanner(new Names(spec.schemas()));
        spec.section(StructureSection.class).tables().forEach((written, table) -> {
            if (!table.absent()) {
                planner.table(planner.names.resolve(written), table);
            }
        });
        spec.section(ObjectsSection.class).views().forEach((written, view) -> {
            if (!view.absent()) {
                planner.view(planner.names.resolve(written), view);
            }
        });
        spec.section(PartSection.class).triggers().forEach(planner::trigger);
        return new Result(planner.planned, planner.problems, planner.tableByTrigger);
    }

    private void table(QualifiedName name, TableSpec table) {
        for (HostedKind kind : HostedKind.values()) {
            HostedParts.plan(kind, name, stated(kind, table), planned, problems);
        }
    }

    private void view(QualifiedName name, ViewSpec view) {
        for (HostedKind kind : HostedKind.values()) {
            HostedParts.plan(kind, name, stated(kind, view), planned, problems);
        }
    }

    /** What a spec states of a view, of one kind. */
    static Map<String, HostedSpec> stated(HostedKind kind, ViewSpec view) {
        return switch (kind) {
            case TRIGGER -> view.triggers();
            case POLICY -> Map.of();
            case RULE -> view.rules();
        };
    }

    /** What a spec states of a table, of one kind. */
    static Map<String, HostedSpec> stated(HostedKind kind, TableSpec table) {
        return switch (kind) {
            case TRIGGER -> table.triggers();
            case POLICY -> policies(table);
            case RULE -> table.rules();
        };
    }

    /** The policies in the form that triggers and rules have; a policy is never disabled on its own. */
    private static Map<String, HostedSpec> policies(TableSpec table) {
        Map<String, HostedSpec> policies = new LinkedHashMap<>();
        if (table.rowSecurity() != null) {
            table.rowSecurity()
                    .policies()
                    .forEach((name, policy) ->
                            policies.put(name, new HostedSpec(policy.location(), policy.is(), null, policy.comment())));
        }
        return policies;
    }

    private void trigger(String name, HostedSpec part) {
        String fault = Spelling.fault(name);
        if (!fault.isEmpty()) {
            problems.add(new Problem(part.location(), fault));
            return;
        } else if (part.absent()) {
            return;
        }
        try {
            HostedDdl.OnTable trigger = HostedDdl.onTable(name, part.is());
            String schema = trigger.host().schema() == null
                    ? names.schemas().get(0)
                    : trigger.host().schema();
            if (!names.schemas().contains(schema)) {
                throw new SqlSyntaxException(
                        "the schema '" + schema + "' is not among the spec's schemas; add it to 'schemas'",
                        trigger.host().offset());
            }
            QualifiedName table = new QualifiedName(schema, trigger.host().name());
            Blueprint.Part key = new Blueprint.Part(table, HostedKind.TRIGGER.kind(), name);
            if (planned.stream().anyMatch(each -> each.part().equals(key))) {
                throw new SqlSyntaxException(
                        "the trigger " + names.subject(table, name) + " is stated already",
                        trigger.host().offset());
            }
            planned.add(
                    new PlannedObject(key, trigger.ddl().before(), trigger.ddl().after()));
            tableByTrigger.put(name, table);
        } catch (SqlSyntaxException e) {
            problems.add(Definition.problem(part.is(), e));
        }
    }

    /** All parts of a kind that a spec names, by table. */
    static Map<QualifiedName, Set<String>> named(
            Spec spec, HostedKind kind, Map<String, QualifiedName> tableByTrigger) {
        Names names = new Names(spec.schemas());
        Map<QualifiedName, Set<String>> named = new HashMap<>();
        spec.section(StructureSection.class)
                .tables()
                .forEach((written, table) -> named.computeIfAbsent(names.resolve(written), key -> new HashSet<>())
                        .addAll(stated(kind, table).keySet()));
        spec.section(ObjectsSection.class)
                .views()
                .forEach((written, view) -> named.computeIfAbsent(names.resolve(written), key -> new HashSet<>())
                        .addAll(stated(kind, view).keySet()));
        if (kind == HostedKind.TRIGGER) {
            tableByTrigger.forEach((trigger, table) ->
                    named.computeIfAbsent(table, key -> new HashSet<>()).add(trigger));
        }
        return named;
    }
}
