package org.pgassay.check.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.check.Names;
import org.pgassay.check.SeedPlan;
import org.pgassay.check.claim.Quantity;
import org.pgassay.check.seed.SeedSection.MatrixSpec;
import org.pgassay.check.seed.SeedSection.SeedSpec;
import org.pgassay.check.tenancy.Belongings;
import org.pgassay.spec.Node;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;

/** Seed data. */
public final class SeedFamily implements Family {

    private static final String SCHEMA = "/org/pgassay/check/seed/schema.json";

    @Override
    public Optional<Section> section() {
        return Optional.of(new Section(SeedSection.class, SCHEMA));
    }

    @Override
    public List<CheckKind> kinds() {
        return List.of(
                new CheckKind(SeedsRun.ID, SeedsRun.class),
                new CheckKind(SeedsIdempotent.ID, SeedsIdempotent.class),
                new CheckKind(SeedRows.ID, SeedRows.class),
                new CheckKind(SeedContains.ID, SeedContains.class),
                new CheckKind(SeedMatrix.ID, SeedMatrix.class),
                new CheckKind(SeedReferences.ID, SeedReferences.class),
                new CheckKind(SeedTenants.ID, SeedTenants.class));
    }

    /** What puts the seed data of a spec in; nothing where it states none. */
    public static SeedPlan plan(Spec spec) {
        SeedSpec seeds = spec.section(SeedSection.class).seeds();
        return seeds == null ? SeedPlan.NONE : plan(seeds, spec);
    }

    private static SeedPlan plan(SeedSpec seeds, Spec spec) {
        SourceText as = seeds.as();
        return new SeedPlan(
                as != null && as.text().equals("application"),
                Steps.of(seeds.run(), spec).steps());
    }

    @Override
    public List<Problem> problems(Spec spec) {
        SeedSpec seeds = spec.section(SeedSection.class).seeds();
        return seeds == null ? List.of() : SeedProblems.of(seeds, spec);
    }

    @Override
    public List<Check> checks(Spec spec) {
        SeedSpec seeds = spec.section(SeedSection.class).seeds();
        return seeds == null ? List.of() : checks(seeds, spec);
    }

    private static List<Check> checks(SeedSpec seeds, Spec spec) {
        List<Check> checks = new ArrayList<>();
        Names names = new Names(spec.schemas());
        if (!seeds.run().isEmpty()) {
            checks.add(new SeedsRun(plan(seeds, spec), names, seeds.run().get(0).location()));
        }
        SourceText idempotent = seeds.idempotent();
        if (idempotent != null) {
            checks.add(new SeedsIdempotent(names, idempotent.location()));
        }
        seeds.rows()
                .forEach((table, count) -> checks.add(
                        new SeedRows(names, names.resolve(table), Quantity.parse(count.text()), count.location())));
        seeds.contains().forEach((table, rows) -> checks.add(contains(names, names.resolve(table), rows)));
        seeds.matrix().forEach((name, matrix) -> checks.add(matrix(names, name, matrix)));
        for (SourceText word : seeds.consistent()) {
            checks.add(
                    word.text().equals("references")
                            ? new SeedReferences(names, word.location())
                            : new SeedTenants(names, Belongings.of(spec).orElseThrow(), word.location()));
        }
        return checks;
    }

    private static SeedContains contains(Names names, QualifiedName table, List<Node> rows) {
        List<StatedRow> stated =
                rows.stream().map(row -> new StatedRow((Node.Mapping) row)).toList();
        return new SeedContains(names, table, stated, rows.get(0).location());
    }

    private static SeedMatrix matrix(Names names, String name, MatrixSpec matrix) {
        Map<String, List<SourceText>> is = matrix.is();
        return new SeedMatrix(name, Pairs.of(matrix, names), names, is, matrix.location());
    }
}
