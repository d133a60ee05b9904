package org.pgassay.postgres.blueprint;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Blueprint.Part;
import org.pgassay.check.Ddl;
import org.pgassay.check.StructurePlan;
import org.pgassay.check.StructurePlan.PlannedColumn;
import org.pgassay.check.StructurePlan.PlannedConstraint;
import org.pgassay.check.StructurePlan.PlannedIndex;
import org.pgassay.check.StructurePlan.PlannedTable;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.spec.Problem;

/**
 * The scratch schemas while they are filled. What belongs to one table is sent as one script; only where that fails is
 * it tried piece by piece, so that each fragment that cannot be made is found.
 */
final class Scratch {

    private final Connection connection;
    private final Map<String, String> scratchBySchema;
    private final Catalog actual;
    private final FragmentErrors errors;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Part, String> faults = new LinkedHashMap<>();

    Scratch(Connection connection, StructurePlan plan, Catalog actual, Map<String, String> scratchBySchema) {
        this.connection = connection;
        this.scratchBySchema = scratchBySchema;
        this.actual = actual;
        this.errors = new FragmentErrors(connection, plan, actual);
    }

    /** A piece of DDL, what it makes, and where in the DDL the spec's own words begin. */
    record Piece(Part part, String sql, int prefix, Ddl fragment) {

        static Piece of(Part part, String prefix, Ddl fragment) {
            return new Piece(part, prefix + fragment.sql(), prefix.length(), fragment);
        }
    }

    /** The scratch tables as they stand, under their real names. */
    Catalog read() throws SQLException {
        Catalog raw = CatalogReader.readWithin(connection, List.copyOf(scratchBySchema.values()));
        return Renaming.of(scratchBySchema).apply(raw);
    }

    /** Further scratch schemas, as they stand. */
    Catalog read(List<String> others) throws SQLException {
        return CatalogReader.readWithin(connection, others);
    }

    List<Problem> problems() {
        return problems;
    }

    Map<Part, String> faults() {
        return faults;
    }

    String name(QualifiedName table) {
        return BlueprintBuilder.scratchName(scratchBySchema, table);
    }

    /** Makes a table with the columns that the spec states and those that it leaves out. */
    void table(PlannedTable table) throws SQLException {
        List<String> columns = new ArrayList<>(fillers(table));
        table.columns()
                .forEach(column -> columns.add(Identifiers.quote(column.name()) + " "
                        + column.definition().sql()));
        String create = "create table " + name(table.name()) + " (";
        if (attempt(create + String.join(", ", columns) + ")") == null) {
            return;
        }
        execute(create + String.join(", ", fillers(table)) + ")");
        List<Piece> pieces = new ArrayList<>();
        for (PlannedColumn column : table.columns()) {
            pieces.add(Piece.of(
                    new Part(table.name(), ObjectKind.COLUMN, column.name()),
                    "alter table " + name(table.name()) + " add column " + Identifiers.quote(column.name()) + " ",
                    column.definition()));
        }
        // A generated column may mention one that comes after it.
        List<Piece> left = each(pieces, false);
        each(left, true);
    }

    /** The real columns that the spec does not speak of, so that expressions may mention them. */
    private List<String> fillers(PlannedTable table) {
        List<String> fillers = new ArrayList<>();
        actual.table(table.name()).ifPresent(real -> {
            for (Column column : real.columns()) {
                if (!table.defines(column.name()) && !table.absentColumns().contains(column.name())) {
                    String collation = column.collation() == null ? "" : " collate " + column.collation();
                    fillers.add(Identifiers.quote(column.name()) + " " + column.type() + collation);
                }
            }
        });
        return fillers;
    }

    /** Makes the constraints that refer to no other table, and the indexes. */
    void keysAndIndexes(PlannedTable table) throws SQLException {
        List<Piece> pieces = new ArrayList<>();
        for (PlannedConstraint constraint : table.constraints()) {
            if (constraint.reference() == null) {
                pieces.add(Piece.of(
                        new Part(table.name(), ObjectKind.CONSTRAINT, constraint.name()),
                        "alter table " + name(table.name()) + " add constraint " + Identifiers.quote(constraint.name())
                                + " ",
                        constraint.definition()));
            }
        }
        for (PlannedIndex index : table.indexes()) {
            pieces.add(Piece.of(
                    new Part(table.name(), ObjectKind.INDEX, index.name()),
                    "create " + (index.unique() ? "unique " : "") + "index " + Identifiers.quote(index.name()) + " on "
                            + name(table.name()) + " ",
                    index.definition()));
        }
        all(pieces);
    }

    /** Runs pieces as one script, or one by one if that fails. */
    void all(List<Piece> pieces) throws SQLException {
        if (pieces.isEmpty()) {
            return;
        }
        String script = String.join(";\n", pieces.stream().map(Piece::sql).toList());
        if (attempt(script) != null) {
            each(pieces, true);
        }
    }

    /** Runs pieces one by one, and returns those that fail; the errors are recorded if they are final. */
    private List<Piece> each(List<Piece> pieces, boolean isFinal) throws SQLException {
        List<Piece> failed = new ArrayList<>();
        for (Piece piece : pieces) {
            SQLException error = attempt(piece.sql());
            if (error != null) {
                failed.add(piece);
                if (isFinal) {
                    record(piece, error);
                }
            }
        }
        return failed;
    }

    /** Sorts an error into the spec's problems or the database's faults. */
    void record(Piece piece, SQLException error) throws SQLException {
        if (mentionsFaulty(piece, error)) {
            faults.put(piece.part(), "it needs a column that cannot be made");
            return;
        }
        Optional<String> fault = errors.fault(piece, error);
        if (fault.isPresent()) {
            faults.put(piece.part(), fault.get());
        } else {
            problems.add(errors.problem(piece, error));
        }
    }

    /** Whether the error only follows from a column that could not be made, which has been reported itself. */
    private boolean mentionsFaulty(Piece piece, SQLException error) {
        if (!"42703".equals(error.getSQLState())) {
            return false;
        }
        String message = String.valueOf(error.getMessage());
        boolean faulty = faults.keySet().stream()
                .filter(part -> part.table().equals(piece.part().table()) && part.kind() == ObjectKind.COLUMN)
                .anyMatch(part -> message.contains('"' + part.name() + '"'));
        return faulty || !problems.isEmpty();
    }

    /** Runs a script in a savepoint; returns the error, or null if it went well. */
    @Nullable
    SQLException attempt(String sql) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            execute(sql);
            connection.releaseSavepoint(before);
            return null;
        } catch (SQLException e) {
            if (e.getSQLState() == null
                    || e.getSQLState().startsWith("08")
                    || e.getSQLState().startsWith("57P")) {
                throw e;
            }
            connection.rollback(before);
            return e;
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
