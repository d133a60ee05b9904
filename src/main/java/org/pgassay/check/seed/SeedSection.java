package org.pgassay.check.seed;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.spec.Location;
import org.pgassay.spec.Node;
import org.pgassay.spec.ShortForm;
import org.pgassay.spec.SourceText;

/**
 * The part of a spec that says what seed data there is.
 *
 * @param seeds null where the spec does not say
 */
public record SeedSection(SeedSection.@Nullable SeedSpec seeds) {

    /**
     * Seed data.
     *
     * @param run what puts it in, in this order; none where the migrations do
     * @param as {@code owner} or {@code application}; null for the first
     * @param idempotent {@code true}: a second run changes nothing
     * @param rows how many rows there are, by table
     * @param contains rows that are there, by table, each as values by column
     * @param matrix what belongs to what, by name
     * @param consistent {@code references}, {@code tenants}
     */
    public record SeedSpec(
            Location location,
            List<EntrySpec> run,
            @Nullable SourceText as,
            @Nullable SourceText idempotent,
            Map<String, SourceText> rows,
            Map<String, List<Node>> contains,
            Map<String, MatrixSpec> matrix,
            List<SourceText> consistent) {

        /** Copies the collections, keeping their order. */
        public SeedSpec {
            run = List.copyOf(run);
            rows = ordered(rows);
            contains = ordered(contains);
            matrix = ordered(matrix);
            consistent = List.copyOf(consistent);
        }
    }

    /**
     * What puts rows in: one of SQL files, a CSV file, a JSON file and a program.
     *
     * @param sql a file, or a pattern of files
     * @param into the table, for CSV and JSON
     * @param columns the columns of a CSV file whose first line does not name them
     * @param onConflict {@code error} or {@code nothing}: what becomes of a row that is there already
     * @param tenant for which tenant the rows of a file are put in
     * @param command what starts the program: one text, or a list of words
     * @param timeLimit how long it may take
     */
    @ShortForm("sql")
    public record EntrySpec(
            Location location,
            @Nullable SourceText sql,
            @Nullable SourceText csv,
            @Nullable SourceText json,
            @Nullable SourceText into,
            List<SourceText> columns,
            @Nullable SourceText onConflict,
            @Nullable SourceText tenant,
            @Nullable Node command,
            @Nullable SourceText timeLimit) {

        /** Copies the list. */
        public EntrySpec {
            columns = List.copyOf(columns);
        }
    }

    /**
     * What belongs to what.
     *
     * @param sql a query for pairs; null where a table holds them
     * @param table whose rows are the pairs
     * @param rows the column that the first of a pair is found in, {@code table.column}
     * @param columns likewise the second
     * @param where which rows of the table count; null for all
     * @param is all that belongs to each
     */
    public record MatrixSpec(
            Location location,
            @Nullable SourceText sql,
            @Nullable SourceText table,
            @Nullable SourceText rows,
            @Nullable SourceText columns,
            @Nullable SourceText where,
            Map<String, List<SourceText>> is) {

        /** Copies the map, keeping its order. */
        public MatrixSpec {
            is = ordered(is);
        }
    }

    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
