package org.pgassay.check.tenancy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.check.Isolation.TenantColumn;
import org.pgassay.check.Names;
import org.pgassay.check.tenancy.TenancySection.TenancySpec;
import org.pgassay.spec.Location;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;
import org.pgassay.sql.NamedParameters;
import org.pgassay.sql.SqlSyntaxException;

/** What keeps the rows of tenants apart, by the catalog and by experiment. */
public final class TenancyFamily implements Family {

    private static final String SCHEMA = "/org/pgassay/check/tenancy/schema.json";
    private static final String BY_QUERY = "by-query";
    private static final String PRESENT = "present";

    /** What is required where the spec does not say, in the order of the report; the last two need row security. */
    private static final List<String> ALL = List.of(
            PRESENT,
            "not-null",
            "references",
            "indexed",
            "unique-scoped",
            "reference-closure",
            "views",
            "row-security");

    private static final Set<String> OF_ROW_SECURITY = Set.of("views", "row-security");

    @Override
    public Optional<Section> section() {
        return Optional.of(new Section(TenancySection.class, SCHEMA));
    }

    @Override
    public List<CheckKind> kinds() {
        return List.of(
                new CheckKind(TenantPresent.ID, TenantPresent.class),
                new CheckKind(ExemptionNeeded.ID, ExemptionNeeded.class),
                new CheckKind(TenantNotNull.ID, TenantNotNull.class),
                new CheckKind(TenantReferences.ID, TenantReferences.class),
                new CheckKind(TenantIndexed.ID, TenantIndexed.class),
                new CheckKind(UniqueScoped.ID, UniqueScoped.class),
                new CheckKind(ReferenceClosure.ID, ReferenceClosure.class),
                new CheckKind(TenantViews.ID, TenantViews.class),
                new CheckKind(RowSecurity.ID, RowSecurity.class),
                new CheckKind(TenantRead.ID, TenantRead.class),
                new CheckKind(TenantInsert.ID, TenantInsert.class),
                new CheckKind(TenantUpdate.ID, TenantUpdate.class),
                new CheckKind(TenantDelete.ID, TenantDelete.class),
                new CheckKind(TenantUpsert.ID, TenantUpsert.class),
                new CheckKind(TenantMove.ID, TenantMove.class),
                new CheckKind(TenantReference.ID, TenantReference.class),
                new CheckKind(NoContext.ID, NoContext.class),
                new CheckKind(ViewsRead.ID, ViewsRead.class));
    }

    @Override
    public List<Problem> problems(Spec spec) {
        TenancySpec tenancy = spec.section(TenancySection.class).tenancy();
        return tenancy == null ? List.of() : problems(tenancy, spec);
    }

    private static List<Problem> problems(TenancySpec tenancy, Spec spec) {
        List<Problem> problems = new ArrayList<>();
        Names names = new Names(spec.schemas());
        tenancy.columns().forEach((name, root) -> {
            String fault = RootColumn.fault(root.text(), names);
            if (!fault.isEmpty()) {
                problems.add(new Problem(root.location(), fault));
            }
        });
        List<String> required = words(tenancy);
        tenancy.except()
                .forEach((word, entries) -> entries.values().stream()
                        .filter(reason -> !required.contains(word))
                        .forEach(reason -> problems.add(new Problem(
                                reason.location(),
                                word + " is not required, so that nothing needs to be excepted from it"))));
        SourceText context = tenancy.context();
        if (context != null) {
            contextFault(context, tenancy).ifPresent(fault -> problems.add(new Problem(context.location(), fault)));
        }
        if (byQuery(tenancy)) {
            tenancy.require().stream()
                    .filter(word -> word.text().equals("row-security"))
                    .forEach(word -> problems.add(new Problem(
                            word.location(),
                            "row security cannot be required where isolation is by-query; leave one of them out")));
            if (context != null) {
                problems.add(new Problem(
                        context.location(),
                        "a context is for row security, and isolation is by-query; leave one of them out"));
            }
        }
        return problems;
    }

