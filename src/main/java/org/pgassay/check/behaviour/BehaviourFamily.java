package org.pgassay.check.behaviour;

import java.util.ArrayList;
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
import org.pgassay.check.behaviour.BehaviourSection.Behaviour;
import org.pgassay.check.behaviour.BehaviourSection.Insertable;
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
        return List.of(new CheckKind(RowsInsertable.ID, RowsInsertable.class));
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
            insertable.except().forEach((table, reason) -> name(names, table, reason, problems));
        }
        return problems;
    }

    private static void name(Names names, String written, SourceText at, List<Problem> problems) {
        String fault = names.fault(written);
        if (!fault.isEmpty()) {
            problems.add(new Problem(at.location(), fault));
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
        }
        return checks;
    }

    private static Actor actor(Spec spec, Behaviour stated) {
        SourceText as = stated.as();
        if (as != null) {
            return as.text().equals("owner") ? Actor.OWNER : Actor.APPLICATION;
        }
        return spec.roles().application() == null ? Actor.OWNER : Actor.APPLICATION;
    }

    private static Check insertable(
            Insertable insertable, Names names, @Nullable Node samples, Actor actor) {
        List<String> tables =
                insertable.tables().stream().map(SourceText::text).toList();
        Map<QualifiedName, String> except = new LinkedHashMap<>();
        insertable.except().forEach((table, reason) -> except.put(names.resolve(table), reason.text()));
        Set<String> byHand = new LinkedHashSet<>();
        if (samples instanceof Node.Mapping mapping) {
            mapping.entries().keySet().forEach(table -> byHand.add(names.subject(names.resolve(table))));
        }
        boolean all = tables.isEmpty() || tables.equals(List.of(ALL));
        return new RowsInsertable(
                names, all ? List.of() : tables, except, byHand, actor, insertable.location());
    }
}
