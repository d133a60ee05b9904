package org.pgassay.check.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Names;
import org.pgassay.check.QueryPlans.Answer.Planned;
import org.pgassay.check.QueryPlans.Situation.AsItIs;
import org.pgassay.check.UntriedException;
import org.pgassay.plan.Growth;
import org.pgassay.plan.PlanBook;
import org.pgassay.plan.PlanBook.Account;
import org.pgassay.plan.TableSize;

/** Gathers the plans that checks have asked for, to be shown. */
public final class PlanAccounts {

    /** Those of the plan that is chosen at the stated sizes. */
    private static final Set<String> CHOSEN = Set.of(
            PlanChosen.ID,
            PlanMatters.ID,
            PlanAvoids.ID,
            PlanCost.ID,
            PlanRows.ID,
            PlanJoins.ID,
            PlanPrunes.ID,
            PlanGrows.ID);

    private final Evidence evidence;
    private final Map<StatedQuery, List<PlanCheck>> checks = new LinkedHashMap<>();

    private PlanAccounts(List<Check> checks, Evidence evidence) {
        this.evidence = evidence;
        for (Check check : checks) {
            if (check instanceof PlanCheck plan) {
                this.checks
                        .computeIfAbsent(plan.query(), query -> new ArrayList<>())
                        .add(plan);
            }
        }
    }

    /** The plans that the checks have asked for. */
    public static PlanBook of(List<Check> checks, Evidence evidence) {
        PlanAccounts accounts = new PlanAccounts(checks, evidence);
        return accounts.checks.isEmpty() ? PlanBook.NONE : accounts.book();
    }

    private PlanBook book() {
        List<Account> found = new ArrayList<>();
        Set<QualifiedName> missed = new TreeSet<>();
        Map<QualifiedName, Names> sized = new LinkedHashMap<>();
        checks.forEach((query, asked) -> {
            asked.forEach(check -> {
                if (check instanceof PlanServable servable) {
                    servable(servable).ifPresent(found::add);
                }
            });
            if (asked.stream().anyMatch(check -> CHOSEN.contains(check.id()))) {
                chosen(query, asked, missed).ifPresent(account -> {
                    found.add(account);
                    query.scale().sizes().stream()
                            .map(TableSize::table)
                            .forEach(table -> sized.put(table, query.names()));
                });
            }
        });
        checks.values().forEach(asked -> asked.forEach(check -> {
            if (check instanceof PlanMeasured measured) {
                measured(measured).ifPresent(found::add);
            }
        }));
        List<String> notMissed = new ArrayList<>();
        sized.forEach((table, names) -> notMissed.addAll(notMissed(table, names, missed)));
        return new PlanBook(found, notMissed);
    }

    private Optional<Account> servable(PlanServable check) {
        try {
            Planned planned = Planning.planned(check.query(), new AsItIs(PlanServable.AVOIDED), evidence);
            List<Integer> marks = check.expected() ? PlanServable.marks(planned.root()) : List.of();
            return Optional.of(account(check.query(), "servable", "", planned, marks, List.of(), null));
        } catch (UntriedException | IllegalStateException e) {
            // Its finding says so, be it UNVERIFIED or ERRORED.
            return Optional.empty();
        }
    }

    private Optional<Account> measured(PlanMeasured check) {
        try {
            Planned planned = check.measured(evidence);
            return Optional.of(account(
                    check.query(),
                    "measured",
                    check.at(evidence),
                    planned,
                    check.breaking(planned, evidence),
                    List.of(),
                    null));
        } catch (UntriedException | IllegalStateException e) {
            // Its finding says so, be it UNVERIFIED or ERRORED.
            return Optional.empty();
        }
    }

    private Optional<Account> chosen(StatedQuery query, List<PlanCheck> asked, Set<QualifiedName> missed) {
        try {
            Planned planned = Planning.chosen(query, evidence);
            Set<Integer> marks = new TreeSet<>();
            @Nullable Growth growth = null;
            for (PlanCheck check : asked) {
                marks.addAll(CHOSEN.contains(check.id()) ? check.marked(evidence) : List.of());
                growth = check instanceof PlanGrows grows ? grows.growth(evidence) : growth;
            }
            missed.addAll(NearTies.missed(query, planned, evidence));
            return Optional.of(account(
                    query,
                    "chosen",
                    query.sizes(),
                    planned,
                    List.copyOf(marks),
                    NearTies.of(query, planned, evidence),
                    growth));
        } catch (UntriedException | IllegalStateException e) {
            // Its findings say so, be they UNVERIFIED or ERRORED.
            return Optional.empty();
        }
    }

    private static Account account(
            StatedQuery query,
            String tier,
            String at,
            Planned planned,
            List<Integer> marks,
            List<String> ties,
            @Nullable Growth growth) {
        return new Account(query.name(), tier, at, planned.role(), planned.root(), planned.json(), marks, ties, growth);
    }

    private List<String> notMissed(QualifiedName name, Names names, Set<QualifiedName> missed) {
        return evidence.catalog().table(name).stream()
                .flatMap(table -> table.indexes().stream()
                        .filter(Index::secondary)
                        .filter(index -> !isMissed(table, index, missed)))
                .map(index -> names.index(name, index.name()))
                .toList();
    }

    /** A partitioned table's index is missed where that of a partition is. */
    private boolean isMissed(Table table, Index index, Set<QualifiedName> missed) {
        QualifiedName name = new QualifiedName(table.name().schema(), index.name());
        return missed.contains(name)
                || (table.kind() == Table.Kind.PARTITIONED
                        && missed.stream().anyMatch(each -> Indexes.isPart(each, table, name, evidence.catalog())));
    }
}