    private static Optional<String> contextFault(SourceText context, TenancySpec tenancy) {
        try {
            NamedParameters query = NamedParameters.of(context.text());
            Set<String> known = new LinkedHashSet<>(tenancy.columns().keySet());
            known.add("tenant");
            return query.names().isEmpty()
                    ? Optional.of("the statement has no parameter :tenant, so that it sets the same for all tenants")
                    : query.names().stream()
                            .filter(name -> !known.contains(name))
                            .map(name -> "there is no parameter :" + name + "; there are :" + String.join(", :", known))
                            .findFirst();
        } catch (SqlSyntaxException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static boolean byQuery(TenancySpec tenancy) {
        SourceText isolation = tenancy.isolation();
        return isolation != null && isolation.text().equals(BY_QUERY);
    }

    @Override
    public List<Check> checks(Spec spec) {
        TenancySpec tenancy = spec.section(TenancySection.class).tenancy();
        if (tenancy == null) {
            return List.of();
        }
        Tenancy stated = stated(tenancy, spec);
        List<CatalogCheck> required = required(tenancy, stated);
        List<Check> checks = new ArrayList<>(required);
        List<CatalogCheck> spared = new ArrayList<>(required);
        if (spared.stream().noneMatch(TenantPresent.class::isInstance)) {
            spared.add(new TenantPresent(stated, tenancy.location()));
        }
        tenancy.exempt()
                .forEach((entry, reason) -> checks.add(new ExemptionNeeded(stated, entry, spared, reason.location())));
        checks.addAll(experiments(stated, tenancy.location()));
        return checks;
    }

    /** What a spec states, its names resolved. */
    static Tenancy stated(TenancySpec tenancy, Spec spec) {
        Names names = new Names(spec.schemas());
        List<TenantColumn> columns = tenancy.columns().entrySet().stream()
                .map(entry -> RootColumn.of(entry.getKey(), entry.getValue().text(), names))
                .toList();
        return new Tenancy(
                names,
                columns,
                tenancy.exempt(),
                tenancy.except(),
                !byQuery(tenancy),
                spec.roles().owner(),
                spec.roles().application());
    }

    /** What is required, stated or not. */
    private static List<String> words(TenancySpec tenancy) {
        return tenancy.require().isEmpty()
                ? ALL.stream()
                        .filter(word -> !byQuery(tenancy) || !OF_ROW_SECURITY.contains(word))
                        .toList()
                : tenancy.require().stream().map(SourceText::text).toList();
    }

    private static List<CatalogCheck> required(TenancySpec tenancy, Tenancy stated) {
        List<CatalogCheck> checks = new ArrayList<>();
        if (tenancy.require().isEmpty()) {
            words(tenancy).forEach(word -> checks.add(check(word, stated, tenancy.location())));
        } else {
            tenancy.require().forEach(word -> checks.add(check(word.text(), stated, word.location())));
        }
        return checks;
    }

    private static CatalogCheck check(String word, Tenancy stated, Location at) {
        return switch (word) {
            case PRESENT -> new TenantPresent(stated, at);
            case "not-null" -> new TenantNotNull(stated, at);
            case "references" -> new TenantReferences(stated, at);
            case "indexed" -> new TenantIndexed(stated, at);
            case "unique-scoped" -> new UniqueScoped(stated, at);
            case "reference-closure" -> new ReferenceClosure(stated, at);
            case "views" -> new TenantViews(stated, at);
            case "row-security" -> new RowSecurity(stated, at);
            default -> throw new IllegalStateException("the schema lets '" + word + "' pass, which is no requirement");
        };
    }

    private static List<Check> experiments(Tenancy stated, Location at) {
        return stated.rowSecurity()
                ? List.of(
                        new TenantRead(stated, at),
                        new TenantInsert(stated, at),
                        new TenantUpdate(stated, at),
                        new TenantDelete(stated, at),
                        new TenantUpsert(stated, at),
                        new TenantMove(stated, at),
                        new TenantReference(stated, at),
                        new NoContext(stated, at),
                        new ViewsRead(stated, at))
                : List.of(new TenantReference(stated, at));
    }
}
