package org.pgassay.check.behaviour;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.check.Names;
import org.pgassay.check.RowTrials.Actor;
import org.pgassay.check.RowTrials.Event;
import org.pgassay.check.RowTrials.Expected;
import org.pgassay.check.behaviour.BehaviourSection.Addition;
import org.pgassay.check.behaviour.BehaviourSection.Behaviour;
import org.pgassay.check.behaviour.BehaviourSection.Effect;
import org.pgassay.check.behaviour.BehaviourSection.Insertable;
import org.pgassay.check.behaviour.BehaviourSection.Triggered;
import org.pgassay.check.structure.StatedParts;
import org.pgassay.check.structure.StatedParts.StatedColumn;
import org.pgassay.check.structure.StatedParts.StatedConstraint;
import org.pgassay.spec.Location;
import org.pgassay.spec.Node;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;

/** What the schema must do with rows. */
public final class BehaviourFamily implements Family {

    private static final String SCHEMA = "/org/pgassay/check/behaviour/schema.json";
    private static final String ALL = "all";

    @Override
    public Optional<Section> section() {
        return Optional.of(new Section(BehaviourSection.class, SCHEMA));
    }

    @Override
    public List<CheckKind> kinds() {
        List<CheckKind> kinds = new ArrayList<>(List.of(
                new CheckKind(RowsInsertable.ID, RowsInsertable.class),
                new CheckKind(ColumnDefaults.ID, ColumnDefaults.class)));
        for (ConstraintEnforced.Kind kind : ConstraintEnforced.Kind.values()) {
            kinds.add(new CheckKind(kind.id, ConstraintEnforced.class));
        }
        kinds.add(new CheckKind(ReferentialAction.ID, ReferentialAction.class));
        kinds.add(new CheckKind(CascadeReaches.ID, CascadeReaches.class));
        kinds.add(new CheckKind(TriggerFires.ID, TriggerFires.class));
        return List.copyOf(kinds);
    }

    @Override
    public List<Problem> problems(Spec spec) {
        List<Problem> problems = new ArrayList<>();
        Behaviour stated = spec.section(BehaviourSection.class).behaviour();
        if (stated == null) {
            return problems;
        }
        SourceText as = stated.as();
        if (as != null && as.text().equals("application") && spec.roles().application() == null) {
            problems.add(new Problem(
                    as.location(), "the spec names no application; write its role under 'roles: {application: …}'"));
        }
        Names names = new Names(spec.schemas());
        Insertable insertable = stated.insertable();
        if (insertable != null) {
            insertable.except().forEach((table, reason) -> name(names, table, reason.location(), problems));
        }
        stated.cascades().forEach((table, hanging) -> {
            name(names, table, hanging.location(), problems);
            hanging.tables().forEach(each -> name(names, each.text(), each.location(), problems));
        });
        stated.triggers().forEach((table, triggered) -> {
            name(names, table, triggered.location(), problems);
            effects(triggered)
                    .values()
                    .forEach(effect ->
                            effect.adds().forEach((other, count) -> name(names, other, count.location(), problems)));
        });
        return problems;
    }

    private static void name(Names names, String written, Location at, List<Problem> problems) {
        String fault = names.fault(written);
        if (!fault.isEmpty()) {
            problems.add(new Problem(at, fault));
        }
    }

    @Override
    public List<Check> checks(Spec spec) {
        Behaviour stated = spec.section(BehaviourSection.class).behaviour();
        List<Check> checks = new ArrayList<>();
        if (stated != null) {
            Names names = new Names(spec.schemas());
            Insertable insertable = stated.insertable();
            if (insertable != null) {
                checks.add(insertable(insertable, names, stated.sampleRows(), actor(spec, stated)));
            }
            structure(spec, stated, names, checks);
            stated.cascades()
                    .forEach((table, hanging) -> checks.add(new CascadeReaches(
                            names,
                            names.resolve(table),
                            hanging.tables().stream()
                                    .map(each -> names.resolve(each.text()))
                                    .toList(),
                            hanging.location())));
            stated.triggers()
                    .forEach((table, triggered) -> checks.add(new TriggerFires(
                            names,
                            names.resolve(table),
                            expected(names, table, triggered),
                            actor(spec, stated),
                            triggered.location())));
        }
        return checks;
    }

