package org.pgassay.postgres.plans;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.plan.ColumnStatistics;
import org.pgassay.plan.RelationStatistics;
import org.pgassay.plan.StatisticsFile;

/**
 * Statistics from production, as far as they are about what the migrated database has.
 *
 * <p>An index that production does not have yet is reckoned from its table's statistics.
 *
 * @param relations for {@link Simulation#run}
 * @param missing what the file knows and the database has not: relations, and columns as {@code relation.column}; sorted
 */
public record RestoredStatistics(List<RelationStatistics> relations, List<String> missing) {

    /** Copies the lists. */
    public RestoredStatistics {
        relations = List.copyOf(relations);
        missing = List.copyOf(missing);
    }

    /**
     * Matches a file with a database.
     *
     * @param connection as the superuser, to a clone that nobody else uses, in auto-commit mode
     * @throws SQLException if the server is gone
     */
    public static RestoredStatistics of(Connection connection, StatisticsFile file) throws SQLException {
        return new Matching(connection, file).match();
    }

    /** The work on one file. */
    private static final class Matching {

        private final Connection connection;
        private final StatisticsFile file;
        private final Map<QualifiedName, StoredTable> tables;
        private final Map<QualifiedName, List<StatisticsFile.Attribute>> attributes;
        private final Map<QualifiedName, RelationStatistics> given = new LinkedHashMap<>();
        private final Set<String> missing = new TreeSet<>();

        private Matching(Connection connection, StatisticsFile file) throws SQLException {
            this.connection = connection;
            this.file = file;
            file.relations().forEach(relation -> given.put(relation.relation(), relation));
            this.tables = StorageReader.read(connection, given.keySet());
            this.attributes =
                    file.attributes().stream().collect(Collectors.groupingBy(StatisticsFile.Attribute::relation));
        }

        private RestoredStatistics match() throws SQLException {
            ColumnReckoner reckoner = new ColumnReckoner(connection);
            IndexReckoner indexes = new IndexReckoner(connection, reckoner);
            List<RelationStatistics> found = new ArrayList<>();
            Set<QualifiedName> matched = new TreeSet<>();
            for (StoredTable table : tables.values()) {
                table.indexes().forEach(index -> matched.add(index.name()));
                matched.add(table.name());
                RelationStatistics relation = given.get(table.name());
                if (relation == null) {
                    continue;
                }
                List<ColumnStatistics> columns = columns(table.name(), table.columns());
                found.add(with(relation, null, columns));
                Known known = new Known(
                        reckoner,
                        columns.stream().filter(column -> !column.inherited()).toList());
                List<StoredIndex> added = new ArrayList<>();
                for (StoredIndex index : table.indexes()) {
                    RelationStatistics there = given.get(index.name());
                    if (there == null) {
                        added.add(index);
                    } else {
                        found.add(index(index, there, known));
                    }
                }
                if (!table.partitioned()) {
                    found.addAll(indexes.reckon(
                            table, added, Map.of(), known.columns(), relation.tuples(), relation.pages()));
                }
            }
            file.relations().stream()
                    .map(RelationStatistics::relation)
                    .filter(name -> !matched.contains(name))
                    .forEach(name -> missing.add(name.sql()));
            return new RestoredStatistics(found, List.copyOf(missing));
        }

        private RelationStatistics index(StoredIndex index, RelationStatistics there, Known known) {
            List<ColumnStatistics> expressions = columns(
                    index.name(),
                    index.parts().stream().map(StoredIndex.Part::stored).toList());
            Known.OfIndex keys = known.of(index, expressions, there.tuples());
            Integer height = index.method().equals("btree") && there.pages() > 0
                    ? Integer.valueOf(TreeHeight.of(there.pages(), IndexPages.keyWidth(index, keys::width)))
                    : null;
            return with(there, height, expressions);
        }

        private List<ColumnStatistics> columns(QualifiedName relation, List<StoredColumn> stored) {
            List<ColumnStatistics> columns = new ArrayList<>();
            for (StatisticsFile.Attribute attribute : attributes.getOrDefault(relation, List.of())) {
                ColumnStatistics statistics = attribute.statistics();
                String name = stored.stream()
                        .filter(column -> attribute.number() == null
                                ? column.name().equals(statistics.column())
                                : column.number() == attribute.number())
                        .map(StoredColumn::name)
                        .findFirst()
                        .orElse(null);
                if (name == null) {
                    missing.add(relation.sql() + "."
                            + (attribute.number() == null ? statistics.column() : attribute.number()));
                } else {
                    columns.add(statistics.named(name));
                }
            }
            return columns;
        }

        private static RelationStatistics with(
                RelationStatistics relation, @Nullable Integer height, List<ColumnStatistics> columns) {
            return new RelationStatistics(
                    relation.relation(), relation.tuples(), relation.pages(), relation.allVisible(), height, columns);
        }
    }
}
