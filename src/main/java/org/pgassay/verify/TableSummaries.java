package org.pgassay.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Names;
import org.pgassay.check.structure.StructureSection;
import org.pgassay.check.structure.StructureSection.TableSpec;
import org.pgassay.spec.Spec;
import org.pgassay.verify.Report.Result;
import org.pgassay.verify.Report.TableSummary;

/** The overview of tables: those of the spec in its order, then those that only the database has. */
final class TableSummaries {

    private final Names names;
    private final Catalog catalog;
    private final Map<QualifiedName, TableSpec> specified = new LinkedHashMap<>();
    private final Map<String, Integer> checked = new LinkedHashMap<>();
    private final Map<String, Integer> failed = new LinkedHashMap<>();

    TableSummaries(Spec spec, Catalog catalog, List<Result> results) {
        this.names = new Names(spec.schemas());
        this.catalog = catalog;
        spec.section(StructureSection.class)
                .tables()
                .forEach((written, table) -> specified.put(names.resolve(written), table));
        Map<String, String> owners = owners();
        Set<Result> failures = results.stream()
                .filter(result -> switch (result.finding().verdict()) {
                    case FAILED, VACUOUS, ERRORED -> true;
                    case PASSED, UNVERIFIED, WAIVED -> false;
                })
                .collect(Collectors.toSet());
        for (Result result : results) {
            String table = owner(result.finding().subject(), owners);
            if (table != null) {
                checked.merge(table, 1, Integer::sum);
                failed.merge(table, failures.contains(result) ? 1 : 0, Integer::sum);
            }
        }
    }

    /** Tables by the subjects that belong to them: the tables themselves, and their indexes. */
    private Map<String, String> owners() {
        Map<String, String> owners = new LinkedHashMap<>();
        for (Table table : catalog.tables()) {
            String subject = names.subject(table.name());
            owners.put(subject, subject);
            table.indexes().forEach(index -> owners.put(names.index(table.name(), index.name()), subject));
        }
        specified.forEach((name, table) -> {
            String subject = names.subject(name);
            owners.put(subject, subject);
            table.indexes().keySet().forEach(index -> owners.putIfAbsent(names.index(name, index), subject));
        });
        return owners;
    }

    private static @Nullable String owner(String subject, Map<String, String> owners) {
        String direct = owners.get(subject);
        if (direct != null) {
            return direct;
        }
        for (int dot = subject.lastIndexOf('.'); dot > 0; dot = subject.lastIndexOf('.', dot - 1)) {
            String table = owners.get(subject.substring(0, dot));
            if (table != null) {
                return table;
            }
        }
        return null;
    }

    List<TableSummary> all() {
        List<TableSummary> summaries = new ArrayList<>();
        specified.forEach((name, table) -> {
            if (!table.absent() || catalog.table(name).isPresent()) {
                summaries.add(summary(name, table, catalog.table(name)));
            }
        });
        catalog.tables().stream()
                .filter(table -> !specified.containsKey(table.name()))
                .forEach(table -> summaries.add(summary(table.name(), null, Optional.of(table))));
        return summaries;
    }

    private TableSummary summary(QualifiedName name, @Nullable TableSpec spec, Optional<Table> table) {
        String subject = names.subject(name);
        @Nullable
        String stated =
                spec == null || spec.comment() == null ? null : spec.comment().text();
        @Nullable String comment = table.map(Table::comment).orElse(null);
        return new TableSummary(
                subject,
                spec == null ? null : spec.group(),
                comment == null ? stated : comment,
                table.isPresent(),
                spec != null,
                table.map(each -> each.columns().size()).orElse(0),
                table.map(each -> (int)
                                each.indexes().stream().filter(Index::secondary).count())
                        .orElse(0),
                table.map(each -> (int) each.constraints().stream()
                                .filter(constraint -> constraint.type() == Constraint.Type.FOREIGN_KEY)
                                .count())
                        .orElse(0),
                table.map(each -> each.constraints().size()).orElse(0),
                checked.getOrDefault(subject, 0),
                failed.getOrDefault(subject, 0));
    }
}