    /** What is tried of what the spec states of tables. */
    private static void structure(Spec spec, Behaviour stated, Names names, List<Check> checks) {
        SourceText defaults = stated.defaults();
        if (defaults != null) {
            checks.add(new ColumnDefaults(names, StatedParts.columns(spec), defaults.location()));
        }
        SourceText constraints = stated.constraints();
        if (constraints != null) {
            checks.addAll(constraints(spec, names, constraints.location()));
        }
        SourceText actions = stated.actions();
        if (actions != null) {
            checks.add(new ReferentialAction(
                    names, of(StatedParts.constraints(spec), ConstraintEnforced.Kind.FOREIGN_KEY), actions.location()));
        }
    }

    /** A check for each kind of constraint of which the spec states any; one that says so if it states none at all. */
    private static List<Check> constraints(Spec spec, Names names, Location at) {
        List<StatedConstraint> all = StatedParts.constraints(spec);
        List<StatedColumn> columns = StatedParts.columns(spec);
        boolean keyed = all.stream()
                .filter(each -> each.keyword().equals("primary"))
                .anyMatch(key -> columns.stream()
                        .anyMatch(each ->
                                each.table().equals(key.table()) && key.words().contains(each.name())));
        boolean bound = columns.stream().anyMatch(BehaviourFamily::bound);
        List<Check> checks = new ArrayList<>();
        for (ConstraintEnforced.Kind kind : ConstraintEnforced.Kind.values()) {
            List<StatedConstraint> stated = of(all, kind);
            boolean notNull = kind == ConstraintEnforced.Kind.NOT_NULL && (bound || keyed);
            if (notNull || !stated.isEmpty()) {
                checks.add(new ConstraintEnforced(names, kind, notNull ? columns : List.of(), stated, at));
            }
        }
        return checks.isEmpty()
                ? List.of(new ConstraintEnforced(names, ConstraintEnforced.Kind.NOT_NULL, List.of(), List.of(), at))
                : checks;
    }

    /** Whether a column's own words keep null out. */
    private static boolean bound(StatedColumn column) {
        int not = column.words().indexOf("not");
        return (not >= 0
                        && not + 1 < column.words().size()
                        && column.words().get(not + 1).equals("null"))
                || column.words().stream()
                        .anyMatch(Set.of("primary", "identity", "serial", "bigserial", "smallserial")::contains);
    }

    private static List<StatedConstraint> of(List<StatedConstraint> all, ConstraintEnforced.Kind kind) {
        return all.stream()
                .filter(each -> kind.keywords().contains(each.keyword()))
                .toList();
    }

    private static Map<Event, Effect> effects(Triggered triggered) {
        Map<Event, Effect> effects = new EnumMap<>(Event.class);
        Addition insert = triggered.insert();
        Effect update = triggered.update();
        Addition delete = triggered.delete();
        if (insert != null) {
            effects.put(Event.INSERT, insert.effect());
        }
        if (update != null) {
            effects.put(Event.UPDATE, update);
        }
        if (delete != null) {
            effects.put(Event.DELETE, delete.effect());
        }
        return effects;
    }

    private static List<Expected> expected(Names names, String table, Triggered triggered) {
        List<Expected> expected = new ArrayList<>();
        effects(triggered).forEach((event, effect) -> {
            Map<QualifiedName, Integer> adds = new LinkedHashMap<>();
            effect.adds()
                    .forEach((name, count) -> adds.put(
                            names.resolve(name), Integer.valueOf(count.text().replace("_", ""))));
            Set<String> moves = new LinkedHashSet<>();
            effect.moves().forEach(column -> moves.add(column.text()));
            expected.add(new Expected(names.resolve(table), event, moves, adds));
        });
        return expected;
    }

    private static Actor actor(Spec spec, Behaviour stated) {
        SourceText as = stated.as();
        if (as != null) {
            return as.text().equals("owner") ? Actor.OWNER : Actor.APPLICATION;
        }
        return spec.roles().application() == null ? Actor.OWNER : Actor.APPLICATION;
    }

    private static Check insertable(Insertable insertable, Names names, @Nullable Node samples, Actor actor) {
        List<String> tables = insertable.tables().stream().map(SourceText::text).toList();
        Map<QualifiedName, String> except = new LinkedHashMap<>();
        insertable.except().forEach((table, reason) -> except.put(names.resolve(table), reason.text()));
        Set<String> byHand = new LinkedHashSet<>();
        if (samples instanceof Node.Mapping mapping) {
            mapping.entries().keySet().forEach(table -> byHand.add(names.subject(names.resolve(table))));
        }
        boolean all = tables.isEmpty() || tables.equals(List.of(ALL));
        return new RowsInsertable(names, all ? List.of() : tables, except, byHand, actor, insertable.location());
    }
}
