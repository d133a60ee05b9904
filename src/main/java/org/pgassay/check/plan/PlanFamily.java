package org.pgassay.check.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.check.Names;
import org.pgassay.check.plan.PlanSection.ExpectSpec;
import org.pgassay.check.plan.PlanSection.GrowthSpec;
import org.pgassay.check.plan.PlanSection.MeasureSpec;
import org.pgassay.check.plan.PlanSection.QuerySpec;
import org.pgassay.spec.Location;
import org.pgassay.spec.Node;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;

/** What PostgreSQL must plan to do with queries, at the sizes that tables have in production. */
public final class PlanFamily implements Family {

    /** By what factor estimates may be off where nothing is stated. */
    private static final double FACTOR = 10;

    private static final String SCHEMA = "/org/pgassay/check/plan/schema.json";

    @Override
    public Optional<Section> section() {
        return Optional.of(new Section(PlanSection.class, SCHEMA));
    }

    @Override
    public List<CheckKind> kinds() {
        return List.of(
                new CheckKind(PlanValid.ID, PlanValid.class),
                new CheckKind(PlanServable.ID, PlanServable.class),
                new CheckKind(PlanChosen.ID, PlanChosen.class),
                new CheckKind(PlanMatters.ID, PlanMatters.class),
                new CheckKind(PlanAvoids.ID, PlanAvoids.class),
                new CheckKind(PlanCost.ID, PlanCost.class),
                new CheckKind(PlanRows.ID, PlanRows.class),
                new CheckKind(PlanJoins.ID, PlanJoins.class),
                new CheckKind(PlanPrunes.ID, PlanPrunes.class),
                new CheckKind(PlanLocks.ID, PlanLocks.class),
                new CheckKind(PlanGrows.ID, PlanGrows.class),
                new CheckKind(PlanMeasured.ID, PlanMeasured.class));
    }

    @Override
    public List<Problem> problems(Spec spec) {
        return PlanProblems.of(spec);
    }

    @Override
    public List<Check> checks(Spec spec) {
        List<Check> checks = new ArrayList<>();
        Names names = new Names(spec.schemas());
        spec.section(PlanSection.class).queryPlans().forEach((name, stated) -> {
            StatedQuery query = Queries.of(name, stated, names, spec.folder());
            checks.add(new PlanValid(query, stated.location()));
            if (stated.servable() != null) {
                checks.add(new PlanServable(query, stated.servable(), stated.location()));
            }
            ExpectSpec expect = stated.expect();
            List<Check> expected = new ArrayList<>();
            if (expect != null) {
                expected(query, expect, expected);
            }
            checks.addAll(expected);
            GrowthSpec grows = stated.grows();
            if (grows != null) {
                growth(query, grows).ifPresent(checks::add);
            }
            if (stated.measure() != null || (expect != null && !stated.at().isEmpty())) {
                checks.add(measured(query, stated, expected));
            }
        });
        return checks;
    }

    private static Check measured(StatedQuery query, QuerySpec stated, List<Check> expected) {
        MeasureSpec measure = stated.measure();
        Double rows = measure == null ? null : measure.rows();
        Double factor = measure == null ? null : measure.factor();
        List<PlanCheck> plans = expected.stream()
                .flatMap(check -> check instanceof PlanCheck plan ? Stream.of(plan) : Stream.of())
                .toList();
        return new PlanMeasured(
                query,
                plans,
                rows,
                factor == null ? FACTOR : factor,
                measure != null,
                measure == null ? stated.location() : measure.location());
    }

    private static void expected(StatedQuery query, ExpectSpec expect, List<Check> checks) {
        Names names = query.names();
        if (!expect.uses().isEmpty()) {
            List<QualifiedName> indexes = expect.uses().stream()
                    .map(index -> names.resolve(index.text()))
                    .toList();
            checks.add(new PlanChosen(query, indexes, expect.uses().get(0).location()));
            expect.uses()
                    .forEach(
                            index -> checks.add(new PlanMatters(query, names.resolve(index.text()), index.location())));
        }
        Node no = expect.no();
        if (no != null) {
            checks.add(new PlanAvoids(query, avoided(no, names), no.location()));
        }
        if (expect.maxCost() != null) {
            checks.add(new PlanCost(query, expect.maxCost(), expect.location()));
        }
        if (expect.maxRows() != null) {
            checks.add(new PlanRows(query, expect.maxRows(), expect.location()));
        }
        SourceText type = expect.joinType();
        if (!expect.joins().isEmpty() || type != null) {
            List<String> order = expect.joins().stream().map(SourceText::text).toList();
            Location location = type == null ? expect.joins().get(0).location() : type.location();
            checks.add(new PlanJoins(query, order, type == null ? null : type.text(), location));
        }
        expect.prunes().forEach((table, most) -> checks.add(prunes(query, names.resolve(table), most)));
        SourceText locks = expect.locks();
        if (locks != null) {
            checks.add(new PlanLocks(query, locks.text(), locks.location()));
        }
    }

    private static PlanPrunes prunes(StatedQuery query, QualifiedName table, SourceText stated) {
        List<String> words = List.of(stated.text().split(" of "));
        @Nullable Integer of = words.size() == 1 ? null : Integer.valueOf(words.get(1));
        return new PlanPrunes(query, table, Integer.parseInt(words.get(0)), of, stated.location());
    }

    private static Map<Avoided, List<QualifiedName>> avoided(Node no, Names names) {
        Map<Avoided, List<QualifiedName>> steps = new LinkedHashMap<>();
        if (no instanceof Node.Sequence list) {
            list.items().forEach(item -> steps.put(step(((Node.Scalar) item).value()), List.of()));
        } else if (no instanceof Node.Mapping mapping) {
            mapping.entries()
                    .forEach((kind, tables) -> steps.put(
                            step(kind),
                            ((Node.Sequence) tables.value())
                                    .items().stream()
                                            .map(table -> names.resolve(((Node.Scalar) table).value()))
                                            .toList()));
        }
        return steps;
    }

    private static Avoided step(String word) {
        for (Avoided step : Avoided.values()) {
            if (step.word().equals(word)) {
                return step;
            }
        }
        throw new IllegalStateException("the schema lets '" + word + "' pass, and it is no kind of step");
    }

    /** Without a size there is nothing that could grow: that is a problem of the spec. */
    private static Optional<Check> growth(StatedQuery query, GrowthSpec grows) {
        SourceText stated = grows.table();
        Optional<QualifiedName> table = stated == null
                ? PlanGrows.largest(query)
                : Optional.of(query.names().resolve(stated.text()));
        return table.map(each ->
                new PlanGrows(query, each, grows.rows().stream().sorted().toList(), grows.cost(), grows.location()));
    }
}
